import { expect, test } from '@jest/globals';
import type { EarlyInputs } from '../../../src/plan/inputs/early-inputs.ts';
import { parseRequest } from '../../../src/plan/inputs/request.ts';
import { describeProblem } from '../../../src/plan/text/problem.ts';

const ARM = { os: 'linux', architecture: 'arm64' };
const USUAL: EarlyInputs = {
  prHeadSha: false,
  ref: '',
  refSource: 'workflow',
  timeoutMs: 21_600_000,
  dryRun: false,
  githubToken: '',
  context: '',
  file: '',
  platforms: [],
  bake: { inputs: undefined, vars: {}, problem: undefined },
  namesPull: false,
  source: undefined,
  argsFiles: [],
  testServices: [],
};

test.each<[Readonly<Record<string, string>>, Partial<EarlyInputs>]>([
  [{}, {}],
  [
    { 'pr-head-sha': 'TRUE', ref: 'tags/v1', 'ref-source': 'git', timeout: '90s' },
    { prHeadSha: true, ref: 'refs/tags/v1', refSource: 'git', timeoutMs: 90_000 },
  ],
  [{ platforms: 'linux/arm64,linux/arm64/v8\nlinux/aarch64' }, { platforms: [ARM] }],
  [{ platforms: '"linux/arm64,linux/aarch64"' }, { platforms: [ARM] }],
  [
    { 'dry-run': 'True', 'build-args-file': 'a\n\nb' },
    { dryRun: true, argsFiles: ['a', 'b'] },
  ],
])('%j is parsed', (given, expected) => {
  const { early, problems } = parseRequest(given);
  expect(early).toEqual({ ...USUAL, ...expected });
  expect(problems).toEqual([]);
});

test('mistakes are reported all at once, and until then the usual value stands in for each', () => {
  const given = { 'pr-head-sha': 'yes', ref: 'v1', 'ref-source': 'git', timeout: 'soon', 'dry-run': 'no', platforms: 'arm64,linux/arm64' };
  const { early, problems } = parseRequest(given);
  expect(problems.map(describeProblem)).toEqual([
    'pr-head-sha: "yes" is neither true nor false; write true or false.',
    'ref: "v1" may be a branch or a tag; write refs/tags/v1 or refs/heads/v1.',
    'timeout: "soon" is not a time limit; write a number and s, m or h, from 1s to 72h.',
    'dry-run: "no" is neither true nor false; write true or false.',
    'platforms: "arm64" is not a platform; write os/architecture[/variant], such as linux/arm64.',
  ]);
  expect(early).toEqual({ ...USUAL, refSource: 'git', platforms: [ARM] });
});
