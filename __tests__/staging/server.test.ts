import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { make, OCI } from '../tools/image.ts';
import { readAll } from '../tools/memory-client.ts';
import { makeRecorder, stageForEachTest } from '../tools/stage.ts';

const ABSENT = `sha256:${'0'.repeat(64)}`;
const HELLO = make(OCI.layer, 'hello');
const start = stageForEachTest();

describe('who may use it', () => {
  test.each([
    // authorization                                                   status
    [`Basic ${Buffer.from('build:a:b').toString('base64')}`, 200],
    [`basic ${Buffer.from('build:a:b').toString('base64')}`, 200],
    [`Basic ${Buffer.from('build:a:').toString('base64')}`, 401],
    [`Basic ${Buffer.from('build:a:bc').toString('base64')}`, 401],
    ['Basic', 401],
    ['Bearer YnVpbGQ6YTpi', 401],
    ['', 401],
  ])('an authorization of %j is answered %i', async (authorization, status) => {
    const { builder } = await start();
    const answer = await builder.ask('GET', '', { headers: { authorization } });
    expect(answer.status).toBe(status);
    expect(answer.headers['www-authenticate']).toBe(status === 401 ? 'Basic realm="staging"' : undefined);
  });

  test('it listens on loopback only, and counts refused requests too', async () => {
    const { staging, builder } = await start();
    expect(staging.address).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(staging.requests()).toBe(0);
    await builder.ask('GET', '', { headers: { authorization: '' } });
    await builder.ask('GET', '');
    expect(staging.requests()).toBe(2);
  });
});

describe('what is refused, and how', () => {
  test.each([
    // method   path                                               status code
    ['GET', '../etc/passwd', 404, 'UNSUPPORTED'],
    ['GET', '_catalog', 404, 'UNSUPPORTED'],
    ['HEAD', `candidate/blobs/${ABSENT}`, 404, ''],
    ['GET', `candidate/blobs/${ABSENT}`, 404, 'BLOB_UNKNOWN'],
    ['GET', 'candidate/blobs/sha256:..%2f..', 404, 'UNSUPPORTED'],
    ['DELETE', `candidate/blobs/${ABSENT}`, 405, 'UNSUPPORTED'],
    ['GET', 'candidate/manifests/run', 404, 'MANIFEST_UNKNOWN'],
    ['PUT', 'candidate/manifests/run', 400, 'MANIFEST_INVALID'],
    ['DELETE', 'candidate/manifests/run', 405, 'UNSUPPORTED'],
    ['POST', 'stranger/blobs/uploads/', 404, 'NAME_UNKNOWN'],
    ['GET', 'candidate/blobs/uploads/', 405, 'UNSUPPORTED'],
    ['POST', 'candidate/blobs/uploads/?digest=md5:1', 400, 'DIGEST_INVALID'],
    ['PUT', `candidate/blobs/uploads/${crypto.randomUUID()}?digest=${ABSENT}`, 404, 'BLOB_UPLOAD_UNKNOWN'],
  ])('%s %s is answered %i %s', async (method, path, status, code) => {
    const { builder } = await start();
    const answer = await builder.ask(method, path);
    expect(answer.status).toBe(status);
    expect(answer.body.toString()).toContain(code);
  });

  test.each(['http://', 'http://[::1', '*', 'x'])('a request for %s is answered 400', async (target) => {
    const { staging } = await start();
    const [host, port] = staging.address.split(':');
    const authorization = `Basic ${Buffer.from('build:a:b').toString('base64')}`;
    const socket = connect(Number(port), host);
    socket.end(`GET ${target} HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\nconnection: close\r\n\r\n`);
    expect((await text(socket)).split('\r\n')[0]).toBe('HTTP/1.1 400 Bad Request');
  });

  test('a blob with other bytes than announced is refused, and its readers fail without having had the whole of it', async () => {
    const { sender, open } = makeRecorder();
    const { builder } = await start(sender);
    const { status, body } = await builder.pushBlob({ ...HELLO, bytes: Buffer.from('jello') });
    expect([status, body.toString()]).toEqual([400, expect.stringContaining('DIGEST_INVALID')]);
    await expect(readAll(open(HELLO.digest))).rejects.toThrow(/announced/);
    expect((await builder.ask('HEAD', `candidate/blobs/${HELLO.digest}`)).status).toBe(404);
  });

  test.each([
    // what                        reference                content type      bytes                status code
    ['another digest', ABSENT, OCI.manifest, '{}', 400, 'DIGEST_INVALID'],
    ['a sha512 digest', `sha512:${'0'.repeat(64)}`, OCI.manifest, '{}', 400, 'DIGEST_INVALID'],
    ['more than 4 MiB', 'run', OCI.manifest, ' '.repeat(4 * 1024 * 1024 + 1), 413, 'SIZE_INVALID'],
  ])('a manifest with %s is refused', async (_, reference, mediaType, content, status, code) => {
    const { builder } = await start();
    const answer = await builder.pushManifest(make(mediaType, content), reference);
    expect([answer.status, answer.body.toString()]).toEqual([status, expect.stringContaining(code)]);
  });
});

describe('its end', () => {
  test('close deletes what was received and frees the port', async () => {
    const { staging, builder, directory } = await start();
    await builder.pushBlob(HELLO);
    expect(await readdir(directory)).toHaveLength(1);
    await staging.close();
    expect(await readdir(directory)).toEqual([]);
    await expect(builder.ask('GET', '')).rejects.toThrow('ECONNREFUSED');
  });

  test('cancelling ends uploads under way at once', async () => {
    const { sender, sent, open } = makeRecorder();
    const controller = new AbortController();
    const { builder } = await start(sender, controller.signal);
    const opened = await builder.ask('POST', 'candidate/blobs/uploads/');
    const body = (async function* () {
      yield Buffer.from('he');
      await new Promise(() => {});
    })();
    const put = builder.ask('PUT', `${opened.headers.location?.slice(4)}?digest=${HELLO.digest}`, {
      body,
      headers: { 'content-length': '5' },
    });
    const ended = expect(put).rejects.toThrow();
    while (sent.size === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    const reading = expect(readAll(open(HELLO.digest))).rejects.toThrow(/broke off|cancelled/);
    controller.abort();
    await Promise.all([ended, reading]);
  });
});
