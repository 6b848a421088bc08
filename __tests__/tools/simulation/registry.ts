import type { Manifest } from '../../../src/oci/content.ts';
import type { Clock } from '../../../src/publish/publication.ts';
import { RegistryError } from '../../../src/registry/error.ts';
import type { RepositoryClient } from '../../../src/registry/types.ts';
import { type FaultKind, LATE_MS, type Request, type TakeFault } from './faults.ts';
import { describe, type SimulatedImage } from './images.ts';
import type { Random } from './random.ts';
import { makeStore, type Store } from './store.ts';

/** One request as it reached a registry. */
export type JournalEntry = Request & { readonly atMs: number; readonly fault: FaultKind | undefined; readonly digest: string | undefined };

export type SimulatedRegistry = {
  readonly name: string;
  readonly journal: readonly JournalEntry[];
  /** What the tag holds at this moment, whatever a lagging read would say. */
  readonly tag: (name: string) => string | undefined;
  /** Whether all blobs and manifests of the image are here. */
  readonly holds: (image: SimulatedImage) => boolean;
  /** Stores an image and tags it, as if it had always been here. */
  readonly seed: (image: SimulatedImage, tags: readonly string[]) => void;
  /** A client of one run, which the journal and the faults know by the run's name. */
  readonly connect: (run: string) => RepositoryClient;
};

export type RegistrySetup = {
  readonly name: string;
  readonly clock: Clock;
  /** Each way of each request takes between these many ms. */
  readonly latencyMs: readonly [from: number, to: number];
  readonly random: Random;
  readonly takeFault: TakeFault;
  /** How far reads of tags are behind the writes. */
  readonly lagMs?: number;
  /** Whether it removes manifests; not by default. */
  readonly deletes?: boolean;
  /** Called before a tag is written. */
  readonly onTagPut?: (entry: JournalEntry) => void;
};

/** The error the real client would throw. */
function errorOf(
  { registry, operation, reference }: Request,
  { fault, status }: { readonly fault: string; readonly status: number | undefined },
): RegistryError {
  const repository = { registry: `${registry}.example`, path: 'app' };
  return new RegistryError({
    repository,
    operation: OPERATIONS[operation],
    ...(reference === '' ? {} : { reference }),
    url: new URL(`https://${repository.registry}/v2/app/`),
    ...(status === undefined ? {} : { status }),
    code: fault === 'refuse' ? 'DENIED' : '',
    detail: fault,
    verdict: { temporary: fault !== 'refuse' && fault !== 'stored' },
    hint: undefined,
  });
}

const OPERATIONS = {
  'prove-push': 'prove the right to push',
  'blob-head': 'look up blob',
  'blob-put': 'push blob',
  'blob-get': 'pull blob',
  'manifest-head': 'look up manifest',
  'manifest-get': 'pull manifest',
  'manifest-put': 'push manifest',
  'manifest-delete': 'delete manifest',
  'tag-head': 'look up manifest',
  'tag-put': 'push manifest',
  referrers: 'list referrers of',
  'tag-list': 'list tags',
} as const;

const STATUSES: Readonly<Record<FaultKind, number | undefined>> = {
  refuse: 403,
  unavailable: 503,
  lost: undefined,
  lie: 201,
  late: 201,
  stored: 404,
  other: 200,
  absent: 404,
};

/** A registry of one repository, in memory, in a world's time. */
export function makeRegistry(setup: RegistrySetup): SimulatedRegistry {
  const store = makeStore();
  const journal: JournalEntry[] = [];
  return {
    name: setup.name,
    journal,
    tag: (tag) => store.tagAt(tag, setup.clock.now()),
    holds: ({ candidate, blobs }) =>
      [...blobs.keys()].every((digest) => store.blobs.has(digest)) &&
      [candidate.root, ...candidate.children].every(({ digest }) => store.manifests.has(digest)),
    seed: ({ candidate, blobs }, tags) => {
      for (const [digest, blob] of blobs) store.blobs.set(digest, blob);
      for (const manifest of [...candidate.children, candidate.root]) store.manifests.set(manifest.digest, manifest);
      for (const tag of tags) store.writeTag(tag, candidate.root.digest, Number.NEGATIVE_INFINITY);
    },
    connect: (run) => makeClient(setup, store, makeAsk(setup, journal, run)),
  };
}

const UNDONE: readonly FaultKind[] = ['refuse', 'unavailable', 'lie'];
const ANSWERED: readonly FaultKind[] = ['lie', 'late', 'other', 'absent'];

/** One request: the way there, what it does, and the way back. */
type Ask = <Value>(
  asked: Pick<Request, 'operation' | 'reference'> & { readonly digest?: string },
  act: (fault: FaultKind | undefined) => Value,
) => Promise<Value>;

function makeAsk({ name, clock, random, latencyMs, takeFault, onTagPut }: RegistrySetup, journal: JournalEntry[], run: string): Ask {
  const way = () => clock.sleep(random.integer(...latencyMs));
  return async <Value>({ digest, ...asked }: Parameters<Ask>[0], act: (fault: FaultKind | undefined) => Value): Promise<Value> => {
    const request: Request = { registry: name, run, ...asked };
    await way();
    const fault = takeFault(request);
    if (fault === 'late') await clock.sleep(LATE_MS);
    const entry = { ...request, atMs: clock.now(), fault, digest };
    journal.push(entry);
    const isDone = fault === undefined || !UNDONE.includes(fault);
    if (asked.operation === 'tag-put' && isDone) onTagPut?.(entry);
    const value = isDone ? act(fault) : undefined;
    await way();
    if (fault !== undefined && !ANSWERED.includes(fault)) throw errorOf(request, { fault, status: STATUSES[fault] });
    return value as Value; // a lie is only told about requests that answer nothing
  };
}

function makeClient({ name, clock, lagMs = 0, deletes = false }: RegistrySetup, store: Store, ask: Ask): RepositoryClient {
  const read = (reference: string) =>
    store.manifests.get(isDigest(reference) ? reference : (store.tagAt(reference, clock.now() - lagMs) ?? ''));
  const put = (reference: string, manifest: Manifest) => {
    const operation = isDigest(reference) ? 'manifest-put' : 'tag-put';
    return ask({ operation, reference, digest: manifest.digest }, () => {
      if (!store.hasReferences(manifest))
        throw errorOf({ registry: name, run: '', operation, reference }, { fault: 'blob unknown', status: 400 });
      store.manifests.set(manifest.digest, manifest);
      if (!isDigest(reference)) store.writeTag(reference, manifest.digest, clock.now());
    });
  };
  return {
    repository: { registry: `${name}.example`, path: 'app' },
    provePush: () => ask({ operation: 'prove-push', reference: '' }, () => undefined),
    hasBlob: (digest) => ask({ operation: 'blob-head', reference: digest }, () => store.blobs.has(digest)),
    putBlob: async ({ digest }, open) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of open()) chunks.push(chunk);
      await ask({ operation: 'blob-put', reference: digest }, () => void store.blobs.set(digest, Buffer.concat(chunks)));
    },
    mountBlob: async () => false,
    async *getBlob(digest) {
      const bytes = await ask({ operation: 'blob-get', reference: digest }, () => store.blobs.get(digest));
      if (bytes !== undefined) yield bytes;
    },
    headManifest: async (reference) => {
      const operation = isDigest(reference) ? 'manifest-head' : 'tag-head';
      return ask({ operation, reference }, (fault) => {
        const found = fault === 'absent' ? undefined : read(reference);
        if (found === undefined) return undefined;
        return fault === 'other' ? { ...describe(found), digest: `sha256:${'0'.repeat(64)}` } : describe(found);
      });
    },
    getManifest: (reference) => ask({ operation: 'manifest-get', reference }, () => read(reference)),
    putManifest: put,
    deleteManifest: (digest) =>
      ask({ operation: 'manifest-delete', reference: digest }, () => {
        if (deletes) store.remove(digest, clock.now());
        return deletes;
      }),
    listTags: () => ask({ operation: 'tag-list', reference: '' }, () => store.tagsAt(clock.now() - lagMs)),
    referrers: (digest) => ask({ operation: 'referrers', reference: digest }, () => store.referrers(digest).map(describe)),
    addReferrers: (digest) => ask({ operation: 'referrers', reference: digest }, () => 'listed' as const), // it keeps account of them
  };
}

function isDigest(reference: string): boolean {
  return reference.startsWith('sha256:');
}
