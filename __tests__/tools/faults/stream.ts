import { setTimeout as sleep } from 'node:timers/promises';

/** A body on its way; shapes wrap one another. */
export type Body = AsyncIterable<Uint8Array>;
export type Shape = (body: Body) => Body;

/** Thrown inside a body where the connection has to break. */
export class CutError extends Error {
  override readonly name = 'CutError';
}

/** Breaks off once so many bytes have passed; a body that is no longer than that passes whole and breaks at its end. */
export function cutAfter(limitBytes: number): Shape {
  return async function* cut(body) {
    let left = limitBytes;
    for await (const chunk of body) {
      yield chunk.subarray(0, left);
      left -= chunk.length;
      if (left <= 0) break;
    }
    await sleep(20); // what may pass has to get onto the wire first
    throw new CutError(`cut after ${limitBytes} bytes`);
  };
}

/** Lets the body pass in ten portions a second. Ends early, without an error, where the signal aborts. */
export function throttleTo(bytesPerSecond: number, signal: AbortSignal): Shape {
  const portion = Math.max(1, Math.floor(bytesPerSecond / 10));
  return async function* throttle(body) {
    for await (const chunk of body) {
      for (let start = 0; start < chunk.length && !signal.aborted; start += portion) {
        yield chunk.subarray(start, start + portion);
        await sleep(100, undefined, { signal }).catch(() => undefined);
      }
    }
  };
}

/** Flips the lowest bit of one byte. */
export function flipAt(place: number): Shape {
  return async function* flip(body) {
    let offset = 0;
    for await (const chunk of body) {
      const index = place - offset;
      yield index >= 0 && index < chunk.length ? chunk.map((byte, position) => (position === index ? byte ^ 1 : byte)) : chunk;
      offset += chunk.length;
    }
  };
}

/** Shows every chunk that passes. */
export function watch(tell: (chunk: Uint8Array) => void): Shape {
  return async function* watching(body) {
    for await (const chunk of body) {
      tell(chunk);
      yield chunk;
    }
  };
}
