import { expect, test } from '@jest/globals';
import { soak } from './soak/soak.ts';

// The whole soak has 200 releases: node __tests__/faults/soak/main.ts
test('Releases go on where a fifth of all requests fails: nothing is lost, nothing goes backwards, nothing is left', async () => {
  const figures = await soak({ releases: 8, lanes: 2, seed: 7 });
  expect(figures).toMatchObject({ releases: 8, wrong: [], openUploads: 0, files: 0 });
  expect(figures.openFiles).toBeLessThanOrEqual(0);
  expect(figures.broken / figures.requests).toBeCloseTo(0.2, 1);
});
