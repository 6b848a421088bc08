import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Patience } from '../build/attempts.ts';
import { type Builder, type BuilderChoice, chooseBuilder, createBuilder, type Engine, inspectBuilder } from '../build/builder.ts';
import { missingEmulation, registerEmulation } from '../build/emulation.ts';
import type { RunDocker } from '../build/process.ts';
import type { Inputs } from '../plan/inputs.ts';
import type { Plan } from '../plan/plan.ts';
import type { Platform } from '../plan/platform.ts';
import { findBuildx } from './buildx.ts';
import type { Leftovers } from './clean-up.ts';
import { pause } from './connect.ts';
import { type DockerHome, makeDockerHome } from './docker-home.ts';
import { askEngine, dockerContextName, selectedBuilder } from './engine.ts';
import { runProcess } from './exec.ts';
import { readHaste } from './haste.ts';
import type { Host } from './host.ts';
import { makeScratchFolder, removeAbandoned } from './scratch-folder.ts';
import { allTogether } from './together.ts';

/** Where building happens: a scratch folder of this run with its private docker configuration, and the way to run docker in it. */
export type Workshop = {
  readonly folder: string;
  readonly home: DockerHome;
  readonly run: RunDocker;
  readonly signal: AbortSignal;
  readonly patience: Patience;
  /** What is to end before the folder goes. */
  readonly onClose: (end: () => Promise<void>) => void;
  readonly close: () => Promise<void>;
};

/** A builder that is up, and what the engine said of itself. */
export type Readied = { readonly builder: Builder; readonly engine: Engine | undefined };

/** Makes the scratch folder; the post step learns of it before anything secret is in it. */
export async function openWorkshop(host: Host): Promise<Workshop> {
  const { environment, temporaryFolder, signal } = host;
  const folder = await makeScratchFolder(temporaryFolder);
  await removeUnless(() => leave(host, { folder }), folder);
  const sweeping = removeAbandoned(temporaryFolder, Date.now());
  const home = await makeDockerHome({ environment, folder: path.join(folder, 'docker'), signal });
  const ends: (() => Promise<void>)[] = [];
  return {
    folder,
    home,
    run: dockerRunner(host, home, signal),
    signal,
    patience: makePatience(host),
    onClose: (end) => ends.push(end),
    close: async () => {
      try {
        await allTogether([sweeping, ...ends.map((end) => end())]);
      } finally {
        await rm(folder, { recursive: true, force: true }); // it holds logins
      }
    },
  };
}

/** A folder that the post step does not learn of would stay. */
async function removeUnless(isTold: () => void, folder: string): Promise<void> {
  try {
    isTold();
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Which builder it will be, and the engine it was chosen for. Nothing is started yet. */
export type Chosen = { readonly choice: BuilderChoice; readonly engine: Engine | undefined };

/** @throws {ProblemError} where there is no engine, or it cannot do what is asked. */
export async function findBuilder({ environment }: Host, { run }: Workshop, { builder }: Inputs): Promise<Chosen> {
  const dockerContext = await dockerContextName(environment);
  const [engine, selected] = await Promise.all([askEngine(dockerContext, environment, run), selectedBuilder(environment)]);
  return { choice: chooseBuilder({ inputs: builder, selected, engine, dockerContext }), engine };
}

/** The engine, where nothing is built; it may be needed for tests. Undefined where none answers. */
export async function findEngine({ environment }: Host, { run }: Workshop): Promise<Engine | undefined> {
  return askEngine(await dockerContextName(environment), environment, run);
}

/** Makes the chosen builder, and the emulation that the platforms need. Nothing is started where the engine can do it by itself. */
export async function readyBuilder(
  host: Host,
  workshop: Workshop,
  { plan, inputs, chosen }: Pick<Means, 'inputs' | 'chosen'> & { readonly plan: Plan },
): Promise<Readied> {
  const { engine } = chosen;
  await readyEmulation(plan, inputs, { engine, run: workshop.run });
  return { builder: await takeUp({ host, workshop, inputs, chosen }), engine };
}

type Means = { readonly host: Host; readonly workshop: Workshop; readonly inputs: Inputs; readonly chosen: Chosen };

async function takeUp({ host, workshop, inputs, chosen }: Means): Promise<Builder> {
  const { choice, engine } = chosen;
  const { run, home, folder } = workshop;
  if (choice.kind === 'engine') return choice.builder;
  if (choice.kind === 'named') return inspectBuilder(choice.name, choice.reason, { run, engine });
  const { cleanup, keepState, buildkitdConfig, buildkitdConfigInline } = inputs.builder;
  const name = keepState ? 'tagboat' : path.basename(folder); // a kept cache is found again by its name
  if (cleanup) leave(host, { builder: name, keepState: String(keepState) });
  const inline = buildkitdConfigInline === '' ? undefined : await home.writePrivateFile('buildkitd.toml', buildkitdConfigInline);
  const configFile = buildkitdConfig === '' ? inline : buildkitdConfig;
  return createBuilder(name, choice.reason, { run, inputs: inputs.builder, configFile, patience: workshop.patience });
}

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

function makePatience({ environment, log, signal }: Host): Patience {
  const haste = readHaste(environment);
  const sleep = async (ms: number): Promise<void> => {
    await pause(ms / haste, signal).catch(() => undefined);
    signal.throwIfAborted(); // its reason says more than the timer's
  };
  return { now: () => performance.now(), random: Math.random, sleep, tell: log.info };
}

function dockerRunner(host: Host, home: DockerHome, signal: AbortSignal): RunDocker {
  const finding = findBuildx(host.environment);
  return async (args, { show = false, env = {} } = {}) => {
    const buildx = args[0] === 'buildx' ? await finding : undefined;
    const output = show ? host.log.foreign(describeCommand(args)) : undefined;
    try {
      const result = await runProcess({
        ...(buildx === undefined ? { file: 'docker', args } : { file: buildx, args: args.slice(1) }),
        env: { ...host.environment, ...home.environment, ...env },
        signal,
        onStart: (group) => leave(host, { processGroup: String(group) }),
        ...(output === undefined ? {} : { onOutput: output.write }),
      });
      signal.throwIfAborted(); // how the child ended says nothing then
      return result;
    } finally {
      output?.end();
    }
  };
}

/** `docker buildx build`: the words before the first option. */
function describeCommand(args: readonly string[]): string {
  const end = args.findIndex((arg) => arg.startsWith('-'));
  return ['docker', ...args.slice(0, end < 0 ? undefined : end)].join(' ');
}

function leave(host: Host, leftovers: Partial<Leftovers>): void {
  host.remember(leftovers);
}
