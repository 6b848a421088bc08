import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import tls, { type SecureContext } from 'node:tls';
import { errorCode } from '../host/error-code.ts';
import { ProblemError } from '../plan/text/problem.ts';

export type TlsSources = {
  /** docker's directory of certificates a registry. @see https://docs.docker.com/engine/security/certificates/ */
  readonly certificatesDirectory: string;
  /** A bundle of further CAs, as OpenSSL and Go take it; NODE_EXTRA_CA_CERTS is read by Node itself. */
  readonly sslCertFile: string | undefined;
};

export const CERTIFICATES_DIRECTORY = '/etc/docker/certs.d';

/**
 * The CAs and the client certificate for a registry (`host` or `host:port`), on top of Node's own CAs; undefined where there is
 * nothing to add, since putting a context together takes about 10 ms.
 * @throws {ProblemError} naming a file that cannot be read or is no certificate.
 */
export async function loadSecureContext(
  host: string,
  { certificatesDirectory, sslCertFile }: TlsSources,
): Promise<SecureContext | undefined> {
  const directory = join(certificatesDirectory, host);
  const names = await readdir(directory).catch(() => [] as readonly string[]); // most machines have none
  const authorities = [
    ...names.filter((name) => name.endsWith('.crt')).map((name) => join(directory, name)),
    ...(sslCertFile ? [sslCertFile] : []),
  ];
  const clients = names.filter((name) => name.endsWith('.cert')).map((name) => join(directory, name));
  if (authorities.length === 0 && clients.length === 0) return undefined;
  const [ca, cert, key] = await Promise.all([
    Promise.all(authorities.map(readPem)),
    Promise.all(clients.map(readPem)),
    Promise.all(clients.map((file) => readPem(file.replace(/\.cert$/, '.key')))),
  ]);
  try {
    return tls.createSecureContext({ ca: [...ownAuthorities(), ...ca], ...(cert.length === 0 ? {} : { cert, key }) });
  } catch (error) {
    throw fileProblem([...authorities, ...clients].join(', '), error, 'hold PEM');
  }
}

function ownAuthorities(): readonly string[] {
  return typeof tls.getCACertificates === 'function' ? tls.getCACertificates('default') : tls.rootCertificates; // Node 20 has only the latter
}

async function readPem(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw fileProblem(file, error, 'be read');
  }
}

function fileProblem(file: string, error: unknown, wanted: string): ProblemError {
  const reason = errorCode(error) || String(error);
  return new ProblemError({
    where: 'certificates',
    given: file,
    wrong: `cannot be used (${reason})`,
    accepted: `PEM files that can ${wanted}`,
  });
}
