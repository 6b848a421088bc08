import type { Descriptor, OpenBlob } from '../../oci/content.ts';
import type { Repository } from '../../plan/text/reference.ts';
import type { RepositoryClient } from '../../registry/types.ts';
import { PublishError } from '../expected.ts';
import type { Clock } from '../publication.ts';
import type { Limit } from './limit.ts';
import { makePresence, type Presence } from './presence.ts';

/** How a blob came to be at a destination: it was there, another repository of the registry had it, or its bytes were sent. */
export type Arrival = 'present' | 'mounted' | 'sent';

type Blob = Pick<Descriptor, 'digest' | 'size'>;

/** The sending of blobs to one destination. What fails or takes long here holds no other registry's destination. */
export type BlobUploader = {
  readonly repository: Repository;
  /** Whether the blob is here; asked once. */
  has(digest: string): Promise<boolean>;
  /**
   * Brings the blob here unless it is, and sees that it arrived. Calls for one blob join: a further one is an attempt only where those before it failed.
   * The client has retried by then, so the first failure is the destination's end: what waits fails with it. Where it is the
   * opening that fails, only this blob does.
   */
  bring(blob: Blob, open: OpenBlob | undefined): Promise<Arrival>;
  /** Settles when the bringing of the blob that is under way has ended; undefined where there is none and was none. */
  arrival(digest: string): Promise<unknown> | undefined;
  /** Whether the blob is known to be here, without asking. */
  isKnown(digest: string): boolean;
  /** The blob's bytes; undefined where it is not known to be here. */
  read(digest: string): AsyncIterable<Uint8Array> | undefined;
};

export type UploaderOptions = {
  readonly limit: Limit;
  /** Ends what is under way at once. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** A destination of the same image in the same registry: its blobs are mounted, and so sent only once to that registry. */
  readonly sameImage: BlobUploader | undefined;
  /** Destinations of other images in the same registry. What they have or get is mounted from there; nothing is sent there for our sake. */
  readonly otherImages: () => readonly BlobUploader[];
};

/** Begins with knowing nothing of what the destination holds. */
export function openUploader(client: RepositoryClient, { limit, signal, clock, sameImage, otherImages }: UploaderOptions): BlobUploader {
  const presence = makePresence(client, clock);
  const arrivals = new Map<string, Promise<Arrival>>();
  const aborted = rejectOnAbort(signal);
  let end: { readonly error: unknown } | undefined;

  async function attempt(blob: Blob, open: OpenBlob | undefined): Promise<Arrival> {
    // Looked for before anything is waited for: of two that want one blob only the later waits for the other.
    const mountSource = sameImage ?? otherImages().find((each) => each.isKnown(blob.digest) || each.arrival(blob.digest) !== undefined);
    await (sameImage?.bring(blob, open) ?? mountSource?.arrival(blob.digest))?.catch(() => undefined); // it reports its failure itself
    const source = watch(open, signal);
    const ending = async <Value>(task: Promise<Value>): Promise<Value> => {
      try {
        return await Promise.race([task, aborted]);
      } catch (error) {
        if (!source.hasFailed()) end ??= { error };
        throw error;
      }
    };
    const arrival = await limit(async () => {
      if (end !== undefined) throw end.error;
      signal.throwIfAborted();
      return ending(transfer(blob, source.open, { client, presence, mountSource }));
    });
    if (arrival !== 'present') await ending(presence.confirm(blob.digest)); // while the next one is sent
    return arrival;
  }

  return {
    repository: client.repository,
    has: (digest) => presence.has(digest),
    bring(blob, open) {
      const earlier = arrivals.get(blob.digest);
      const arrival = earlier === undefined ? attempt(blob, open) : earlier.catch(() => attempt(blob, open));
      arrivals.set(blob.digest, arrival);
      arrival.catch(() => {}); // `complete` reports it
      return arrival;
    },
    arrival: (digest) => arrivals.get(digest),
    isKnown: (digest) => presence.isKnown(digest),
    read: (digest) => (presence.isKnown(digest) ? client.getBlob(digest) : undefined),
  };
}

type UploadRoute = { readonly client: RepositoryClient; readonly presence: Presence; readonly mountSource: BlobUploader | undefined };

async function transfer(blob: Blob, open: OpenBlob | undefined, { client, presence, mountSource }: UploadRoute): Promise<Arrival> {
  if (await presence.has(blob.digest)) return 'present';
  const isMounted = mountSource !== undefined && (await mount(blob.digest, client, mountSource));
  if (!isMounted && open === undefined) throw new PublishError(`${blob.digest} is not at the destination, and there is nothing to send.`);
  if (!isMounted && open !== undefined) await client.putBlob(blob, open);
  return isMounted ? 'mounted' : 'sent';
}

/** A registry that fails here will fail the upload too, and say more about it. */
async function mount(digest: string, client: RepositoryClient, from: BlobUploader): Promise<boolean> {
  return (await from.has(digest).catch(() => false)) && client.mountBlob(digest, from.repository).catch(() => false);
}

/** The opening, ending with the run, and whether it was the one to fail. */
function watch(
  open: OpenBlob | undefined,
  signal: AbortSignal,
): { readonly open: OpenBlob | undefined; readonly hasFailed: () => boolean } {
  let failed = false;
  async function* read(from: OpenBlob, ...how: Parameters<OpenBlob>): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of from(...how)) {
        signal.throwIfAborted();
        yield chunk;
      }
    } catch (error) {
      failed = true;
      throw asPublishError(error);
    }
  }
  return { open: open && ((...how) => read(open, ...how)), hasFailed: () => failed };
}

/** What a builder or a layout did wrong is said in plain errors, and is no bug of ours. */
function asPublishError(error: unknown): unknown {
  return error instanceof Error && error.name === 'Error' && !('code' in error) ? new PublishError(error.message, { cause: error }) : error;
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  aborted.catch(() => {}); // an abort without a transfer under way is not an unhandled rejection
  return aborted;
}
