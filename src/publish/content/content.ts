import type { Candidate } from '../../oci/candidate.ts';
import type { Repository } from '../../plan/text/reference.ts';
import type { RepositoryClient } from '../../registry/types.ts';
import type { ContentCopier } from '../../staging/content-copier.ts';
import type { Clock } from '../publication.ts';
import { type Arrival, type BlobUploader, openUploader } from './blob-uploader.ts';
import { type Limit, makeLimit } from './limit.ts';

/** What became of a candidate's blobs at one destination. */
export type ContentReport = {
  readonly repository: Repository;
  /** Blobs and bytes by how they came to be there; all zero where it failed. */
  readonly arrivals: { readonly [How in Arrival]: { readonly blobs: number; readonly bytes: number } };
  /** The first error the destination gave; undefined where it holds every blob. */
  readonly failure: unknown;
};

/** The sending of content to a set of destinations, from the first blob of the build to the last of the candidate. */
export type ContentCopy = ContentCopier & {
  /**
   * Sends what is still missing of the candidate and waits for what is under way. Each destination's report comes as soon as that
   * destination is done. Never rejects.
   */
  complete(candidate: Candidate): readonly Promise<ContentReport>[];
};

export type SendingOptions = {
  /** Ends all transfers at once. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** Uploads to one registry at a time. Builders send about five; more connections than eight make registries throttle. */
  readonly uploadsAtOnce?: number;
};

/**
 * Opens the ways of several images to their destinations; nothing is asked or sent yet. Layers that they share travel to a registry once.
 * @param images of each image its destinations, in the order of the reports. Those of one registry mount from the first of them.
 */
export function openCopies(
  images: readonly (readonly RepositoryClient[])[],
  { signal, clock, uploadsAtOnce = 8 }: SendingOptions,
): readonly ContentCopy[] {
  const limits = new Map<string, Limit>();
  const limitOf = (registry: string): Limit => {
    const limit = limits.get(registry) ?? makeLimit(uploadsAtOnce);
    limits.set(registry, limit);
    return limit;
  };
  const all: (readonly BlobUploader[])[] = [];
  for (const clients of images) {
    const own: BlobUploader[] = [];
    for (const client of clients) {
      const { registry } = client.repository;
      const isNear = (delivery: BlobUploader): boolean => delivery.repository.registry === registry;
      const neighbours = (): readonly BlobUploader[] => all.filter((others) => others !== own).flatMap((others) => others.filter(isNear));
      own.push(openUploader(client, { limit: limitOf(registry), signal, clock, sibling: own.find(isNear), neighbours }));
    }
    all.push(own);
  }
  return all.map(makeSending);
}

function makeSending(deliveries: readonly BlobUploader[]): ContentCopy {
  return {
    isEverywhere: (digest) => isAtAll(deliveries, digest),
    send(blob, open) {
      for (const delivery of deliveries) void delivery.bring(blob, open).catch(() => {}); // told by `complete`
    },
    fetch(digest) {
      for (const delivery of deliveries) {
        const source = delivery.read(digest);
        if (source !== undefined) return source;
      }
      return undefined;
    },
    complete: (candidate) => deliveries.map((delivery) => completeOne(delivery, candidate)),
  };
}

/** Answers no with the first destination that lacks it or cannot say, without waiting for the others. */
async function isAtAll(deliveries: readonly BlobUploader[], digest: string): Promise<boolean> {
  const answers = deliveries.map(async (delivery) => {
    if (!(await delivery.has(digest))) throw new Error(`${digest} is missing`);
  });
  return Promise.all(answers).then(
    () => deliveries.length > 0,
    () => false,
  );
}

async function completeOne(delivery: BlobUploader, { blobs, openBlob }: Candidate): Promise<ContentReport> {
  const { repository } = delivery;
  try {
    const arrived = await Promise.all(
      blobs.map(async (blob) => ({ how: await delivery.bring(blob, openBlob(blob.digest)), bytes: blob.size })),
    );
    const count = (how: Arrival) => {
      const these = arrived.filter((blob) => blob.how === how);
      return { blobs: these.length, bytes: these.reduce((sum, { bytes }) => sum + bytes, 0) };
    };
    return { repository, arrivals: { present: count('present'), mounted: count('mounted'), sent: count('sent') }, failure: undefined };
  } catch (failure) {
    return { repository, arrivals: { present: NOTHING, mounted: NOTHING, sent: NOTHING }, failure };
  }
}

const NOTHING = { blobs: 0, bytes: 0 } as const;
