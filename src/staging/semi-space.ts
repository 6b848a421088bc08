import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8's space for young objects from growing, for the rest of the process. A piece of a blob is a small object that holds a
 * large block outside of the heap, so a space of 16 MB takes in some 100 MB of unused blocks before it is swept.
 * Sending 600 MB to two destinations takes 100 to 105 MB resident instead of 115 to 147 MB.
 * @see https://nodejs.org/docs/latest-v24.x/api/v8.html#v8setflagsfromstringflags
 */
export function limitSemiSpace(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
