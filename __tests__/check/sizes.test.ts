import { describe, expect, test } from '@jest/globals';
import { compareSize, judgeSizes } from '../../src/check/sizes.ts';
import { checksFor } from '../../src/plan/image-checks.ts';
import { parseDefinition } from '../../src/plan/text/bake-definition.ts';
import { describeProblem } from '../../src/plan/text/problem.ts';
import { readChecks } from '../tools/inputs.ts';

const limits = (given: Readonly<Record<string, string>>) => {
  return readChecks({ platforms: 'linux/amd64,linux/arm64', ...given });
};

const LAYERS = [{ sizeBytes: 210_000_000, step: 'RUN make' }];
const SIZES = [
  { platform: 'linux/amd64', sizeBytes: 300_000_000, beforeBytes: 250_000_000, layers: LAYERS },
  { platform: 'linux/arm64', sizeBytes: 280_000_000, beforeBytes: undefined, layers: LAYERS },
];

describe('judgeSizes', () => {
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
    const found = judgeSizes(SIZES, limits(given), 'octo/app:1.2').map(({ wrong }) => /linux\/\w+/.exec(wrong)?.[0]);
    expect(found).toEqual(platforms);
  });

  test.each([
    // limits, platforms that are too large as target web
    ['200 MB\nweb=1 GB', []],
    ['1 GB\nweb=290 MB', ['linux/amd64']],
    ['linux/amd64=1 GB\nweb=1 kB', ['linux/amd64', 'linux/arm64']],
    ['linux/amd64=1 kB\nweb=1 GB', ['linux/amd64']],
    ['200 MB\nlinux/amd64=1 GB\napi=1 kB', ['linux/arm64']],
  ])('beside bake files, %j', (given, platforms) => {
    const bake = parseDefinition({ target: { web: { tags: ['o/web'] }, api: { tags: ['o/api'] } } }, []);
    const checks = readChecks({ platforms: 'linux/amd64,linux/arm64', 'max-size': given }, bake);
    const found = judgeSizes(SIZES, checksFor({ target: 'web', platforms: [] }, { checks, services: undefined }), undefined);
    expect(found.map(({ wrong }) => /linux\/\w+/.exec(wrong)?.[0])).toEqual(platforms);
  });

  test('lets an image shrink', () => {
    const shrunk = [{ platform: 'linux/amd64', sizeBytes: 1, beforeBytes: 1000, layers: [] }];
    expect(judgeSizes(shrunk, limits({ 'max-growth': '0.1%' }), 'octo/app:1.2')).toEqual([]);
  });

  test('names the limit, what there is and the largest layers', () => {
    const problems = judgeSizes(SIZES, limits({ 'max-size': 'linux/amd64=250 MB', 'max-growth': '10%' }), 'octo/app:1.2');
    expect(problems.map(describeProblem)).toEqual([
      'max-size: "250 MB" is less than linux/amd64 has: 300 MB compressed; the largest layers are 210 MB by RUN make.',
      'max-growth: "10%" is less than linux/amd64 grows: 250 MB in octo/app:1.2, 300 MB now (+20.0 %); the largest layers are 210 MB by RUN make.',
    ]);
  });
});

test.each([
  // platform, bytes before
  ['linux/amd64', 250_000_000],
  ['linux/arm64', undefined],
])('%s is compared with %s bytes', (platform, beforeBytes) => {
  const predecessor = { reference: 'octo/app:1.2', sizes: new Map([['linux/amd64', 250_000_000]]) };
  expect(compareSize({ platform, sizeBytes: 1, digest: '', layers: [] }, predecessor)).toEqual({ platform, sizeBytes: 1, beforeBytes });
});
