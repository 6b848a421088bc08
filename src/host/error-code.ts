/** Of a TLS connection whose certificate is not trusted. @see https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_/;

/** The code that Node gives its errors, such as ECONNREFUSED; '' where there is none. By shape, since errors may come from another realm. */
export function errorCode(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

/** Whether the other side closed the connection. */
export function wasClosed(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'ECONNRESET' || code === 'EPIPE';
}

export function isCertificateCode(code: string): boolean {
  return CERTIFICATE.test(code);
}
