import { ProblemError } from '../plan/text/problem.ts';
import { type Builder, bootBuilder, type CreateBuilder, createBuilder, type Engine } from './builder.ts';
import { describeExisting, findBuilder, type Inspected, refuseNodes } from './existing-builder.ts';

/** A kept cache is found again by the name of its builder. */
export const KEPT_BUILDER = 'tagboat';

type KeptBuilderOptions = CreateBuilder & {
  readonly engine: Engine | undefined;
  /** Called just before the builder is created here, and with false where another job was faster: then it is not ours to remove. */
  readonly onCreate: (isOurs: boolean) => void;
};

/** What is taken, and inputs that it does not follow since it was created with others. */
export type KeptBuilder = { readonly builder: Builder; readonly idle: readonly string[] };

/**
 * The builder of `keep-state`: the one that an earlier step, an earlier run or another job has created, else a new one.
 * @throws {ProblemError} where something else has its name.
 */
export async function takeKeptBuilder(reason: string, means: KeptBuilderOptions): Promise<KeptBuilder> {
  const found = await findBuilder(KEPT_BUILDER, means.run);
  if (found !== undefined) return reuse(found, means);
  means.onCreate(true);
  try {
    return { builder: await createBuilder(KEPT_BUILDER, reason, means), idle: [] };
  } catch (error) {
    if (!(error instanceof Error) || !/existing instance for|already in use/.test(error.message)) throw error;
    means.onCreate(false);
    const other = await findBuilder(KEPT_BUILDER, means.run);
    if (other === undefined) throw error;
    return reuse(other, means);
  }
}

async function reuse(found: Inspected, means: KeptBuilderOptions): Promise<KeptBuilder> {
  if (found.driver !== 'docker-container') throw otherDriver(found);
  refuseNodes({ name: KEPT_BUILDER, from: 'keep-state' }, found);
  await bootBuilder(KEPT_BUILDER, means);
  const reason = 'kept from before (keep-state)';
  return { builder: describeExisting({ name: KEPT_BUILDER, reason }, found, means.engine), idle: findIdle(found, means) };
}

/** What its file says is not compared: buildx prints it in another form. */
function findIdle({ driverOpts, flags }: Inspected, { inputs }: KeptBuilderOptions): readonly string[] {
  return [
    ...(inputs.driverOpts.every((option) => driverOpts.includes(option)) ? [] : ['driver-opts']),
    ...(inputs.buildkitdFlags === '' || inputs.buildkitdFlags === flags ? [] : ['buildkitd-flags']),
  ];
}

function otherDriver({ driver }: Inspected): ProblemError {
  return new ProblemError({
    where: 'keep-state',
    given: KEPT_BUILDER,
    wrong: `is a builder with driver ${driver} on this machine, and keep-state uses that name for one with docker-container`,
    accepted: `remove it (docker buildx rm ${KEPT_BUILDER}), or write builder: ${KEPT_BUILDER} and leave keep-state out`,
  });
}
