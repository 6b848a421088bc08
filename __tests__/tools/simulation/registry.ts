import type { Clock } from '../../../src/publish/publication.ts';
import { RegistryError } from '../../../src/registry/error.ts';
import type { Manifest, RepositoryClient } from '../../../src/registry/types.ts';
import type { FaultKind, Operation, Request, TakeFault } from './faults.ts';
import { describe, type SimulatedImage } from './images.ts';
import type { Random } from './random.ts';

/** One request as it reached a registry. */
export type JournalEntry = Request & { readonly atMs: number; readonly fault: FaultKind | undefined; readonly digest: string | undefined };

export type SimulatedRegistry = {
  readonly name: string;
  readonly journal: readonly JournalEntry[];
  /** What the tag holds at this moment, whatever a lagging read would say. */
  readonly tag: (name: string) => string | undefined;
  readonly manifest: (digest: string) => Manifest | undefined;
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
  /** Called before a tag is written. */
  readonly onTagPut?: (entry: JournalEntry) => void;
};

/** The error the real client would throw. */
function errorOf({ registry, operation, reference }: Request, fault: FaultKind): RegistryError {
  const repository = { registry: `${registry}.example`, path: 'app' };
  const status = STATUSES[fault];
  return new RegistryError({
    repository,
    operation: OPERATIONS[operation],
    ...(reference === '' ? {} : { reference }),
    url: new URL(`https://${repository.registry}/v2/app/`),
    ...(status === undefined ? {} : { status }),
    code: fault === 'refuse' ? 'DENIED' : '',
    detail: fault,
    verdict: { temporary: fault !== 'refuse' },
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
  'tag-head': 'look up manifest',
  'tag-put': 'push manifest',
  referrers: 'list referrers of',
} as const;

const STATUSES: Readonly<Record<FaultKind, number | undefined>> = { refuse: 403, unavailable: 503, lost: undefined, lie: 201 };

/** A registry of one repository, in memory, in a world's time. */
export function makeRegistry(setup: RegistrySetup): SimulatedRegistry {
  const { name, clock } = setup;
  const journal: JournalEntry[] = [];
  const blobs = new Map<string, Uint8Array>();
  const manifests = new Map<string, Manifest>();
  const tags = new Map<string, { readonly atMs: number; readonly digest: string }[]>();

  const tagAt = (tag: string, atMs: number) => tags.get(tag)?.findLast((written) => written.atMs <= atMs)?.digest;
  const writeTag = (tag: string, digest: string, atMs: number) => tags.set(tag, [...(tags.get(tag) ?? []), { atMs, digest }]);
  const resolve = (reference: string) => (isDigest(reference) ? reference : tagAt(reference, clock.now() - (setup.lagMs ?? 0)));
  const read = (reference: string) => manifests.get(resolve(reference) ?? '');
  const seed = ({ candidate, blobs: bytes }: SimulatedImage, names: readonly string[]) => {
    for (const [digest, blob] of bytes) blobs.set(digest, blob);
    for (const manifest of [...candidate.children, candidate.root]) manifests.set(manifest.digest, manifest);
    for (const tag of names) writeTag(tag, candidate.root.digest, Number.NEGATIVE_INFINITY);
  };

  const connect = (run: string): RepositoryClient => {
    const way = () => clock.sleep(setup.random.integer(...setup.latencyMs));
    /** One request: there, what it does, and back. */
    const ask = async <Value>(operation: Operation, reference: string, act: () => Value, digest?: string): Promise<Value> => {
      const request: Request = { registry: name, run, operation, reference };
      await way();
      const fault = setup.takeFault(request);
      const entry = { ...request, atMs: clock.now(), fault, digest };
      journal.push(entry);
      const isDone = fault === undefined || fault === 'lost';
      if (operation === 'tag-put' && isDone) setup.onTagPut?.(entry);
      const value = isDone ? act() : undefined;
      await way();
      if (fault !== undefined && fault !== 'lie') throw errorOf(request, fault);
      return value as Value; // a lie is only told about requests that answer nothing
    };
    return {
      repository: { registry: `${name}.example`, path: 'app' },
      provePush: () => ask('prove-push', '', () => undefined),
      hasBlob: (digest) => ask('blob-head', digest, () => blobs.has(digest)),
      putBlob: async (blob, open) => {
        const chunks: Uint8Array[] = [];
        for await (const chunk of open()) chunks.push(chunk);
        await ask('blob-put', blob.digest, () => void blobs.set(blob.digest, Buffer.concat(chunks)));
      },
      mountBlob: async () => false,
      async *getBlob(digest) {
        const bytes = await ask('blob-get', digest, () => blobs.get(digest));
        if (bytes !== undefined) yield bytes;
      },
      headManifest: (reference) =>
        ask(isDigest(reference) ? 'manifest-head' : 'tag-head', reference, () => {
          const found = read(reference);
          return found === undefined ? undefined : describe(found);
        }),
      getManifest: (reference) => ask('manifest-get', reference, () => read(reference)),
      putManifest: (reference, manifest) => {
        const store = () => {
          manifests.set(manifest.digest, manifest);
          if (!isDigest(reference)) writeTag(reference, manifest.digest, clock.now());
        };
        return ask(isDigest(reference) ? 'manifest-put' : 'tag-put', reference, store, manifest.digest);
      },
      referrers: (digest) =>
        ask('referrers', digest, () => [...manifests.values()].filter((manifest) => subjectOf(manifest) === digest).map(describe)),
    };
  };

  return {
    name,
    journal,
    tag: (tag) => tagAt(tag, clock.now()),
    manifest: (digest) => manifests.get(digest),
    holds: ({ candidate, blobs: needed }) =>
      [...needed.keys()].every((digest) => blobs.has(digest)) &&
      [candidate.root, ...candidate.children].every(({ digest }) => manifests.has(digest)),
    seed,
    connect,
  };
}

function isDigest(reference: string): boolean {
  return reference.startsWith('sha256:');
}

/** The digest of the manifest that this one refers to. */
function subjectOf({ bytes }: Manifest): string | undefined {
  const content: { readonly subject?: { readonly digest: string } } = JSON.parse(new TextDecoder().decode(bytes));
  return content.subject?.digest;
}
