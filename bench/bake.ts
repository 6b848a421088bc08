import { execFileSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Goods } from './against-by-hand.ts';
import { MARK, PLATFORMS, writeContent } from './content.ts';
import { time } from './process.ts';
import { tagsOf } from './release.ts';
import type { Measure } from './rows.ts';
import { runInputs } from './step.ts';
import { inTurn } from './turns.ts';
import type { Workplace } from './workplace.ts';

const SERVICES = ['service-1', 'service-2', 'service-3', 'service-4', 'service-5'];
const TARGETS = ['base', ...SERVICES];
const VERSION = '1.2.3';
const FILE = 'docker-bake.json';

/** A base and five services on it, in repositories of their own. */
type Fleet = { readonly folder: string; readonly repositories: (target: string) => readonly string[] };

/** Every round, either side builds a base and five services of content of its own, and publishes them to repositories that hold nothing. */
export function newFleet(place: Workplace, { bytes, registries }: Goods): Measure {
  return async (round) => {
    const [byHand, step] = ['bake-by-hand', 'bake-step'].map((side) => makeFleet(path.join(place.folder, side), { bytes, registries }));
    if (byHand === undefined || step === undefined) throw new Error('there are two sides');
    const [byHandMs, stepMs] = await inTurn(
      round,
      () => bakeByHand(place, byHand),
      () => bakeByStep(place, step),
    );
    return [stepMs / byHandMs];
  };
}

function makeFleet(folder: string, { bytes, registries }: Goods): Fleet {
  const name = `bench/${randomUUID()}`;
  const repositories = (target: string) => registries.map((registry) => `${registry}/${name}/${target}`);
  writeContent(path.join(folder, 'base'), bytes);
  for (const service of SERVICES) {
    mkdirSync(path.join(folder, service), { recursive: true });
    writeFileSync(path.join(folder, service, `${MARK}-${service}`), randomBytes(bytes / 10));
    writeFileSync(path.join(folder, service, 'Dockerfile'), `FROM base\nCOPY ${MARK}-${service} /\n`);
  }
  const target = Object.fromEntries(TARGETS.map((each) => [each, describeTarget(each)]));
  writeFileSync(path.join(folder, FILE), JSON.stringify({ group: { default: { targets: TARGETS } }, target }));
  return { folder, repositories };
}

function describeTarget(target: string) {
  return { context: target, platforms: PLATFORMS, ...(target === 'base' ? {} : { contexts: { base: 'target:base' } }) };
}

/** One `docker buildx bake --push` with every name. The images it also leaves in the engine are removed, unclocked. */
async function bakeByHand({ env }: Workplace, { folder, repositories }: Fleet): Promise<number> {
  const namesOf = (target: string) =>
    repositories(target).flatMap((name) => tagsOf({ content: '', repositories: [], version: VERSION }).map((tag) => `${name}:${tag}`));
  const sets = TARGETS.flatMap((target) => namesOf(target).map((name) => `--set=${target}.tags+=${name}`));
  const { status, durationMs, output } = await time({
    argv: ['docker', 'buildx', 'bake', `--file=${FILE}`, '--push', ...sets],
    cwd: folder,
    env: { ...env, BUILDX_BAKE_ENTITLEMENTS_FS: '0' },
  });
  if (status !== 0) throw new Error(`docker buildx bake ended with ${status}:\n${output}`);
  execFileSync('docker', ['image', 'rm', '--force', ...TARGETS.flatMap(namesOf)], { env, stdio: 'ignore' });
  return durationMs;
}

async function bakeByStep(place: Workplace, { folder, repositories }: Fleet): Promise<number> {
  const images = TARGETS.flatMap((target) => repositories(target).map((name) => `${target}=${name}`));
  const inputs = { 'bake-files': FILE, images: images.join('\n'), tags: 'type=release' };
  return (await runInputs(place, { content: folder, version: VERSION, inputs })).durationMs;
}
