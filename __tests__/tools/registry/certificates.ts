import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const directory = join(import.meta.dirname, 'certificates');

/** The CA that signed the test registry's certificate, for clients: a file, since that is how they take it. */
export const caFile = join(directory, 'ca.crt');

/** A certificate for localhost and 127.0.0.1, valid for a hundred years: `startRegistry({ tls: testTls() })`. */
export function testTls(): { readonly cert: string; readonly key: string } {
  return { cert: readFileSync(join(directory, 'server.crt'), 'utf8'), key: readFileSync(join(directory, 'server.key'), 'utf8') };
}
