import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caFile, testTls } from '../tools/registry/certificates.ts';
import { clientOf } from '../tools/registry/images.ts';
import { startRegistry } from '../tools/registry/start.ts';

/** @see https://www.rfc-editor.org/rfc/rfc8446#section-5.1 */
const TLS_HANDSHAKE = 0x16;

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'certs-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** What comes of a proof of the push right, with these files in docker's directory for the registry. */
async function prove(install: (folder: string) => void, environment: Readonly<Record<string, string>> = {}): Promise<string> {
  const registry = await startRegistry({ tls: testTls() });
  const folder = join(directory, registry.host);
  mkdirSync(folder);
  install(folder);
  const client = clientOf(registry.host, { certificatesDirectory: directory, environment });
  const outcome = await client.provePush().then(
    () => 'proved',
    (error: unknown) => String(error),
  );
  await registry.close();
  return outcome;
}

/** A registry of TLS that resets what is not TLS; its `host:port`. */
async function startStrict(): Promise<{ readonly host: string; readonly close: () => Promise<void> }> {
  const registry = await startRegistry({ tls: testTls() });
  const server = createServer((socket) => {
    socket.once('data', (first) => {
      if (first[0] !== TLS_HANDSHAKE) return socket.resetAndDestroy();
      const behind = connect(Number(new URL(registry.origin).port), '127.0.0.1');
      behind.write(first);
      socket.pipe(behind).pipe(socket);
      return undefined;
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo; // a listening TCP server has one
  const close = async () => {
    server.close();
    await registry.close();
  };
  return { host: `127.0.0.1:${port}`, close };
}

const none = () => undefined;

test('a registry that resets what is not TLS is spoken to in TLS', async () => {
  const registry = await startStrict();
  await clientOf(registry.host, { environment: { SSL_CERT_FILE: caFile } }).provePush();
  await expect(clientOf(registry.host).provePush()).rejects.toThrow('NODE_EXTRA_CA_CERTS');
  await registry.close();
});

describe('the certificate of a registry', () => {
  // where its CA stands, files, environment, outcome
  test.each([
    ['nowhere', none, {}, 'NODE_EXTRA_CA_CERTS'],
    ['in SSL_CERT_FILE', none, { SSL_CERT_FILE: caFile }, 'proved'],
    ["in docker's directory", (folder: string) => copyFileSync(caFile, join(folder, 'ca.crt')), {}, 'proved'],
    ['in a missing file', none, { SSL_CERT_FILE: '/nowhere/ca.crt' }, 'certificates: "/nowhere/ca.crt" cannot be used (ENOENT)'],
    ['in a file that holds something else', (folder: string) => writeFileSync(join(folder, 'ca.crt'), 'hello'), {}, 'NODE_EXTRA_CA_CERTS'],
  ])('is checked against a CA that stands %s', async (_, install, environment, outcome) => {
    expect(await prove(install, environment)).toContain(outcome);
  });

  test('is checked with the client certificate that docker would show, whose key must be there', async () => {
    const { cert, key } = testTls();
    const installAll = (folder: string) => {
      copyFileSync(caFile, join(folder, 'ca.crt'));
      writeFileSync(join(folder, 'client.cert'), cert);
      writeFileSync(join(folder, 'client.key'), key);
    };
    expect(await prove(installAll)).toBe('proved');
    expect(await prove((folder) => writeFileSync(join(folder, 'client.cert'), cert))).toContain('client.key" cannot be used (ENOENT)');
  });
});
