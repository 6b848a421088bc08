import type { ActionOptions, ActionRun } from '../tools/action.ts';
import { type FakeDocker, installFakeDocker } from '../tools/fake-docker.ts';
import type { FaultEntry } from '../tools/faults/journal.ts';
import { preset } from '../tools/faults/presets.ts';
import type { Rule } from '../tools/faults/rule.ts';
import { type FaultProxy, startFaultProxy } from '../tools/faults/start.ts';
import { startLab } from '../tools/lab.ts';
import { errorsOf, openSite, type Project, runStep, type Site } from '../tools/step.ts';
import { type Attempts, attemptsOf } from './attempts.ts';

/** Two real registries, each behind a proxy: A, which stays whole, and B, which is broken on purpose; the shipped step and a fake docker. */
export type RegistryPair = {
  readonly site: Site;
  readonly docker: FakeDocker;
  readonly project: Project;
  readonly a: FaultProxy;
  readonly b: FaultProxy;
  /** B with Bearer tokens, for {@link ReleaseOptions.through}. */
  readonly guarded: FaultProxy;
  /** A repository's path that nobody has used yet. */
  readonly unique: () => string;
  /** Runs the step for v1.2.3 as `type=release` to A and B, in a new repository unless one is named. Proxies forget what was before. */
  readonly release: (options?: ReleaseOptions) => Promise<Release>;
  /** Starts the step without touching the proxies, so that several may run at once. */
  readonly start: (options: StartOptions) => Promise<ActionRun>;
  readonly tagsOf: (registry: 'a' | 'b', repository: string) => Promise<Tags>;
  readonly close: () => Promise<void>;
};

export type StartOptions = Partial<ActionOptions> & {
  readonly repository: string;
  readonly project?: Project;
  /** The lab's engine in the place of the fake one. */
  readonly engine?: 'fake' | 'real';
};

export type ReleaseOptions = Partial<StartOptions> & {
  /** What is wrong with B: a preset's name with its numbers, or rules. */
  readonly faults?: Faults;
  readonly through?: 'b' | 'guarded';
};

export type Faults = string | readonly Omit<Rule, 'name'>[];

/** What came of a release, and what the registries say of it themselves. */
export type Release = {
  readonly run: ActionRun;
  readonly repository: string;
  readonly errors: readonly string[];
  /** The output `results`, by registry; empty where there is none. */
  readonly results: Readonly<Partial<Record<'a' | 'b', string>>>;
  readonly tags: Readonly<Record<'a' | 'b', Tags>>;
  /** PUTs of manifests by tag, in their order, also those that failed. */
  readonly tagPuts: Readonly<Record<'a' | 'b', readonly string[]>>;
  /** How often a fault was met. */
  readonly met: number;
  /** What was met by one at B, and how often it was asked for. */
  readonly attempts: readonly Attempts[];
  /** All that was asked of B. */
  readonly journal: readonly FaultEntry[];
  readonly builds: number;
  /** Upload sessions that were begun and not ended. */
  readonly openUploads: number;
};

/** Tag to digest. */
export type Tags = Readonly<Record<string, string>>;

/** A registry has 4 s of patience instead of 120, and is given up after 2 s of silence instead of 60. */
export const HASTE = 30;
/** The bench empties the first four further registries of the lab when it ends. */
const EXTRA = 5;
const LOGIN = { username: 'ann', password: 'open sesame' };

export async function openRegistryPair(): Promise<RegistryPair> {
  const { open: openA, extra } = await startLab({ TAGBOAT_LAB_EXTRA: String(EXTRA) });
  const upstreams = { a: openA, b: extra[EXTRA - 1] ?? '' };
  const site = await openSite();
  const docker = await installFakeDocker();
  const project = site.makeProject({ Dockerfile: 'FROM scratch\nCOPY Dockerfile /\n' });
  const a = await startFaultProxy({ upstream: `http://${upstreams.a}` });
  const b = await startFaultProxy({ upstream: `http://${upstreams.b}` });
  const guarded = await startFaultProxy({ upstream: `http://${upstreams.b}`, access: { kind: 'bearer', ...LOGIN } });
  const unique = () => site.unique('faults');
  const tagsOf = (registry: 'a' | 'b', repository: string) => readTags(`http://${upstreams[registry]}/v2/${repository}`);

  const start = ({ repository, project: folder = project, engine = 'fake', ...options }: StartOptions): Promise<ActionRun> =>
    runStep(site, folder, {
      ...options,
      inputs: { images: `${a.host}/${repository}\n${b.host}/${repository}`, tags: 'type=release', ...options.inputs },
      env: { ...(engine === 'fake' ? docker.env : {}), TAGBOAT_TEST_TIME_SCALE: String(HASTE), ...options.env },
    });

  const release = async ({ faults = [], through = 'b', ...options }: ReleaseOptions = {}): Promise<Release> => {
    const broken = through === 'b' ? b : guarded;
    const repository = options.repository ?? unique();
    for (const proxy of [a, broken]) proxy.reset();
    broken.setRules(rulesOf(faults));
    const builtBefore = docker.callsOf('buildx', 'build').length;
    const login =
      through === 'b' ? {} : { images: `${a.host}/${repository}\n${guarded.host}/${repository}`, registry: guarded.host, ...LOGIN };
    const run = await start({ ...options, repository, inputs: { ...login, ...options.inputs } });
    const results: Record<string, string> = JSON.parse(run.outputs.results ?? '{}');
    const resultOf = (name: 'a' | 'b', { host }: FaultProxy) => (results[host] === undefined ? {} : { [name]: results[host] });
    return {
      run,
      repository,
      errors: errorsOf(run),
      results: { ...resultOf('a', a), ...resultOf('b', broken) },
      tags: { a: await tagsOf('a', repository), b: await tagsOf('b', repository) },
      tagPuts: { a: putsOf(a), b: putsOf(broken) },
      attempts: attemptsOf(broken.journal),
      journal: [...broken.journal],
      met: broken.ruleCounts().reduce((sum, { applied }) => sum + applied, 0),
      builds: docker.callsOf('buildx', 'build').length - builtBefore,
      openUploads: openUploadsOf(a) + openUploadsOf(broken),
    };
  };

  return {
    site,
    docker,
    project,
    a,
    b,
    guarded,
    unique,
    start,
    release,
    tagsOf,
    close: async () => {
      await Promise.all([a.close(), b.close(), guarded.close(), docker.remove()]);
      await site.close();
    },
  };
}

function rulesOf(faults: Faults): readonly Rule[] {
  return typeof faults === 'string' ? preset(faults) : faults.map((rule, index) => ({ ...rule, name: `fault ${index + 1}` }));
}

function putsOf(proxy: FaultProxy): readonly string[] {
  return proxy.find({ operation: 'manifest-put', names: 'tag' }).map(({ reference }) => reference);
}

/** Sessions that the client was told of and neither finished nor gave back. */
export function openUploadsOf(proxy: FaultProxy): number {
  const finished = proxy.find({ operation: 'upload-finish', upstreamStatus: 201 });
  const givenBack = proxy.find({ operation: 'upload-cancel' }).filter(({ upstreamStatus }) => upstreamStatus !== 0);
  const ended = new Set([...finished, ...givenBack].map(({ reference }) => reference));
  return proxy.find({ operation: 'upload-start', status: 202 }).length - ended.size;
}

const ACCEPT = 'application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json';

/** What each tag of a repository holds; none where there is no such repository. */
async function readTags(base: string): Promise<Tags> {
  const list = (await (await fetch(`${base}/tags/list`)).json()) as { readonly tags?: readonly string[] | null }; // the specification's form
  const held = (list.tags ?? []).map(async (tag) => {
    const answer = await fetch(`${base}/manifests/${tag}`, { method: 'HEAD', headers: { accept: ACCEPT } });
    return [tag, answer.headers.get('docker-content-digest') ?? ''] as const;
  });
  return Object.fromEntries(await Promise.all(held));
}
