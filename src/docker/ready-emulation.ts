import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { RunDocker } from '../host/process.ts';
import type { Inputs } from '../plan/inputs/inputs.ts';
import type { Plan } from '../plan/plan.ts';
import type { Platform } from '../plan/text/platform.ts';
import type { Engine } from './builder.ts';
import { missingEmulation, registerEmulation } from './emulation.ts';

/** Registers the emulation that the platforms need: for a build, or for tests of what was built elsewhere. */
export async function readyEmulation(
  { images }: Plan,
  { builder }: Inputs,
  { engine, run }: { readonly engine: Engine | undefined; readonly run: RunDocker },
): Promise<void> {
  if (builder.emulation === 'false' || builder.name !== '' || engine?.sharesLoopback !== true) return; // another machine's business
  const platforms = images.flatMap((image) => image.platforms);
  const missing = await platformsToEmulate(platforms, builder.emulation === 'true', engine);
  if (missing.length > 0) await registerEmulation(missing, builder.emulationImage, run);
}

async function platformsToEmulate(platforms: readonly Platform[], always: boolean, { architecture }: Engine): Promise<readonly string[]> {
  return missingEmulation(platforms, { architecture, interpreters: always ? [] : await enabledInterpreters() });
}

const BINFMT = '/proc/sys/fs/binfmt_misc';

async function enabledInterpreters(): Promise<readonly string[]> {
  const names = (await readdir(BINFMT).catch(() => [])).filter((name) => !['register', 'status'].includes(name));
  const states = await Promise.all(names.map((name) => readFile(path.join(BINFMT, name), 'utf8').catch(() => '')));
  const enabled = states.flatMap((state, index) => (state.startsWith('enabled') ? [{ name: names[index] ?? '', state }] : []));
  return enabled.flatMap(({ name, state }) => [name, /^interpreter (.*)$/m.exec(state)?.[1] ?? '']);
}
