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

export type CopyOptions = {
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
  { signal, clock, uploadsAtOnce = 8 }: CopyOptions,
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
      const isSameRegistry = (uploader: BlobUploader): boolean => uploader.repository.registry === registry;
      const otherImages = (): readonly BlobUploader[] =>
        all.filter((others) => others !== own).flatMap((others) => others.filter(isSameRegistry));
      own.push(openUploader(client, { limit: limitOf(registry), signal, clock, sameImage: own.find(isSameRegistry), otherImages }));
    }
    all.push(own);
  }
  return all.map(makeCopy);
}

function makeCopy(uploaders: readonly BlobUploader[]): ContentCopy {
  return {
    isEverywhere: (digest) => isAtAll(uploaders, digest),
    send(blob, open) {
      for (const uploader of uploaders) void uploader.bring(blob, open).catch(() => {}); // `complete` reports it
    },
    fetch(digest) {
      for (const uploader of uploaders) {
        const source = uploader.read(digest);
        if (source !== undefined) return source;
      }
      return undefined;
    },
    complete: (candidate) => uploaders.map((uploader) => completeOne(uploader, candidate)),
  };
}

/** Answers no with the first destination that lacks it or cannot say, without waiting for the others. */
async function isAtAll(uploaders: readonly BlobUploader[], digest: string): Promise<boolean> {
  const answers = uploaders.map(async (uploader) => {
    if (!(await uploader.has(digest))) throw new Error(`${digest} is missing`);
  });
  return Promise.all(answers).then(
    () => uploaders.length > 0,
    () => false,
  );
}

async function completeOne(uploader: BlobUploader, { blobs, openBlob }: Candidate): Promise<ContentReport> {
  const { repository } = uploader;
  try {
    const arrived = await Promise.all(
      blobs.map(async (blob) => ({ how: await uploader.bring(blob, openBlob(blob.digest)), bytes: blob.size })),
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
