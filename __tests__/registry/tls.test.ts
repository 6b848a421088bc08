import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caFile, testTls } from '../tools/registry/certificates.ts';
import { clientOf } from '../tools/registry/images.ts';
import { startRegistry } from '../tools/registry/start.ts';

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

const none = () => undefined;

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
