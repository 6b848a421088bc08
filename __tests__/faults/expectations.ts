import { expect } from '@jest/globals';
import type { Release } from './registry-pair.ts';

/** P1 and P10: nothing is published anywhere, and one error says who refused what, how, and what to do. */
export function expectNothingPublished({ errors, tags, tagPuts, run, met }: Release, says: readonly string[]): void {
  expect(errors).toEqual([expect.stringContaining(says[0] ?? '')]);
  for (const text of says) expect(errors[0]).toContain(text);
  expect({ tags, tagPuts }).toEqual({ tags: { a: {}, b: {} }, tagPuts: { a: [], b: [] } });
  expect(run).toMatchObject({ code: 1, outputs: { pushed: 'false' }, orphans: [], post: { code: 0 } });
  expect(run.stdout).toContain('nothing of this run is published');
  expect(met).toBeGreaterThan(0);
}
