import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import type { JsonObject } from '../../src/plan/text/json.ts';
import { type ActionOptions, type ActionRun, runAction } from './action.ts';
import { type FakeDocker, installFakeDocker } from './fake-docker.ts';
import { startRegistry, type TestRegistry, type TestRegistryOptions } from './registry/start.ts';
import type { Visit } from './visits.ts';

/** The folder with action.yml and dist/: this project's, or another bundle's while one is at work on it. */
export const ACTION = process.env.TAGBOAT_ACTION ?? path.resolve(import.meta.dirname, '../..');

/** The shipped step as a process, with a fake docker and registries in this process around it. All of it ends with the test. */
export type StageStep = {
  readonly docker: FakeDocker;
  /** A folder that is gone after the test; `workspace` in it holds a Dockerfile, and `home` the user's files. */
  readonly folder: string;
  /** What all registries got, in the order in which it came. */
  readonly visits: readonly Visit[];
  /** Starts a registry; the name stands for its address in what `anonymous` gives. A breach of the specification fails the test. */
  readonly startRegistry: (name: string, options?: TestRegistryOptions) => Promise<TestRegistry>;
  /** A user's docker configuration. */
  readonly writeDockerConfig: (config: string | JsonObject) => void;
  /** Runs main and post for a release of v1.2.3, changed as given. */
  readonly run: (options?: Partial<ActionOptions>) => Promise<ActionRun>;
  /** Starts a registry, a.test, and runs with octo/app there and `type=release`. */
  readonly release: (options?: Partial<ActionOptions>, registry?: TestRegistryOptions) => Promise<ActionRun>;
  /** The text with names for what differs from run to run: ports, folders, tokens, digests, durations. */
  readonly anonymous: (text: string) => string;
};

export const SHA = '1a2b3c4d'.repeat(5);

/** The push of a tag, as GitHub tells it. */
export const RELEASE: JsonObject = {
  ref: 'refs/tags/v1.2.3',
  after: SHA,
  head_commit: { id: SHA, timestamp: '2026-01-02T03:04:05Z', message: 'Release' },
  repository: {
    full_name: 'octo/app',
    name: 'app',
    description: 'A service',
    html_url: 'https://github.com/octo/app',
    default_branch: 'main',
    license: { spdx_id: 'MIT' },
    private: true,
  },
};

const SHIPPED = {
  main: path.join(ACTION, 'dist/main/index.js'),
  post: path.join(ACTION, 'dist/post/index.js'),
  definition: ACTION,
  apiUrl: 'http://127.0.0.1:9', // the discard port: nobody answers
} as const;

/** Gives the stage of the test that runs. */
export function stageStepForEachTest(): () => StageStep {
  return openAndClose(beforeEach, afterEach);
}

/** Gives the one stage of a file whose tests look at the same run. */
export function stageStepForAllTests(): () => StageStep {
  return openAndClose(beforeAll, afterAll);
}

function openAndClose(before: typeof beforeEach, after: typeof afterEach): () => StageStep {
  let stage: (StageStep & { readonly close: () => Promise<void> }) | undefined;
  before(async () => {
    stage = await openStage();
  });
  after(async () => {
    await stage?.close();
  });
  return () => {
    if (stage === undefined) throw new Error('only a test has a stage');
    return stage;
  };
}

async function openStage() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'stage-'));
  const workspace = path.join(folder, 'workspace');
  const home = path.join(folder, 'home');
  mkdirSync(workspace);
  mkdirSync(path.join(home, '.docker'), { recursive: true });
  writeFileSync(path.join(workspace, 'Dockerfile'), 'FROM scratch\nCOPY Dockerfile /\n');
  const docker = await installFakeDocker();
  const registries = new Map<string, TestRegistry>();
  const visits: Visit[] = [];
  const start: StageStep['startRegistry'] = async (name, options = {}) => {
    const fault: TestRegistryOptions['fault'] = (entry) => {
      visits.push({ registry: name, entry });
      return options.fault?.(entry);
    };
    const registry = await startRegistry({ ...options, fault });
    registries.set(name, registry);
    return registry;
  };
  const run: StageStep['run'] = (options = {}) =>
    runAction({ ...SHIPPED, event: RELEASE, workspace, ...options, env: { ...docker.env, HOME: home, ...options.env } });
  return {
    docker,
    folder,
    visits,
    startRegistry: start,
    run,
    release: async ({ inputs, ...options }: Partial<ActionOptions> = {}, registry: TestRegistryOptions = {}) => {
      const { host } = await start('a.test', registry);
      return run({ inputs: { images: `${host}/octo/app`, tags: 'type=release', ...inputs }, ...options });
    },
    writeDockerConfig: (config: string | JsonObject) =>
      writeFileSync(path.join(home, '.docker/config.json'), typeof config === 'string' ? config : JSON.stringify(config)),
    anonymous: (text: string) => withNames(text, { folder, registries }),
    close: async () => {
      await docker.remove();
      rmSync(folder, { recursive: true, force: true });
      for (const registry of registries.values()) await registry.close();
    },
  };
}

type Names = { readonly folder: string; readonly registries: ReadonlyMap<string, TestRegistry> };

function withNames(text: string, { folder, registries }: Names): string {
  const hosts = [...registries].reduce((named, [name, { host }]) => named.replaceAll(host, name), text);
  return hosts
    .replaceAll(folder, '<stage>')
    .replaceAll(/\/[\w./-]*?\/action-\w{6}/g, '<runner>')
    .replaceAll(/tagboat-(bake-)?\w{6}\b/g, 'tagboat-$1<run>')
    .replaceAll(/127\.0\.0\.1:\d+/g, '<staging>')
    .replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, '<token>')
    .replaceAll(/sha256:[\da-f]{64}/g, digestNames())
    .replaceAll(/"processGroup":"\d+"/g, '"processGroup":"<group>"')
    .replaceAll(/\b[\da-f]{16}\b/g, '<hash>')
    .replaceAll(/\btried \d+ times\b/g, 'tried <some> times')
    .replaceAll(/\b\d+(?:\.\d+)? s\b/g, '<time>');
}

/** Digests are numbered as they come, so that equal ones are seen to be equal. */
function digestNames(): (digest: string) => string {
  const seen: string[] = [];
  return (digest) => {
    if (!seen.includes(digest)) seen.push(digest);
    return `<digest ${seen.indexOf(digest) + 1}>`;
  };
}

/** The texts of commands of that name: `error`, `notice`, `add-mask`. */
export function said({ commands }: Pick<ActionRun, 'commands'>, name: string): readonly string[] {
  return commands.filter((command) => command.name === name).map(({ value }) => value);
}
