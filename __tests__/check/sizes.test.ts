import { describe, expect, test } from '@jest/globals';
import { compareSizes, describeExcess, findExcesses } from '../../src/check/sizes.ts';
import { parseChecks } from '../../src/plan/checks.ts';
import { completeInputs } from '../../src/plan/inputs.ts';
import { describeProblem } from '../../src/plan/problem.ts';

const limits = (given: Readonly<Record<string, string>>) => {
  const raw = completeInputs({ platforms: 'linux/amd64,linux/arm64', ...given });
  return parseChecks((name) => raw[name] ?? '');
};

const SIZES = [
  { platform: 'linux/amd64', sizeBytes: 300_000_000, beforeBytes: 250_000_000 },
  { platform: 'linux/arm64', sizeBytes: 280_000_000, beforeBytes: undefined },
];

describe('findExcesses', () => {
  test.each([
    // inputs, platforms that are too large
    [{}, []],
    [{ 'max-size': '300 MB' }, []],
    [{ 'max-size': '299.999999 MB' }, ['linux/amd64']],
    [{ 'max-size': '200 MB' }, ['linux/amd64', 'linux/arm64']],
    [{ 'max-size': '200 MB\nlinux/amd64=1 GB' }, ['linux/arm64']],
    [{ 'max-size': 'linux/arm64=1 kB' }, ['linux/arm64']],
    [{ 'max-growth': '20%' }, []],
    [{ 'max-growth': '19.9%' }, ['linux/amd64']],
    [{ 'max-growth': '50 MB' }, []],
    [{ 'max-growth': '49 MB' }, ['linux/amd64']],
    [{ 'max-size': '250 MB', 'max-growth': '1%' }, ['linux/amd64', 'linux/amd64', 'linux/arm64']],
  ])('%j', (given, platforms) => {
    expect(findExcesses(SIZES, limits(given), 'octo/app:1.2').map(({ platform }) => platform)).toEqual(platforms);
  });

  test('an image that shrank may do so', () => {
    const shrunk = [{ platform: 'linux/amd64', sizeBytes: 1, beforeBytes: 1000 }];
    expect(findExcesses(shrunk, limits({ 'max-growth': '0.1%' }), 'octo/app:1.2')).toEqual([]);
  });
});

test('an excess names the limit, what there is and the largest layers', () => {
  const excesses = findExcesses(SIZES, limits({ 'max-size': 'linux/amd64=250 MB', 'max-growth': '10%' }), 'octo/app:1.2');
  expect(excesses.map((excess) => describeProblem(describeExcess(excess, '210 MB by RUN make')))).toEqual([
    'max-size: "250 MB" is less than linux/amd64 has: 300 MB compressed; the largest layers are 210 MB by RUN make.',
    'max-growth: "10%" is less than linux/amd64 grows: 250 MB in octo/app:1.2, 300 MB now (+20.0 %); the largest layers are 210 MB by RUN make.',
  ]);
});

test('sizes are compared platform by platform', () => {
  const images = SIZES.map(({ platform, sizeBytes }) => ({ platform, sizeBytes, digest: '', layers: [] }));
  const predecessor = { reference: 'octo/app:1.2', sizes: new Map([['linux/amd64', 250_000_000]]) };
  expect(compareSizes(images, predecessor)).toEqual(SIZES);
});
