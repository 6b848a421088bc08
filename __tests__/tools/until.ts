import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until it is so, looking every 5 ms. It has no limit of its own: jest ends a test that waits for ever, and says which. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(5);
}
