import { describe, expect, test } from '@jest/globals';
import { make, OCI } from '../tools/image.ts';
import { readAll, sha256 } from '../tools/memory-client.ts';
import { makeRecorder, stageForEachTest } from '../tools/stage.ts';

const HELLO = make(OCI.layer, 'hello');
const start = stageForEachTest();

describe('blobs', () => {
  test.each([
    // how                              pieces by PATCH     rest by PUT
    ['one PUT', [], 'hello'],
    ['a PATCH and an empty PUT', ['hello'], ''],
    ['PATCHes and a PUT', ['h', 'ell'], 'o'],
  ])('a blob sent by %s is kept and handed on', async (_, chunks, rest) => {
    const { sender, sent, open } = makeRecorder();
    const { builder } = await start(sender);
    const opened = await builder.ask('POST', 'candidate/blobs/uploads/?mount=x&from=library/busybox');
    expect([opened.status, opened.headers.range]).toEqual([202, '0-0']);
    const path = opened.headers.location?.slice('/v2/'.length) ?? '';
    for (const chunk of chunks) expect((await builder.ask('PATCH', path, { body: chunk })).status).toBe(202);
    expect((await builder.ask('PUT', `${path}?digest=${HELLO.digest}`, { body: rest })).status).toBe(201);
    expect(await readAll(open(HELLO.digest))).toEqual(HELLO.bytes);
    expect(sent.get(HELLO.digest)?.size).toBe(5);
    const head = await builder.ask('HEAD', `candidate/blobs/${HELLO.digest}`);
    expect([head.status, head.headers['content-length']]).toEqual([200, '5']);
    expect((await builder.ask('GET', `candidate/blobs/${HELLO.digest}`)).body).toEqual(HELLO.bytes);
  });

  // As the OCI conformance test sends it. method    Content-Range of what is out of its order, after 2 bytes
  test.each<['PATCH' | 'PUT', string]>([
    ['PATCH', '3-4'],
    ['PATCH', '0-1'],
    ['PATCH', 'nonsense'],
    ['PUT', '3-4'],
    ['PUT', '0-1'],
  ])('a %s of the range %s is refused, the status tells where to go on, and so the blob arrives whole', async (method, range) => {
    const { sender, sent, open } = makeRecorder();
    const { builder } = await start(sender);
    const opened = await builder.ask('POST', 'candidate/blobs/uploads/');
    const path = opened.headers.location?.slice('/v2/'.length) ?? '';
    await builder.ask('PATCH', path, { body: 'he', headers: { 'content-range': '0-1' } });
    const query = method === 'PUT' ? `?digest=${HELLO.digest}` : '';
    const refused = await builder.ask(method, `${path}${query}`, { body: 'lo', headers: { 'content-range': range } });
    expect([refused.status, sent.size]).toEqual([416, 0]);
    const { status, headers } = await builder.ask('GET', path);
    expect({ status, range: headers.range, location: headers.location }).toEqual({ status: 204, range: '0-1', location: `/v2/${path}` });
    const last = { body: 'llo', headers: { 'content-range': '2-4' } };
    expect((await builder.ask('PUT', `${path}?digest=${HELLO.digest}`, last)).status).toBe(201);
    expect(await readAll(open(HELLO.digest))).toEqual(HELLO.bytes);
  });

  test('there is no status of an upload that was never opened', async () => {
    const { builder } = await start();
    expect((await builder.ask('GET', `candidate/blobs/uploads/${crypto.randomUUID()}`)).status).toBe(404);
  });

  test('a PATCH that leaves a gap is refused', async () => {
    const { builder } = await start();
    const opened = await builder.ask('POST', 'candidate/blobs/uploads/');
    const path = opened.headers.location?.slice('/v2/'.length) ?? '';
    expect((await builder.ask('PATCH', path, { body: 'x', headers: { 'content-range': '1-1' } })).status).toBe(416);
    expect((await builder.ask('DELETE', path)).status).toBe(204);
    expect((await builder.ask('PATCH', path, { body: 'x' })).status).toBe(404);
  });

  test('a blob is handed on from its first bytes, long before its last', async () => {
    const { sender, sent, open } = makeRecorder();
    const { builder } = await start(sender);
    const halves = [Buffer.alloc(300_000, 'a'), Buffer.alloc(300_000, 'b')] as const;
    const digest = sha256(Buffer.concat(halves));
    const opened = await builder.ask('POST', 'candidate/blobs/uploads/');
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const body = (async function* () {
      yield halves[0];
      await held;
      yield halves[1];
    })();
    const headers = { 'content-length': '600000' };
    const pushed = builder.ask('PUT', `${opened.headers.location?.slice(4)}?digest=${digest}`, { body, headers });
    while (sent.size === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    const reader = open(digest)[Symbol.asyncIterator]();
    const first = await reader.next();
    expect(Buffer.from(first.value).every((byte) => byte === 'a'.charCodeAt(0))).toBe(true);
    release();
    expect((await pushed).status).toBe(201);
    expect(sha256(await readAll(open(digest)))).toBe(digest);
    await reader.return?.();
  });

  test('a builder that breaks off fails the readers, and can begin again', async () => {
    const { sender, open } = makeRecorder();
    const { builder } = await start(sender);
    const opened = await builder.ask('POST', 'candidate/blobs/uploads/');
    const body = (async function* () {
      yield Buffer.from('he');
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw new Error('gone');
    })();
    const put = builder.ask('PUT', `${opened.headers.location?.slice(4)}?digest=${HELLO.digest}`, {
      body,
      headers: { 'content-length': '5' },
    });
    await expect(put).rejects.toThrow();
    await expect(readAll(open(HELLO.digest))).rejects.toThrow('The builder broke off its upload.');
    expect((await builder.pushBlob(HELLO)).status).toBe(201);
    expect(await readAll(open(HELLO.digest))).toEqual(HELLO.bytes);
  });

  test('a blob that every destination has is not sent here, and can be read through here', async () => {
    const { sender, sent } = makeRecorder([HELLO]);
    const { builder } = await start(sender);
    expect((await builder.pushBlob(HELLO)).status).toBe(200);
    expect(sent.size).toBe(0);
    expect((await builder.ask('GET', `candidate/blobs/${HELLO.digest}`)).body).toEqual(HELLO.bytes);
  });

  test('a blob spooled for one repository is handed on for another without being sent again', async () => {
    const { sender, sent } = makeRecorder();
    const { builder, other } = await start(sender);
    await other.pushBlob(HELLO);
    expect(sent.size).toBe(0);
    expect((await builder.pushBlob(HELLO)).status).toBe(200);
    expect([...sent.keys()]).toEqual([HELLO.digest]);
  });
});
