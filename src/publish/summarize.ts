import type { PlannedTag } from '../plan/naming/naming.ts';
import { formatRepository } from '../plan/text/reference.ts';
import type { ConnectedDestination } from './destination.ts';
import type { DestinationOutcome, Outcome, PublishFailure, TagOutcome } from './outcome.ts';
import type { Progress, TagRecord } from './progress.ts';
import { allOptionalFailed, reasonOf } from './reason.ts';

/** Says what is published where, from how far each destination got. `cancelled` says by what, where the run was. */
export function summarizeOutcome(
  all: readonly Progress[],
  digestFor: (destination: ConnectedDestination) => string,
  cancelled: string | undefined,
): Outcome {
  const failure = failureOf(all, cancelled);
  const destinations = all.map((progress) => ({ digest: digestFor(progress.destination), ...describe(progress, failure) }));
  return { destinations, ...(failure === undefined ? {} : { failure }) };
}

/** A run that was cancelled after all its work was confirmed has not failed. */
function failureOf(all: readonly Progress[], cancelled: string | undefined): PublishFailure | undefined {
  if (cancelled !== undefined && !all.every(isDone)) return { kind: 'cancelled', messages: [cancelled] };
  const bugs = [...new Set(all.flatMap(({ bug }) => (bug === undefined ? [] : [bug])))];
  const failed = all.flatMap(({ destination, failure, bug }) =>
    failure === undefined || bug !== undefined ? [] : [{ destination, failure }],
  );
  if (bugs.length > 0) return { kind: 'failed', messages: failed.map(({ failure }) => failure), bugs };
  const required = failed.filter(({ destination }) => !destination.optional);
  if (required.length > 0) return { kind: 'failed', messages: required.map(({ failure }) => failure) };
  const isNobodyLeft = failed.length > 0 && failed.length === all.length;
  return isNobodyLeft ? { kind: 'failed', messages: allOptionalFailed(failed.map(({ failure }) => failure)) } : undefined;
}

/** Whether every tag of the destination is where it should be, or was left on purpose. */
function isDone({ destination, tags, failure }: Progress): boolean {
  if (failure !== undefined) return destination.optional;
  const done = new Set(tags.filter(isSettled).map(({ tag }) => tag.name));
  return destination.tags.every(({ name }) => done.has(name));
}

function isSettled({ state, confirmed }: TagRecord): boolean {
  return confirmed && (state === 'moved' || state === 'unchanged' || state === 'skipped');
}

function describe(progress: Progress, failure: PublishFailure | undefined): Omit<DestinationOutcome, 'digest'> {
  const { destination, tags } = progress;
  const reason = progress.failure ?? failure?.messages[0] ?? failure?.bugs?.map(reasonOf)[0];
  const records = new Map(tags.map((record) => [record.tag.name, record]));
  const outcomes = destination.tags.map((tag) => tagOutcome(tag, records.get(tag.name), reason));
  const common = { repository: destination.repository, target: destination.target, tags: outcomes };
  if (progress.failure !== undefined) return { ...common, state: destination.optional ? 'skipped' : 'failed', reason: progress.failure };
  if (!isDone(progress)) return { ...common, state: destination.optional ? 'skipped' : 'failed', reason: endedBy(progress, failure) };
  if (tags.some(({ state }) => state === 'moved')) return { ...common, state: 'published' };
  const isHeldBack = outcomes.length > 0 && outcomes.every(({ state }) => state === 'skipped');
  return isHeldBack ? { ...common, state: 'held back', reason: outcomes.map(describeTag).join('; ') } : { ...common, state: 'unchanged' };
}

/** `latest: holds 2.0.0, which is newer than 1.9.1` */
function describeTag({ name, reason }: TagOutcome): string {
  return reason === undefined ? name : `${name}: ${reason}`;
}

/** Why a destination that did nothing wrong is not done. */
function endedBy({ destination }: Progress, failure: PublishFailure | undefined): string {
  if (failure?.kind === 'cancelled') return failure.messages[0] ?? 'cancelled';
  return `${formatRepository(destination.repository)} was ended because another destination failed`;
}

function tagOutcome({ name }: PlannedTag, record: TagRecord | undefined, reason: string | undefined): TagOutcome {
  if (record === undefined) return { name, state: 'not moved', ...(reason === undefined ? {} : { reason }) };
  return {
    name,
    state: record.state,
    ...(record.reason === undefined ? {} : { reason: record.reason }),
    ...(record.before === undefined ? {} : { before: record.before.digest }),
  };
}
