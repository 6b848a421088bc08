import type { Candidate } from '../build/candidate.ts';
import type { ContentSender } from '../build/content-sender.ts';
import type { Repository } from '../plan/reference.ts';
import type { RepositoryClient } from '../registry/types.ts';
import { type Arrival, type Delivery, openDelivery } from './delivery.ts';
import { makeLimit } from './limit.ts';

/** What became of a candidate's blobs at one destination. */
export type ContentReport = {
  readonly repository: Repository;
  /** Blobs and bytes by how they came to be there; all zero where it failed. */
  readonly arrivals: { readonly [How in Arrival]: { readonly blobs: number; readonly bytes: number } };
  /** The first error the destination gave; undefined where it holds every blob. */
  readonly failure: unknown;
};

/** The sending of content to a set of destinations, from the first blob of the build to the last of the candidate. */
export type Sending = ContentSender & {
  /**
   * Sends what is still missing of the candidate and waits for what is under way. Each destination's report comes as soon as that
   * destination is done. Never rejects.
   */
  complete(candidate: Candidate): readonly Promise<ContentReport>[];
};

export type SendingOptions = {
  /** In the order of the reports. Those of one registry mount from the first of them. */
  readonly destinations: readonly RepositoryClient[];
  /** Ends all transfers at once. */
  readonly signal: AbortSignal;
  /** Uploads to one destination at a time. Builders send about five; more connections than eight make registries throttle. */
  readonly uploadsAtOnce?: number;
};

/** Opens the way to the destinations; nothing is asked or sent yet. */
export function startSending(options: SendingOptions): Sending {
  const deliveries = openDeliveries(options);
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

/** Sends a candidate that was not streamed, such as a layout's, to all destinations at once. */
export function sendContent(candidate: Candidate, options: SendingOptions): Promise<readonly ContentReport[]> {
  return Promise.all(startSending(options).complete(candidate));
}

function openDeliveries({ destinations, signal, uploadsAtOnce = 8 }: SendingOptions): readonly Delivery[] {
  const deliveries: Delivery[] = [];
  for (const client of destinations) {
    const sibling = deliveries.find(({ repository }) => repository.registry === client.repository.registry);
    deliveries.push(openDelivery(client, { limit: makeLimit(uploadsAtOnce), signal, sibling }));
  }
  return deliveries;
}

/** Answers no with the first destination that lacks it or cannot say, without waiting for the others. */
async function isAtAll(deliveries: readonly Delivery[], digest: string): Promise<boolean> {
  const answers = deliveries.map(async (delivery) => {
    if (!(await delivery.has(digest))) throw new Error(`${digest} is missing`);
  });
  return Promise.all(answers).then(
    () => deliveries.length > 0,
    () => false,
  );
}

async function completeOne(delivery: Delivery, { blobs, openBlob }: Candidate): Promise<ContentReport> {
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
