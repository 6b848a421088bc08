import type { JournalEntry, Operation } from './registry/protocol.ts';
import { isDigest } from './registry/protocol.ts';

/** One request, and the name of the registry that got it. */
export type Visit = { readonly registry: string; readonly entry: JournalEntry };

/** How a client logs in is its own business, and told elsewhere. */
const LOGIN: readonly Operation[] = ['ping', 'token'];

/**
 * What registries were asked, stage by stage: a line a registry and stage, each kind of request with its number. Inside a stage requests
 * are under way at once, so only the order of the stages is told.
 */
export function describeVisits(visits: readonly Visit[]): string {
  const asked = visits.filter(({ entry }) => entry.status !== 401 && !LOGIN.includes(entry.operation));
  const content = asked.findIndex(({ entry }) => entry.operation === 'blob-head');
  const firstTag = asked.findIndex(({ entry }) => isTagPut(entry));
  const lastTag = asked.findLastIndex(({ entry }) => isTagPut(entry));
  const stages = [
    ['before the build', asked.slice(0, content)],
    ['content', asked.slice(content, firstTag).filter(({ entry }) => !isTagRead(entry))],
    ['tags', asked.slice(content, lastTag + 1).filter(({ entry }) => isTagPut(entry) || isTagRead(entry))],
    ['read back', asked.slice(lastTag + 1)],
  ] as const;
  return stages.flatMap(([stage, inIt]) => [stage, ...describeStage(inIt)]).join('\n');
}

/** Tags in the order of their PUTs, over all registries; those of one moment in one group. */
export function tagPuts(visits: readonly Visit[]): readonly string[] {
  return visits.filter(({ entry }) => isTagPut(entry)).map(({ registry, entry }) => `${registry} ${entry.reference}`);
}

export function isTagPut({ operation, reference }: JournalEntry): boolean {
  return operation === 'manifest-put' && !isDigest(reference);
}

function isTagRead({ operation, reference }: JournalEntry): boolean {
  return (operation === 'manifest-head' || operation === 'manifest-get') && !isDigest(reference);
}

function describeStage(visits: readonly Visit[]): readonly string[] {
  const names = [...new Set(visits.map(({ registry }) => registry))].sort();
  return names.map((name) => {
    const kinds = visits.filter(({ registry }) => registry === name).map(({ entry }) => kindOf(entry));
    const counted = [...new Set(kinds)].sort().map((kind) => `${kinds.filter((other) => other === kind).length} ${kind}`);
    return `  ${name}: ${counted.join(', ')}`;
  });
}

function kindOf(entry: JournalEntry): string {
  const { operation, reference } = entry;
  if (!operation.startsWith('manifest-')) return operation;
  return `${operation} by ${isDigest(reference) ? 'digest' : 'tag'}`;
}
