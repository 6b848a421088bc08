import { constants, type Stats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

type FileBytes = { readonly bytes: Buffer } | { readonly failure: string };

/** The content of a file, or what stands against it as the end of a sentence that begins with its path. */
export type FileContent = { readonly text: string } | { readonly failure: string };

type RegularFileOptions = {
  /** Without one a file of a network that does not answer may be waited for. */
  readonly signal?: AbortSignal;
  readonly maxBytes?: number;
};

/** Far more than any file needs that people write by hand, and little enough to be kept in memory. */
const MAX_BYTES = 1_048_576;
const PIECE_BYTES = 65_536;
/** So that a pipe without a writer is opened at once, and a terminal does not become ours. */
const WITHOUT_WAITING = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;

/** Reads a regular file as text, as {@link readRegularBytes} has it. */
export async function readRegularFile(file: string, options: RegularFileOptions): Promise<FileContent> {
  const content = await readRegularBytes(file, options);
  return 'failure' in content ? content : { text: content.bytes.toString('utf8') };
}

/**
 * Reads a regular file. A pipe, a device, a folder, or more bytes than allowed is a failure, and nothing waits for a file longer than
 * for the signal.
 * @throws the signal's reason.
 */
export function readRegularBytes(file: string, { signal, maxBytes = MAX_BYTES }: RegularFileOptions): Promise<FileBytes> {
  return untilAborted(signal, async () => {
    const opened = await openRegularFile(file, maxBytes);
    if ('failure' in opened) return opened;
    try {
      return await readAtMost(opened, maxBytes);
    } finally {
      await opened.close();
    }
  });
}

async function openRegularFile(file: string, maxBytes: number): Promise<FileHandle | { readonly failure: string }> {
  let handle: FileHandle;
  try {
    handle = await open(file, WITHOUT_WAITING);
  } catch (error) {
    return { failure: describeError(error) };
  }
  const stats = await handle.stat();
  const failure = stats.isFile()
    ? stats.size > maxBytes
      ? tooLarge(maxBytes)
      : undefined
    : `is ${describeKind(stats)}, not a regular file`;
  if (failure === undefined) return handle;
  await handle.close();
  return { failure };
}

/** The size that a file says is no promise: it may grow, and those of /proc say 0. */
async function readAtMost(handle: FileHandle, maxBytes: number): Promise<FileBytes> {
  const chunks: Buffer[] = [];
  let length = 0;
  for (let read = -1; read !== 0 && length <= maxBytes; length += read) {
    const chunk = Buffer.allocUnsafe(Math.min(PIECE_BYTES, maxBytes + 1 - length));
    read = (await handle.read(chunk, 0, chunk.length)).bytesRead;
    chunks.push(chunk.subarray(0, read));
  }
  return length > maxBytes ? { failure: tooLarge(maxBytes) } : { bytes: Buffer.concat(chunks, length) };
}

/** A read that hangs (a network file system) is left behind. */
async function untilAborted<Value>(signal: AbortSignal | undefined, work: () => Promise<Value>): Promise<Value> {
  if (signal === undefined) return work();
  signal.throwIfAborted();
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    if (stop !== undefined) signal.removeEventListener('abort', stop);
  }
}

function describeKind(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a pipe';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
}

function tooLarge(maxBytes: number): string {
  return `is larger than ${maxBytes} bytes`;
}

/** ENXIO is what a socket, or a device that is not there, answers. */
function describeError(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
  if (code === 'ENOENT') return 'is not there';
  return code === 'ENXIO' ? 'is a socket or a device, not a regular file' : `cannot be read (${code})`;
}
