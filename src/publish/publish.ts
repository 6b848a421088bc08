import type { PlannedTag } from '../plan/naming/naming.ts';
import { confirmManifests, putManifests, putMissingManifests } from './content/manifests.ts';
import { listReferrers } from './content/referrers.ts';
import type { ConnectedDestination } from './destination.ts';
import type { Outcome } from './outcome.ts';
import type { HeldTags, Readiness } from './preflight.ts';
import { hasEnded, type Progress, type PublishStep, runSteps, withRecords } from './progress.ts';
import type { PublicationTerms } from './publication.ts';
import { faultOf, reasonOf } from './reason.ts';
import { summarizeOutcome } from './summarize.ts';
import { type ArbiterTag, findArbiterTag, type ImageFor } from './tags/concurrent-release.ts';
import { moveTag, type TagResult } from './tags/move-tag.ts';
import { confirmState, rollBackTag } from './tags/rollback.ts';
import { makeWriter, type TagWriter } from './tags/tag-writer.ts';
import type { ReadTaggedImage } from './tags/tagged-image.ts';
import { verifyTag } from './tags/verify.ts';

export type PublishRequest = PublicationTerms & {
  readonly readiness: Readiness;
  /** The image that goes to a destination: several images are one transaction. */
  readonly imageFor: ImageFor;
  /** Resolves when every blob of the candidate is at the destination, or with the failure because of which it cannot be. */
  readonly contentAt: (destination: ConnectedDestination) => Promise<{ readonly failure: unknown }>;
  /** Whether the candidate's manifests are at the destination already, and read back, by a head start. */
  readonly isAhead: (destination: ConnectedDestination) => Promise<boolean>;
};

/**
 * Publishes the candidates as one transaction: no tag moves anywhere until every required destination holds the complete,
 * digest-checked content; when one fails while tags move, floating tags go back to what they held. Registries' failures and
 * cancellation do not throw: they are in the outcome, together with what is published where.
 */
export async function publish(request: PublishRequest): Promise<Outcome> {
  const { signal, contentAt, isAhead, imageFor } = request;
  const digestFor = (destination: ConnectedDestination): string => imageFor(destination).candidate.root.digest;
  const destinations = request.readiness.destinations.map(({ destination }) => destination);
  const leading = findArbiterTag(destinations, imageFor);
  const writerOf = prepareWriters(request, leading);
  const hasSeveral = new Set(destinations.map(({ target }) => target)).size > 1;
  const isFirst: IsWanted = (tag, destination) => hasSeveral && tag === leading?.tag && destination === leading.destination;
  const steps: readonly PublishStep[] = [
    // The content, blob by blob, and the manifests by digest, read back: nothing visible changes.
    contentStep(contentAt),
    manifestStep(writerOf, isAhead),
    // Of several images the leading tag alone: a run that gives way could not tell what the other one has built of the others.
    ...(hasSeveral ? [tagStep(writerOf, isFirst), verifyStep(writerOf)] : []),
    // Fixed tags first: they are what a re-run adopts.
    tagStep(writerOf, (tag, destination) => tag.lifetime === 'fixed' && !isFirst(tag, destination)),
    tagStep(writerOf, ({ lifetime, name }) => lifetime === 'floating' && name !== 'latest'),
    tagStep(writerOf, ({ lifetime, name }) => lifetime === 'floating' && name === 'latest'),
    verifyStep(writerOf),
    // Signatures once more: another process may have written their listing over ours since.
    listingStep(writerOf),
  ];
  const all = request.readiness.destinations.map((ready) => start(ready, digestFor(ready.destination)));
  const { each, required } = runSteps(all, steps, signal);
  const settled = await Promise.all(each.map(async (progress) => settle(await progress, writerOf, await required)));
  return summarizeOutcome(settled, digestFor, signal.aborted ? reasonOf(signal.reason) : undefined);
}

/** The image that ours gives way to: at every destination the one that the leading tag shows, where it is known. */
function concurrentOf(progress: Progress, required: readonly Progress[]): string | undefined {
  const ofSame = required.filter(({ destination }) => destination.target === progress.destination.target);
  return [...ofSame, progress].find(({ concurrent }) => concurrent !== undefined)?.concurrent;
}

type WriterOf = (progress: Progress) => TagWriter;

/** One writer a destination, so that what it has read is remembered from step to step. */
function prepareWriters({ readiness, imageFor, ...terms }: PublishRequest, leading: ArbiterTag | undefined): WriterOf {
  const writers = new Map(
    readiness.destinations.map((ready) => {
      const publication = { ...terms, ...imageFor(ready.destination) };
      const { held, listing } = ready.kind === 'ready' ? ready : { held: new Map(), listing: Promise.resolve(undefined) };
      return [ready.destination, makeWriter(publication, ready.destination, { held, listing, leading })] as const;
    }),
  );
  return ({ destination }) => {
    const writer = writers.get(destination);
    if (writer === undefined) throw new Error('a destination that preflight did not see');
    return writer;
  };
}

/** Nothing is done yet; what holds the candidate already is said so even if the run never comes to it. */
function start(ready: Readiness['destinations'][number], digest: string): Progress {
  const { destination } = ready;
  if (ready.kind === 'skipped') return { destination, tags: [], failure: ready.reason };
  const unchanged = destination.tags.filter(({ name }) => ready.held.get(name) === digest);
  return { destination, tags: unchanged.map((tag) => ({ tag, state: 'unchanged', confirmed: true })), failure: undefined };
}

function contentStep(contentAt: PublishRequest['contentAt']): PublishStep {
  return async (progress) => {
    const { failure } = await contentAt(progress.destination);
    return failure === undefined ? progress : { ...progress, ...faultOf(failure) };
  };
}

/** Where a tag holds the candidate, its manifests are there already. */
function manifestStep(writerOf: WriterOf, isAhead: PublishRequest['isAhead']): PublishStep {
  return async (progress) => {
    const { client, held, readTaggedImage, publication } = writerOf(progress);
    const { candidate, clock } = publication;
    warm(readTaggedImage, held);
    if (await isAhead(progress.destination)) return progress;
    const isThere = [...held.values()].includes(candidate.root.digest);
    await (isThere ? putMissingManifests : putManifests)(client, candidate);
    await confirmManifests(client, candidate, clock);
    return progress;
  };
}

/** Reads what the tags hold while the manifests are under way. What fails here is asked for again, and heard, when it is needed. */
function warm(readTaggedImage: ReadTaggedImage, held: HeldTags): void {
  for (const digest of new Set(held.values())) {
    if (digest !== undefined) readTaggedImage(digest).catch(() => undefined);
  }
}

type IsWanted = (tag: PlannedTag, destination: ConnectedDestination) => boolean;

function tagStep(writerOf: WriterOf, isWanted: IsWanted): PublishStep {
  return async (progress) => {
    const tags = progress.destination.tags.filter((tag) => isWanted(tag, progress.destination));
    return withResults(progress, await Promise.all(tags.map((tag) => moveTag(writerOf(progress), tag))));
  };
}

function verifyStep(writerOf: WriterOf): PublishStep {
  return async (progress) => withResults(progress, await Promise.all(progress.tags.map((record) => verifyTag(writerOf(progress), record))));
}

function listingStep(writerOf: WriterOf): PublishStep {
  return async (progress) => {
    const { client, publication } = writerOf(progress);
    await listReferrers(client, publication.candidate, publication.clock);
    return progress;
  };
}

function withResults(progress: Progress, results: readonly TagResult[]): Progress {
  const records = results.map(({ record }) => record);
  const failed = results.filter((result) => result.failure !== undefined);
  const { failure, concurrent, bug } = failed.find((result) => result.bug !== undefined) ?? failed[0] ?? {};
  return {
    ...withRecords(progress, records),
    failure,
    ...(concurrent === undefined ? {} : { concurrent }),
    ...(bug === undefined ? {} : { bug }),
  };
}

async function settle(progress: Progress, writerOf: WriterOf, required: readonly Progress[]): Promise<Progress> {
  try {
    return await settleTags(progress, writerOf, required);
  } catch (bug) {
    return { ...progress, ...faultOf(bug) }; // registries' failures are in the records
  }
}

/** Puts tags back where this destination, or a required one, has failed; then no record is left unconfirmed. */
async function settleTags(progress: Progress, writerOf: WriterOf, required: readonly Progress[]): Promise<Progress> {
  const writer = writerOf(progress);
  const goesBack = hasEnded(required) || progress.failure !== undefined;
  const concurrent = concurrentOf(progress, required);
  const back = goesBack ? await Promise.all(progress.tags.map((record) => rollBackTag(writer, record, concurrent))) : progress.tags;
  return withRecords(progress, await Promise.all(back.map((record) => confirmState(writer, record))));
}
