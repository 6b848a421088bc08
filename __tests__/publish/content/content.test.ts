import { describe, expect, test } from '@jest/globals';
import type { Candidate } from '../../../src/oci/candidate.ts';
import { type ContentReport, type CopyOptions, openCopies } from '../../../src/publish/content/content.ts';
import { type MemoryClient, makeMemoryClient } from '../../tools/memory-client.ts';
import { openCopy } from '../../tools/sending.ts';
import { BLOBS, callsFor, clock, holding, makeCandidate, NEVER, ONE, TWO } from './candidate.ts';

type Sent = CopyOptions & { readonly destinations: readonly MemoryClient[] };

/** Sends a candidate that was not streamed, such as a layout's. */
const sendContent = (candidate: Candidate, { destinations, ...options }: Sent): Promise<readonly ContentReport[]> =>
  Promise.all(openCopy(destinations, options).complete(candidate));

/** A fault that is none: it makes uploads take a moment, and counts how many run at most. */
function watchPuts() {
  let running = 0;
  let most = 0;
  const fault = async (call: string) => {
    if (call !== 'put') return undefined;
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 2));
    running -= 1;
    return undefined;
  };
  return { fault, most: () => most };
}
describe('sending a whole candidate', () => {
  test('sends each destination what it lacks, and nothing else', async () => {
    const empty = makeMemoryClient({ registry: 'a.test' });
    const half = holding(makeMemoryClient({ registry: 'b.test' }), [ONE, TWO]);
    const reports = await sendContent(makeCandidate(BLOBS), { destinations: [empty, half], signal: NEVER, clock });
    expect(reports.map(({ arrivals, failure }) => [arrivals.present, arrivals.sent, failure])).toEqual([
      [{ blobs: 0, bytes: 0 }, { blobs: 4, bytes: 15 }, undefined],
      [{ blobs: 2, bytes: 6 }, { blobs: 2, bytes: 9 }, undefined],
    ]);
    expect([...half.blobs.keys()].sort()).toEqual(BLOBS.map(({ digest }) => digest).sort());
    expect(callsFor(half, ONE)).toEqual(['has']);
  });

  test('a second repository of one registry mounts what the first was sent', async () => {
    const first = makeMemoryClient({ path: 'app' });
    const second = makeMemoryClient({ path: 'mirror/app', siblings: () => [first] });
    const reports = await sendContent(makeCandidate(BLOBS), { destinations: [first, second], signal: NEVER, clock });
    expect(reports.map(({ arrivals }) => [arrivals.sent.blobs, arrivals.mounted.blobs])).toEqual([
      [4, 0],
      [0, 4],
    ]);
    expect(second.diary.filter((entry) => entry.startsWith('put'))).toEqual([]);
  });

  test('what cannot be mounted is sent, also where the first repository fails', async () => {
    const first = makeMemoryClient({ fault: (call) => (call === 'put' ? new Error('denied') : undefined) });
    const second = makeMemoryClient({ path: 'mirror/app', siblings: () => [] });
    const reports = await sendContent(makeCandidate(BLOBS), { destinations: [first, second], signal: NEVER, clock });
    expect(reports.map(({ failure, arrivals }) => [failure, arrivals.sent.blobs])).toEqual([
      [new Error('denied'), 0],
      [undefined, 4],
    ]);
  });

  test('a blob that a destination lacks and nobody holds is its failure', async () => {
    const [report] = await sendContent(makeCandidate(BLOBS, [ONE]), { destinations: [makeMemoryClient()], signal: NEVER, clock });
    expect(report?.failure).toEqual(new Error(`${TWO.digest} is not at the destination, and there is nothing to send.`));
  });
});

describe('P1: what a registry took is looked for, and', () => {
  /** Blobs that are forgotten, or not shown the first few times they are asked for. */
  const forgetting = (client: MemoryClient, isThere: (asked: number) => boolean): MemoryClient => {
    let asked = 0;
    return { ...client, hasBlob: async (digest) => (await client.hasBlob(digest)) && isThere(++asked) };
  };
  const sendTo = (...destinations: readonly MemoryClient[]) => sendContent(makeCandidate([ONE]), { destinations, signal: NEVER, clock });

  test('what is not there is a failure of the destination', async () => {
    const [report] = await sendTo(forgetting(makeMemoryClient(), () => false));
    expect(report?.failure).toEqual(
      new Error(`memory.test/app@${ONE.digest} was accepted by the registry and is not there when read back`),
    );
  });

  test('so is what was mounted and is not there', async () => {
    const first = makeMemoryClient();
    const second = forgetting(makeMemoryClient({ path: 'mirror/app', siblings: () => [first] }), () => false);
    const reports = await sendTo(first, second);
    expect(reports.map(({ failure }) => failure)).toEqual([
      undefined,
      new Error(`memory.test/mirror/app@${ONE.digest} was accepted by the registry and is not there when read back`),
    ]);
  });

  test('a registry whose reads are behind its writes is asked again', async () => {
    const [report] = await sendTo(forgetting(makeMemoryClient(), (asked) => asked > 3));
    expect([report?.failure, report?.arrivals.sent.blobs]).toEqual([undefined, 1]);
  });
});

describe('several images', () => {
  test('mount from each other what they share, and send nothing for another’s sake', async () => {
    const base = makeMemoryClient({ path: 'base' });
    const web = makeMemoryClient({ path: 'web', siblings: () => [base] });
    const other = makeMemoryClient({ registry: 'b.test', path: 'web' });
    const [first, second] = openCopies([[base], [web, other]], { signal: NEVER, clock });
    const reports = await Promise.all([
      ...(first?.complete(makeCandidate([ONE])) ?? []),
      ...(second?.complete(makeCandidate([ONE, TWO])) ?? []),
    ]);
    expect(reports.map(({ arrivals }) => [arrivals.sent.blobs, arrivals.mounted.blobs])).toEqual([
      [1, 0],
      [1, 1],
      [2, 0],
    ]);
    expect(base.blobs.has(TWO.digest)).toBe(false);
  });

  test('what a neighbour cannot get is sent', async () => {
    const base = makeMemoryClient({ path: 'base', fault: (call) => (call === 'put' ? new Error('denied') : undefined) });
    const web = makeMemoryClient({ path: 'web', siblings: () => [base] });
    const [first, second] = openCopies([[base], [web]], { signal: NEVER, clock });
    const denied = first?.complete(makeCandidate([ONE])) ?? [];
    const [report] = await Promise.all(second?.complete(makeCandidate([ONE])) ?? []);
    expect(report?.arrivals.sent.blobs).toBe(1);
    expect((await denied[0])?.failure).toEqual(new Error('denied'));
  });

  test('share the uploads that run at one registry at a time', async () => {
    const { fault, most } = watchPuts();
    const clients = ['base', 'web'].map((path) => makeMemoryClient({ path, fault, siblings: () => [] }));
    const sendings = openCopies(
      clients.map((client) => [client]),
      { signal: NEVER, clock, uploadsAtOnce: 1 },
    );
    await Promise.all(sendings.flatMap((sending) => sending.complete(makeCandidate(BLOBS))));
    expect(most()).toBe(1);
  });
});

describe('isolation', () => {
  test('a destination that fails or hangs does not hold the others, and its report is its own', async () => {
    const denied = new Error('denied');
    const failing = makeMemoryClient({ registry: 'a.test', fault: (call) => (call === 'put' ? denied : undefined) });
    const hanging = makeMemoryClient({ registry: 'b.test', fault: () => new Promise(() => {}) });
    const healthy = makeMemoryClient({ registry: 'c.test' });
    const sending = openCopy([failing, hanging, healthy], { signal: NEVER, clock });
    const [first, second, third] = sending.complete(makeCandidate(BLOBS));
    expect((await first)?.failure).toBe(denied);
    expect((await third)?.failure).toBeUndefined();
    expect(await Promise.race([second, Promise.resolve('still waiting')])).toBe('still waiting');
  });

  test('the first failure is the end of a destination: what waits is not tried', async () => {
    const client = makeMemoryClient({ fault: (call) => (call === 'put' ? new Error('denied') : undefined) });
    const [report] = await sendContent(makeCandidate(BLOBS), { destinations: [client], signal: NEVER, clock, uploadsAtOnce: 1 });
    expect(report?.failure).toEqual(new Error('denied'));
    expect(client.diary.filter((entry) => entry.startsWith('put'))).toHaveLength(1);
  });

  test('at most so many uploads run at one destination', async () => {
    const { fault, most } = watchPuts();
    await sendContent(makeCandidate(BLOBS), { destinations: [makeMemoryClient({ fault })], signal: NEVER, clock, uploadsAtOnce: 2 });
    expect(most()).toBe(2);
  });

  test('cancelling ends it at once, with the reason', async () => {
    const controller = new AbortController();
    const hangAndCancel = (): Promise<never> => {
      controller.abort(new Error('SIGTERM'));
      return new Promise(() => {});
    };
    const hanging = makeMemoryClient({ fault: (call) => (call === 'put' ? hangAndCancel() : undefined) });
    const sent = sendContent(makeCandidate(BLOBS), { destinations: [hanging], signal: controller.signal, clock, uploadsAtOnce: 1 });
    expect((await sent)[0]?.failure).toEqual(new Error('SIGTERM'));
    expect(hanging.diary.filter((entry) => entry.startsWith('put'))).toHaveLength(1);
  });
});
