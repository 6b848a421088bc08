import { DockerError, type ProcessResult, type RunDocker } from '../host/process.ts';
import type { BuilderInputs } from '../plan/inputs/builder-inputs.ts';
import { ProblemError } from '../plan/text/problem.ts';
import type { Builder, BuilderChoice, Engine } from './builder.ts';

/** What `docker buildx inspect` says of a builder. */
export type Inspected = {
  readonly driver: string;
  readonly nodes: readonly string[];
  /** It reaches the loopback of the engine's machine. */
  readonly onHostNetwork: boolean;
  /** `network=host`, `image=moby/buildkit:v0.25.0` */
  readonly driverOpts: readonly string[];
  /** Flags of its buildkitd. */
  readonly flags: string;
};

/** @see https://github.com/docker/buildx/blob/v0.29.1/commands/inspect.go */
export function parseInspected(text: string): Inspected {
  const [head = '', nodes = ''] = text.split(/^Nodes:$/m);
  const driver = /^Driver:\s*(\S+)/m.exec(head)?.[1] ?? 'unknown';
  const options = /^Driver Options:(.*)$/m.exec(nodes)?.[1] ?? '';
  const driverOpts = [...options.matchAll(/([\w.-]+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, value]) => `${key}=${value}`);
  return {
    driver,
    nodes: [...nodes.matchAll(/^Name:\s*(\S+)/gm)].map(([, name]) => name ?? ''),
    onHostNetwork: driver === 'docker' || (driver === 'docker-container' && driverOpts.includes('network=host')),
    driverOpts,
    flags: /^BuildKit daemon flags:\s*(.*)$/m.exec(nodes)?.[1]?.trim() ?? '',
  };
}

type NamedBuilder = Extract<BuilderChoice, { readonly kind: 'named' }>;
type ExistingBuilderOptions = { readonly run: RunDocker; readonly engine: Engine | undefined };

/**
 * Looks at a builder that somebody made.
 * @throws {ProblemError} where it has several nodes, or another driver than is wanted; {DockerError} where buildx does not know it.
 */
export async function inspectBuilder(
  named: NamedBuilder,
  driver: BuilderInputs['driver'],
  { run, engine }: ExistingBuilderOptions,
): Promise<Builder> {
  const result = await inspect(named.name, run);
  if (result.code !== 0) throw new DockerError(`docker buildx inspect ${named.name}`, result);
  const inspected = parseInspected(result.stdout);
  refuseNodes(named, inspected);
  if (driver !== 'auto' && driver !== inspected.driver) throw otherDriver(named.name, driver, inspected);
  return describeExisting(named, inspected, engine);
}

/** The same; undefined where buildx does not know it. */
export async function findBuilder(name: string, run: RunDocker): Promise<Inspected | undefined> {
  const result = await inspect(name, run);
  return result.code === 0 ? parseInspected(result.stdout) : undefined;
}

export function describeExisting(
  { name, reason }: Pick<NamedBuilder, 'name' | 'reason'>,
  { driver, onHostNetwork }: Inspected,
  engine: Engine | undefined,
): Builder {
  const delivery = engine?.sharesLoopback === true && onHostNetwork ? 'push' : 'layout';
  return { name, driver, delivery, created: false, reason };
}

/** buildx cannot write a layout from several nodes, and only a layout gets here from them. @see https://github.com/docker/buildx/issues/2007 */
export function refuseNodes({ name, from }: Pick<NamedBuilder, 'name' | 'from'>, { nodes }: Inspected): void {
  if (nodes.length < 2) return;
  throw new ProblemError({
    where: from,
    given: name,
    wrong: `has ${nodes.length} nodes (${nodes.join(', ')}), and an image can only be taken from a builder with one`,
    accepted: 'name a builder with one node (docker buildx create --name NAME), or none: other platforms are then built by emulation',
  });
}

function inspect(name: string, run: RunDocker): Promise<ProcessResult> {
  return run(['buildx', 'inspect', name]);
}

function otherDriver(name: string, given: string, { driver }: Inspected): ProblemError {
  const wrong = `is not the driver of the builder ${name}, which has ${driver}`;
  return new ProblemError({ where: 'driver', given, wrong, accepted: 'leave driver out, or name another builder' });
}
