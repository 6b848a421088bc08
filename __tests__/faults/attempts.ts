import type { FaultEntry } from '../tools/faults/journal.ts';
import type { Operation } from '../tools/registry/protocol.ts';

/** Something that was asked of B and met by a fault, with all requests for it in their order, also those that passed. */
export type Attempts = {
  readonly operation: Operation;
  /** Tag or digest; '' for what does not tell: tokens, and the begin of an upload. */
  readonly about: string;
  readonly requests: readonly FaultEntry[];
};

export function attemptsOf(journal: readonly FaultEntry[]): readonly Attempts[] {
  const groups = Map.groupBy(journal, (entry) => `${entry.operation} ${subjectOf(entry)}`);
  return [...groups.values()].flatMap((requests) => {
    const broken = requests.find(isBroken);
    return broken === undefined ? [] : [{ operation: broken.operation, about: subjectOf(broken), requests }];
  });
}

export function isBroken({ fault }: FaultEntry): boolean {
  return fault !== undefined;
}

/** How long it took after each fault until the same was asked for once more; where requests do not tell for what they are, until the last of them. */
export function waitsOf({ about, requests }: Attempts): readonly number[] {
  return requests.flatMap((request, index) => {
    const next = about === '' ? requests.slice(index + 1).at(-1) : requests[index + 1];
    return isBroken(request) && next !== undefined ? [next.at - request.at] : [];
  });
}

/** An upload's session says nothing of its blob: its end does. */
function subjectOf({ path, reference }: FaultEntry): string {
  return /[?&]digest=([^&]+)/.exec(decodeURIComponent(path))?.[1] ?? reference;
}
