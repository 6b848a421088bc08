/** What can be asked of a registry, as the journal and the faults name it. */
export type Operation =
  | 'prove-push'
  | 'blob-head'
  | 'blob-put'
  | 'blob-get'
  | 'manifest-head'
  | 'manifest-get'
  | 'manifest-put'
  | 'manifest-delete'
  | 'tag-head'
  | 'tag-put'
  | 'referrers'
  | 'tag-list';

/**
 * What goes wrong with a request. `refuse`: 403, nothing is done; `unavailable`: 503, nothing is done; `lost`: it is done and
 * the answer never comes; `lie`: success is answered and nothing is done; `late`: it is {@link LATE_MS} on its way; `stored`: it is done, and answered with 404;
 * `other` and `absent`: a HEAD tells another digest than the tag holds, or of no tag.
 */
export type FaultKind = 'refuse' | 'unavailable' | 'lost' | 'lie' | 'late' | 'stored' | 'other' | 'absent';

export const LATE_MS = 300;

export type Fault = {
  readonly kind: FaultKind;
  readonly registry: string;
  readonly operation: Operation;
  /** The run it happens to; every run where it is left out. */
  readonly run?: string;
  /** The tag it happens to; any where it is left out. */
  readonly tag?: string;
  /** How many matching requests pass first, and how many it then happens to. */
  readonly skip?: number;
  readonly times?: number;
};

export type Request = { readonly registry: string; readonly run: string; readonly operation: Operation; readonly reference: string };

/** Gives the fault that befalls a request, if any; counts as it is asked. */
export type TakeFault = (request: Request) => FaultKind | undefined;

export function scheduleFaults(faults: readonly Fault[]): TakeFault {
  const seen = faults.map(() => 0);
  return (request) => {
    const hits = faults.map((fault, index) => isHit(fault, request) && countHit(fault, seen, index));
    return faults[hits.indexOf(true)]?.kind;
  };
}

function isHit(fault: Fault, { registry, run, operation, reference }: Request): boolean {
  const sameRun = fault.run === undefined || fault.run === run;
  const sameTag = fault.tag === undefined || fault.tag === reference;
  return fault.registry === registry && fault.operation === operation && sameRun && sameTag;
}

function countHit({ skip = 0, times = Number.POSITIVE_INFINITY }: Fault, seen: number[], index: number): boolean {
  const count = seen[index] ?? 0;
  seen[index] = count + 1;
  return count >= skip && count < skip + times;
}
