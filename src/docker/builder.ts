import { DockerError, type ProcessResult, type RunDocker } from '../host/process.ts';
import { type BuilderInputs, ownBuilderOptions } from '../plan/inputs/builder-inputs.ts';
import { type Problem, ProblemError } from '../plan/text/problem.ts';
import { type Patience, runAttempts } from './attempts.ts';

/** What the engine says of itself. @see https://docs.docker.com/reference/api/engine/version/v1.50/#tag/System/operation/SystemInfo */
export type Engine = {
  /** The containerd image store: the engine's own BuildKit then builds for many platforms and pushes indexes. */
  readonly hasContainerdStore: boolean;
  /** Its loopback is ours: not a virtual machine, not another host. */
  readonly sharesLoopback: boolean;
  /** `amd64`, `arm64`, … */
  readonly architecture: string;
  readonly version: string;
};

/** The builder that will be used, and how its output reaches us. */
export type Builder = {
  readonly name: string;
  readonly driver: string;
  /** `push`: it reaches the staging registry on our loopback. `layout`: it sends a whole OCI layout through the docker client. */
  readonly delivery: 'push' | 'layout';
  /** Made by us, to be removed by us. */
  readonly created: boolean;
  readonly reason: string;
};

/** Why no engine answers. */
export type Silence = {
  /** `unix:///var/run/docker.sock` */
  readonly address: string;
  /** `ENOENT`, or what docker said. */
  readonly cause: string;
};

export type BuilderWish = {
  readonly inputs: BuilderInputs;
  /** The builder selected by BUILDX_BUILDER or `docker buildx use`; undefined for the engine's own. */
  readonly selected: string | undefined;
  /** Undefined where there is no engine to ask. */
  readonly engine: Engine | undefined;
  /** Why there is none. */
  readonly silence?: Silence | undefined;
  /** The docker context's name: the name of the engine's own builder. */
  readonly dockerContext: string;
};

/** Which builder to take; nothing is started. */
export type BuilderChoice =
  /** `from`: what names it, for messages. */
  | { readonly kind: 'named'; readonly name: string; readonly from: string; readonly reason: string }
  | { readonly kind: 'engine'; readonly builder: Builder }
  | { readonly kind: 'create'; readonly reason: string };

/**
 * Chooses the builder: the named one, the selected one, the engine's own BuildKit where its image store can hold indexes
 * (no boot), else a docker-container builder of our own.
 * @throws {ProblemError} where the wish cannot be met.
 */
export function chooseBuilder({ inputs, selected, engine, silence, dockerContext }: BuilderWish): BuilderChoice {
  const options = ownBuilderOptions(inputs).join(', ');
  if (inputs.name !== '') return { kind: 'named', name: inputs.name, from: 'builder', reason: 'named by the builder input' };
  if (inputs.driver === 'auto' && options === '' && selected !== undefined)
    return { kind: 'named', name: selected, from: 'BUILDX_BUILDER or docker buildx use', reason: 'selected on this machine' };
  if (engine === undefined) throw new ProblemError(noEngine(silence, 'start Docker, set DOCKER_HOST, or name a remote builder (builder)'));
  if (inputs.driver === 'docker-container') return { kind: 'create', reason: 'driver: docker-container' };
  if (options !== '') return { kind: 'create', reason: `only a builder of its own can have ${options}` };
  if (engine.hasContainerdStore) return { kind: 'engine', builder: engineBuilder(dockerContext, engine) };
  if (inputs.driver === 'auto') return { kind: 'create', reason: 'the engine has no containerd image store' };
  throw new ProblemError({
    where: 'driver',
    given: 'docker',
    wrong: 'cannot hold images of several platforms: the engine has no containerd image store',
    accepted: 'write auto or docker-container, or switch the containerd image store on',
  });
}

/** @param accepted what helps where nothing listens there. */
function noEngine(silence: Silence | undefined, accepted: string): Problem {
  if (silence === undefined) return { where: 'docker', wrong: 'no engine answers', accepted };
  const { address, cause } = silence;
  if (!/EACCES|EPERM|permission denied/i.test(cause))
    return { where: 'docker', wrong: `no engine answers at ${address} (${cause})`, accepted };
  const wrong = `may not be opened by this user (${cause})`;
  return { where: 'docker', given: address, wrong, accepted: 'add the user to the group docker and log in again, or run as root' };
}

function engineBuilder(name: string, engine: Engine): Builder {
  const delivery = engine.sharesLoopback ? 'push' : 'layout';
  return { name, driver: 'docker', delivery, created: false, reason: 'the engine’s own BuildKit with the containerd image store' };
}

/**
 * Creates a docker-container builder on the host's network, so that it reaches the staging registry, and boots it.
 * @param name unique to this run; the post step removes it by this name.
 */
export async function createBuilder(name: string, reason: string, { run, inputs, configFile, patience }: CreateBuilder): Promise<Builder> {
  const ownNetwork = inputs.driverOpts.some((option) => option.startsWith('network='));
  const result = await run(
    [
      'buildx',
      'create',
      `--name=${name}`,
      '--driver=docker-container',
      ...(ownNetwork ? [] : ['--driver-opt=network=host']),
      ...inputs.driverOpts.map((option) => `--driver-opt=${option}`),
      ...(inputs.buildkitdFlags === '' ? [] : [`--buildkitd-flags=${inputs.buildkitdFlags}`]),
      ...(configFile === undefined ? [] : [`--buildkitd-config=${configFile}`]),
    ],
    { show: true },
  );
  if (result.code !== 0) throw new DockerError('docker buildx create', result);
  await bootBuilder(name, { run, patience });
  const onHostNetwork = !ownNetwork || inputs.driverOpts.includes('network=host');
  return { name, driver: 'docker-container', delivery: onHostNetwork ? 'push' : 'layout', created: true, reason };
}

export type CreateBuilder = {
  readonly run: RunDocker;
  readonly inputs: BuilderInputs;
  readonly configFile: string | undefined;
  readonly patience: Patience;
};

/** Pulling BuildKit's image, and its start on a busy machine, fail now and then: what fails once is no reason to end a release. */
const BOOT_PAUSES_MS = [1_000, 4_000];

/** Starts it, unless it runs. @throws {DockerError} where it does not start. */
export async function bootBuilder(name: string, { run, patience }: Pick<CreateBuilder, 'run' | 'patience'>): Promise<void> {
  const boot = (): Promise<ProcessResult> => run(['buildx', 'inspect', '--bootstrap', name], { show: true });
  const causeOf = ({ stderr }: ProcessResult) => ({ reason: lastLine(stderr), attempts: BOOT_PAUSES_MS.length + 1 });
  const result = await runAttempts({ what: `to start the builder ${name}`, run: boot, causeOf, pausesMs: BOOT_PAUSES_MS }, patience);
  if (result.code !== 0) throw new DockerError(`docker buildx inspect --bootstrap ${name}`, result);
}

function lastLine(stderr: string): string {
  return (
    stderr
      .trim()
      .split(/\r?\n/)
      .at(-1)
      ?.replace(/^ERROR: /, '') ?? ''
  );
}
