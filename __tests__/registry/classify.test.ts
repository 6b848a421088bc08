import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { classifyNetworkCode } from '../../src/registry/classify.ts';
import { RegistryError } from '../../src/registry/error.ts';
import type { RepositoryClient } from '../../src/registry/types.ts';
import { clientOf, makeBlob, makeManifest } from '../tools/registry/images.ts';
import type { Operation } from '../tools/registry/protocol.ts';
import { startRegistry } from '../tools/registry/start.ts';

type Row = {
  readonly where: string;
  readonly status?: number;
  readonly error?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly class: string;
  readonly wait?: string;
};
const file = new URL('../fixtures/registry-responses.json', import.meta.url);
const rows = JSON.parse(readFileSync(file, 'utf8')) as readonly Row[]; // our own table

const { blob, open } = makeBlob('{}');
const manifest = makeManifest(blob);
/** The registry's clock in these answers. */
const DATE = 'Fri, 20 Nov 2026 12:59:30 GMT';
const temporaries: Readonly<Record<string, boolean>> = {
  transient: true,
  'transient once': true,
  'permanent after 2': true,
  permanent: false,
};
/** Milliseconds to wait, by the words of the table. */
const waits: Readonly<Record<string, number | undefined>> = {
  'at least 60 s': 60_000,
  '7 s': 7000,
  'until then; not negative; capped by the budget': 30_000,
};

type Place = { readonly operation: Operation; readonly run: (client: RepositoryClient) => Promise<unknown> };
const places: Readonly<Record<string, Place>> = {
  'PUT manifest': { operation: 'manifest-put', run: (client) => client.putManifest('v1', manifest) },
  'GET manifest': { operation: 'manifest-get', run: (client) => client.getManifest('v1') },
  'PUT blob': { operation: 'upload-finish', run: (client) => client.putBlob(blob, open) },
  'any write': { operation: 'upload-start', run: (client) => client.provePush() },
};

const answers = rows.flatMap((row) => (row.status === undefined || row.class === 'ok' ? [] : [{ ...row, status: row.status }]));
const errors = rows.flatMap((row) => (row.error === undefined || row.error.includes(' ') ? [] : [{ ...row, error: row.error }]));

describe('what a registry answers decides whether it is asked again', () => {
  test.each(answers)('$where: $status $body is $class', async (row) => {
    const where =
      row.status === 200 || row.status === 404
        ? (places[row.where] ?? places['GET manifest'])
        : (places[row.where] ?? places['PUT manifest']);
    const isPush = row.status === 404 && row.where === 'any';
    const { operation, run } = (isPush ? places['any write'] : where) as Place; // the table names no other places
    const reply = {
      status: row.status,
      headers: { date: DATE, ...row.headers },
      body: row.body ?? '',
    };
    const registry = await startRegistry({ fault: (request) => (request.operation === operation ? { kind: 'reply', reply } : undefined) });
    const error = await run(clientOf(registry.host)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RegistryError);
    const { temporary, retryAfterMs, attempts } = error as RegistryError; // just asserted
    expect({ temporary, retryAfterMs, attempts }).toEqual({
      temporary: temporaries[row.class],
      retryAfterMs: waits[row.wait ?? ''],
      attempts: row.class === 'transient once' ? 2 : undefined,
    });
    await registry.close();
  });

  test.each(errors)('$where: $error is $class', (row) => {
    const attempts = row.class === 'permanent after 2' ? { attempts: 2 } : {};
    expect(classifyNetworkCode(row.error)).toEqual({ temporary: temporaries[row.class], ...attempts });
  });

  test.each(['CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID', 'HPE_INVALID_CONSTANT', 'TOO_LONG'])('%s is permanent', (code) => {
    expect(classifyNetworkCode(code)).toEqual({ temporary: false });
  });
});
