import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** An answer whose body is still to be read with {@link readBody} or dropped with {@link discardBody}. */
export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly url: URL; readonly body: IncomingMessage };

/** No answer in time; `silentMs` is how long it was waited for. */
export class SilenceError extends Error {
  override readonly name = 'SilenceError';
  readonly code = 'ETIMEDOUT';
  readonly silentMs: number;

  constructor(message: string, silentMs: number) {
    super(message);
    this.silentMs = silentMs;
  }
}

/** What the body's source threw: not the registry's fault, so the caller gets the cause as it was. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
}

/**
 * The whole body.
 * @throws {RangeError} with the code TOO_LONG where it is longer than `limitBytes`; Node's network errors.
 */
export async function readBody({ body }: Answer, limitBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    sizeBytes += chunk.length;
    if (sizeBytes > limitBytes) throw Object.assign(new RangeError(`the answer is longer than ${limitBytes} bytes`), { code: 'TOO_LONG' }); // leaving the loop closes the connection
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Lets the connection be used again; an answer of more than a few kB is not worth that. */
export async function discardBody(answer: Answer): Promise<void> {
  await readBody(answer, 16_384).catch(() => undefined);
}
