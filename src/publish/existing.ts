import { ProblemError } from '../plan/problem.ts';
import type { ImageRecord } from '../plan/record.ts';
import { formatRepository } from '../plan/reference.ts';
import type { ConnectedDestination } from './destination.ts';
import { type Holder, readHolder } from './holder.ts';
import type { Readiness } from './preflight.ts';
import type { ExistingPolicy } from './publication.ts';

/** A fixed tag that exists, and what it holds. */
export type ExistingTag = { readonly destination: ConnectedDestination; readonly name: string; readonly holder: Holder };

/** Whether to build, or to publish again what is published already: the image of that digest at that destination. */
export type ExistingDecision =
  | { readonly kind: 'build' }
  | { readonly kind: 'adopt'; readonly digest: string; readonly from: ConnectedDestination; readonly tag: string };

/**
 * Decides what is done about fixed tags that exist (P5). The same source revision and build definition mean the same build: its
 * digest is adopted, and nothing is built. Where registries hold several builds of it, as runs leave them that were ended while they met, it is
 * that of the first required one, and one of the same version before others. What an optional destination holds may be adopted too, but never stands in the way.
 * @throws {ProblemError} naming every tag that holds something else and what differs, or (`fail`) every tag that exists.
 */
export function decideExisting(ours: ImageRecord, existing: readonly ExistingTag[], policy: ExistingPolicy): ExistingDecision {
  if (policy === 'overwrite') return { kind: 'build' };
  const required = existing.filter(({ destination }) => !destination.optional);
  if (policy === 'fail' && required.length > 0) throw refusal(required.map((tag) => ({ tag, wrong: 'exists already' })));
  const differing = required.flatMap((tag) => {
    const differences = differencesOf(ours, tag.holder.record);
    return differences.length === 0 ? [] : [{ tag, wrong: `exists with other content: ${differences.join(', ')}` }];
  });
  if (differing.length > 0) throw refusal(differing);
  const same = [...required, ...existing].filter(({ holder }) => isSameBuild(ours, holder.record));
  const first = same.find(({ holder }) => holder.record.version === ours.version) ?? same[0];
  if (first === undefined) return { kind: 'build' };
  return { kind: 'adopt', digest: first.holder.manifest.digest, from: first.destination, tag: first.name };
}

/**
 * The same where nothing is to be built: what is published is known before, and a fixed tag holds just that or something else.
 * @throws {ProblemError} as {@link decideExisting} does.
 */
export function refuseOthers(digest: string, existing: readonly ExistingTag[], policy: ExistingPolicy): void {
  const required = existing.filter(({ destination }) => policy !== 'overwrite' && !destination.optional);
  if (policy === 'fail' && required.length > 0) throw refusal(required.map((tag) => ({ tag, wrong: 'exists already' })));
  const others = required.filter(({ holder }) => holder.manifest.digest !== digest);
  const wrong = ({ holder }: ExistingTag) => `exists with other content: it holds ${holder.manifest.digest}, and the source is ${digest}`;
  if (others.length > 0) throw refusal(others.map((tag) => ({ tag, wrong: wrong(tag) })));
}

/** Reads what the fixed tags hold that preflight found, all at once. */
export async function readExisting({ destinations }: Readiness): Promise<readonly ExistingTag[]> {
  const found = destinations.flatMap((ready) => (ready.kind === 'ready' ? fixedTags(ready) : []));
  const read = await Promise.all(
    found.map(async ({ destination, name, digest }) => {
      const holder = await readHolder(destination.client, digest);
      return holder === undefined ? [] : [{ destination, name, holder }];
    }),
  );
  return read.flat();
}

function fixedTags({ destination, held }: Extract<Readiness['destinations'][number], { readonly kind: 'ready' }>) {
  return destination.tags.flatMap(({ name, lifetime }) => {
    const digest = held.get(name);
    return lifetime === 'fixed' && digest !== undefined ? [{ destination, name, digest }] : [];
  });
}

/** Whether both are builds of one commit by one definition. */
export function isSameBuild(ours: ImageRecord, held: ImageRecord): boolean {
  return differencesOf(ours, held).length === 0;
}

/** What tells the image from ours, one clause each; none where it is a build of the same source by the same definition. */
function differencesOf(ours: ImageRecord, held: ImageRecord): readonly string[] {
  return [
    ...difference('source revision', ours.revision, held.revision),
    ...difference('build definition', ours.definition, held.definition),
  ];
}

function difference(what: string, ours: string | undefined, held: string | undefined): readonly string[] {
  if (ours !== undefined && ours === held) return [];
  return [`its ${what} is ${held ?? 'not recorded'} and this one's ${ours ?? 'is not known'}`];
}

type Refused = { readonly tag: ExistingTag; readonly wrong: string };

function refusal(refused: readonly Refused[]): ProblemError {
  const accepted = 'publish under a new version, or say existing: overwrite if nobody relies on the old content';
  return new ProblemError(refused.map(({ tag, wrong }) => ({ where: 'tags', given: nameOf(tag), wrong, accepted })));
}

function nameOf({ destination, name }: ExistingTag): string {
  return `${formatRepository(destination.repository)}:${name}`;
}
