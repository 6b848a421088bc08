import { expect, jest, test } from '@jest/globals';
import { attack } from './every-request/attack.ts';

jest.setTimeout(180_000);

// The whole attack has each of ten faults at each request: make every-request
test('A fault at any single request of a release breaks no promise, and what fails is healed by a further run', async () => {
  const figures = await attack({ lanes: 2, oneIn: 37 });
  expect(figures.wrong).toEqual([]);
  expect(figures.cases).toBeGreaterThan(5);
});
