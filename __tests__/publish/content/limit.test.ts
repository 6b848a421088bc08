import { expect, test } from '@jest/globals';
import { makeLimit } from '../../../src/publish/content/limit.ts';

test('at most so many tasks run at once, and they begin in the order in which they came', async () => {
  const limit = makeLimit(2);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const task = (id: number) =>
    limit(async () => {
      begun.push(id);
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, id % 2));
      running -= 1;
      return id;
    });
  expect(await Promise.all([0, 1, 2, 3, 4, 5].map(task))).toEqual([0, 1, 2, 3, 4, 5]);
  expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
  expect(most).toBe(2);
});

test('a task that fails gives its place to the next', async () => {
  const limit = makeLimit(1);
  const failed = limit(() => Promise.reject(new Error('no')));
  const next = limit(async () => 'yes');
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('yes');
});
