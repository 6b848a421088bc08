import { describe, expect, test } from '@jest/globals';
import { makeMemoryClient, readAll } from '../../tools/memory-client.ts';
import { openCopy } from '../../tools/sending.ts';
import { callsFor, clock, holding, makeCandidate, NEVER, ONE, opening, TWO } from './candidate.ts';

describe('while a build pushes', () => {
  test.each([
    // at a     at b       answer
    [[ONE], [ONE], true],
    [[ONE], [], false],
    [[], [], false],
  ])('a blob is everywhere only where every destination has it', async (atA, atB, answer) => {
    const destinations = [holding(makeMemoryClient({ registry: 'a.test' }), atA), holding(makeMemoryClient({ registry: 'b.test' }), atB)];
    const sending = openCopy(destinations, { signal: NEVER, clock });
    expect(await sending.isEverywhere(ONE.digest)).toBe(answer);
    expect(await sending.isEverywhere(ONE.digest)).toBe(answer);
    expect(destinations.map(({ diary }) => diary.length)).toEqual([1, 1]);
  });

  test('without destinations nothing is everywhere', async () => {
    expect(await openCopy([], { signal: NEVER, clock }).isEverywhere(ONE.digest)).toBe(false);
  });

  test('"no" does not wait for a destination that hangs; one that cannot say means no, and is asked again when it is sent to', async () => {
    const down = new Error('down');
    const failing = makeMemoryClient({ registry: 'a.test', fault: () => down });
    const hanging = makeMemoryClient({ registry: 'b.test', fault: () => new Promise(() => {}) });
    const sending = openCopy([failing, hanging], { signal: NEVER, clock });
    expect(await sending.isEverywhere(ONE.digest)).toBe(false);
    sending.send(ONE, opening(ONE));
    expect((await sending.complete(makeCandidate([ONE]))[0])?.failure).toBe(down);
  });

  test('a blob is sent once, however often it is handed over', async () => {
    const client = makeMemoryClient();
    const sending = openCopy([client], { signal: NEVER, clock });
    await sending.isEverywhere(ONE.digest);
    for (let i = 0; i < 3; i += 1) sending.send(ONE, opening(ONE));
    const [report] = await Promise.all(sending.complete(makeCandidate([ONE])));
    expect(report?.arrivals.sent).toEqual({ blobs: 1, bytes: 3 });
    expect(callsFor(client, ONE)).toEqual(['has', 'put', 'has']);
    expect(await readAll(sending.fetch(ONE.digest) ?? opening(TWO)())).toEqual(ONE.bytes);
    expect(sending.fetch(TWO.digest)).toBeUndefined();
  });

  test('bytes that broke off are no verdict on the destination: the blob is sent when it is handed over again', async () => {
    const client = makeMemoryClient();
    const sending = openCopy([client], { signal: NEVER, clock });
    sending.send(ONE, async function* () {
      yield Buffer.from('o');
      throw new Error('broke off');
    });
    sending.send(ONE, opening(ONE));
    sending.send(TWO, opening(TWO));
    const [report] = await Promise.all(sending.complete(makeCandidate([ONE, TWO])));
    expect([report?.failure, report?.arrivals.sent.blobs]).toEqual([undefined, 2]);
  });
});
