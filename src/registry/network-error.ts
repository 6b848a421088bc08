import { errorCode } from '../host/error-code.ts';

/** Of Node's network functions: `statusCode` is a proxy's answer to CONNECT, `address` and `port` what could not be connected to. */
export type NetworkError = Error & {
  readonly code: string;
  readonly statusCode?: number;
  readonly address?: string;
  readonly port?: number;
};

export function isNetworkError(cause: unknown): cause is NetworkError {
  return errorCode(cause) !== '' && errorCode(cause) !== 'ABORT_ERR';
}

/** The reason in OpenSSL's `40…:error:0A00010B:SSL routines:tls_validate_record_header:wrong version number:../deps/…:77:`. */
const OPENSSL = /:error:[0-9A-F]{1,16}:[^:]{0,200}:[^:]{0,200}:([^:]{1,200}):/;

/** `127.0.0.1:3128`, where that is not the port that was asked for: of a proxy, or of a host that we were redirected to. */
export function connectingElsewhere({ address, port }: NetworkError, url: URL): string | undefined {
  if (address === undefined || port === undefined) return undefined;
  const asked = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  return port === asked ? undefined : `${address.includes(':') ? `[${address}]` : address}:${port}`;
}

/** Node's `connect ECONNREFUSED 127.0.0.1:5000` says the code a second time and not the host's name. */
export function describeNetworkError(cause: NetworkError, url: URL): string {
  const { host } = url;
  const elsewhere = connectingElsewhere(cause, url);
  const texts: Readonly<Record<string, string>> = {
    ENOTFOUND: `there is no host ${host}`,
    EAI_AGAIN: `the name of ${host} could not be resolved`,
    ECONNREFUSED: `${elsewhere === undefined ? '' : `${elsewhere} on the way to `}${host} refused the connection`,
    ECONNRESET: `${host} closed the connection`,
    EPIPE: `${host} closed the connection`,
    ERR_PROXY_TUNNEL:
      cause.statusCode === undefined ? 'the proxy closed the connection' : `the proxy answered ${cause.statusCode} to CONNECT ${host}`,
  };
  const [, reason] = OPENSSL.exec(cause.message) ?? [];
  return texts[cause.code] ?? (reason === undefined ? cause.message : `no TLS with ${host}: ${reason}`);
}
