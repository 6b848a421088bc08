import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { type RunOptions, runWorkflow, type WorkflowRun } from '../../runner/run.ts';
import type { JsonObject } from '../../src/plan/text/json.ts';
import type { FaultProxy } from './faults/start.ts';
import { ACTION, COMMIT_TIME, commitAll, openSite, runGit, type Site } from './step.ts';

/** One of the systems of examples/ and what its workflows meet: GitHub's events, a registry, and people who look at what is published. */
export type Example = {
  readonly site: Site;
  /** A registry with a login and a journal. Behind it is the lab's open one, by which everything is read back. */
  readonly registry: FaultProxy;
  readonly login: { readonly username: string; readonly password: string };
  /** Runs a workflow as GitHub would, in a checkout of its own. */
  readonly run: (workflow: string, event: ExampleEvent) => Promise<ExampleRun>;
  /** A checkout of the system alone. */
  readonly checkOut: (event?: Pick<ExampleEvent, 'edits' | 'history'>) => Checkout;
  /** Runs a command line in a folder, with `tagboat` and docker on its PATH, and gives what it printed. @throws where it fails. */
  readonly shell: (command: string, folder: string) => Promise<string>;
  /** The command that a system's refs.txt says its table is checked by, run. */
  readonly checkRefs: () => Promise<string>;
  /** Runs a command in an image on a platform, and gives what it printed. @throws where it fails. */
  readonly runIn: (image: string, platform: string, ...command: readonly string[]) => Promise<string>;
  readonly close: () => Promise<void>;
};

export type Checkout = { readonly folder: string; readonly sha: string; readonly git: (...args: readonly string[]) => string };

export type ExampleEvent = Pick<RunOptions, 'eventName' | 'inputs' | 'runNumber' | 'apiUrl' | 'token'> & {
  /** The full ref, `refs/heads/main` by default. */
  readonly ref?: string;
  /** What the event says beside the repository. */
  readonly payload?: JsonObject;
  readonly vars?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** Changes to files, made before the commit. */
  readonly edits?: Readonly<Record<string, (content: string) => string>>;
  /** Makes more of the one commit: tags, further commits. What is checked out at the end is built. */
  readonly history?: (git: Checkout['git']) => void;
  /** The first part of the images' paths; one that nobody has used yet by default. */
  readonly namespace?: string;
};

export type ExampleRun = WorkflowRun & {
  readonly folder: string;
  readonly sha: string;
  readonly namespace: string;
  /** Of the Tagboat step. */
  readonly outputs: Readonly<Record<string, string>>;
  /** What the steps gave as errors, without the runner's own word on how a process ended. */
  readonly errors: readonly string[];
  /** An image as `localhost:5601/namespace/name`, for those who look at it without a login. */
  readonly image: (name: string) => string;
  /** The tags that the registry has of each of these images, none where it does not know the image. */
  readonly published: (...names: readonly string[]) => Promise<Readonly<Record<string, readonly string[]>>>;
  /** What the log has under a group's title, up to the next group; '' where there is no such group. */
  readonly group: (title: string) => string;
  /** Manifests that the registry was asked to store. */
  readonly puts: number;
};

export const PLATFORMS = ['linux/amd64', 'linux/arm64'];
const EXAMPLES = path.resolve(import.meta.dirname, '../../examples');
/** Of that registry. */
const LOGIN = { username: 'sailor', password: `pass-${randomUUID()}` };

/** @param repository `owner/name` on GitHub */
export async function openExample(system: string, repository: string): Promise<Example> {
  const site = await openSite({ TAGBOAT_LAB_EXAMPLES: '1' });
  const registry = await site.openProxy({ access: { kind: 'bearer', ...LOGIN } });
  const images = new Set<string>();
  const env = { ...process.env, ...site.machine, PATH: `${installCommand(site.folder)}:${site.machine.PATH}` };
  const shell: Example['shell'] = async (command, cwd) => {
    const { stdout, stderr } = await promisify(execFile)('bash', ['-euc', command], { cwd, env, maxBuffer: 2 ** 24 });
    return stdout + stderr;
  };
  const checkOut: Example['checkOut'] = (event = {}) =>
    checkOutExample(system, { into: mkdtempSync(path.join(site.folder, 'run-')), event });
  return {
    site,
    registry,
    login: LOGIN,
    checkOut,
    shell,
    checkRefs: () => shell(readCommand(system), checkOut().folder),
    run: (workflow, event) => runExample({ site, registry, repository, workflow }, event, checkOut(event)),
    runIn: (image, platform, ...command) => {
      images.add(image);
      return site.docker('run', '--rm', '--quiet', '--pull=always', `--platform=${platform}`, image, ...command);
    },
    close: async () => {
      if (images.size > 0) await site.docker('image', 'rm', '--force', ...images);
      await site.close();
    },
  };
}

/** A folder with `tagboat`, as npm would install it. */
function installCommand(parent: string): string {
  const folder = path.join(parent, 'bin');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'tagboat'), `#!/bin/sh\nexec '${process.execPath}' '${ACTION}/dist/main/index.js' "$@"\n`);
  chmodSync(path.join(folder, 'tagboat'), 0o755);
  return folder;
}

/** The comment at the head of each refs.txt ends in the command, indented. */
function readCommand(system: string): string {
  const [, command] = /^# {3,}(.+)$/m.exec(readFileSync(path.join(EXAMPLES, system, 'refs.txt'), 'utf8')) ?? [];
  if (command === undefined) throw new Error(`${system}/refs.txt does not say how it is checked`);
  return command;
}

type Place = { readonly into: string; readonly event: Pick<ExampleEvent, 'edits' | 'history'> };

function checkOutExample(system: string, { into, event: { edits = {}, history } }: Place): Checkout {
  const folder = path.join(into, system);
  cpSync(path.join(EXAMPLES, system), folder, { recursive: true });
  for (const [name, edit] of Object.entries(edits)) {
    const before = readFileSync(path.join(folder, name), 'utf8');
    const after = edit(before);
    if (after === before) throw new Error(`${system}/${name} is as it was: the edit finds nothing to change`);
    writeFileSync(path.join(folder, name), after);
  }
  commitAll(folder);
  const git = (...args: readonly string[]) => runGit(folder, ...args);
  history?.(git);
  return { folder, sha: git('rev-parse', 'HEAD'), git };
}

const RUNNERS_OWN = /^Process completed with exit code \d+\.$/;

type Stage = Pick<Example, 'site' | 'registry'> & { readonly repository: string; readonly workflow: string };

async function runExample(stage: Stage, event: ExampleEvent, { folder, sha }: Checkout): Promise<ExampleRun> {
  const { site, registry, repository, workflow } = stage;
  const { edits: _edits, history: _history, payload, ref = 'refs/heads/main', namespace = makeNamespace(), ...given } = event;
  const asked = registry.journal.length;
  const run = await runWorkflow(path.join(folder, '.github/workflows', workflow), {
    workspace: folder,
    apiUrl: site.github.url,
    ...given,
    ref,
    sha,
    event: { ref, after: sha, head_commit: { id: sha, timestamp: COMMIT_TIME }, repository: describeRepository(repository), ...payload },
    env: { ...process.env, ...site.machine },
    vars: { REGISTRY: registry.host, NAMESPACE: namespace, REGISTRY_USER: LOGIN.username, ...given.vars },
    secrets: { REGISTRY_USER: LOGIN.username, REGISTRY_TOKEN: LOGIN.password, ...given.secrets },
    stubs: { 'tagboat/tagboat': ACTION, 'actions/upload-artifact': 'no-op' },
  });
  const image = (name: string) => `${site.lab.open}/${namespace}/${name}`;
  return {
    ...run,
    folder,
    sha,
    namespace,
    image,
    outputs: findOutputs(run),
    errors: run.annotations.filter(({ level, message }) => level === 'error' && !RUNNERS_OWN.test(message)).map(({ message }) => message),
    group: (title) => run.log.split(`▾ ${title}\n`)[1]?.split('▾')[0] ?? '',
    published: async (...names) => Object.fromEntries(await Promise.all(names.map(async (name) => [name, await listTags(image(name))]))),
    puts: registry.journal.slice(asked).filter(({ operation }) => operation === 'manifest-put').length,
  };
}

function makeNamespace(): string {
  return `examples-${randomUUID().slice(0, 8)}`;
}

function describeRepository(repository: string): JsonObject {
  const [login = '', name = ''] = repository.split('/');
  return {
    name,
    full_name: repository,
    owner: { login },
    html_url: `https://github.com/${repository}`,
    description: 'One of the five systems',
    default_branch: 'main',
    license: { spdx_id: 'MIT' },
    private: false,
  };
}

function findOutputs(run: WorkflowRun): Readonly<Record<string, string>> {
  const steps = Object.values(run.jobs).flatMap(({ legs }) => legs.flatMap((leg) => Object.values(leg.steps)));
  return steps.find(({ outputs }) => outputs.pushed !== undefined)?.outputs ?? {};
}

/** Asked of the registry itself. @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-tags */
async function listTags(image: string): Promise<readonly string[]> {
  const [host, ...name] = image.split('/');
  const response = await fetch(`http://${host}/v2/${name.join('/')}/tags/list`);
  if (response.status === 404) return [];
  const { tags } = (await response.json()) as { tags: readonly string[] | null }; // as the specification has it
  return (tags ?? []).toSorted();
}
