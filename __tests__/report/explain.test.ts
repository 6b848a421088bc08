import { expect, test } from '@jest/globals';
import type { Line } from '../../src/plan/naming/naming.ts';
import { explainLines } from '../../src/report/explain.ts';
import { simulationLines } from '../../src/report/simulation-notes.ts';

const RULES = [
  { rule: 'type=ref,event=tag (default)', inputLine: 0, tags: ['v1'], reason: undefined },
  { rule: 'type=edge', inputLine: 3, tags: [], reason: 'the ref is not a branch' },
];

test('every rule says its line and what it gave, or why not', () => {
  expect(explainLines({ rules: RULES, latest: { tag: undefined, reason: 'the flavor says latest=false' }, tags: [] })).toEqual([
    'default  type=ref,event=tag (default)  v1',
    'line 3   type=edge                     nothing: the ref is not a branch',
    'flavor   latest                        nothing: the flavor says latest=false',
  ]);
});

test.each<[Line | undefined, string]>([
  // line, when the tag moves
  [undefined, 'never moves: other content under its name is refused'],
  [{ kind: 'version', version: '1.2.3', scheme: 'semver', within: '1' }, 'moves unless it holds a later version than 1.2.3'],
  [{ kind: 'channel', channel: 'rc', version: '2.0.0-rc.1', scheme: 'semver' }, 'moves unless it holds a later version than 2.0.0-rc.1'],
  [{ kind: 'branch', branch: 'main' }, 'moves unless it holds a later commit of the branch, or another ref'],
  [{ kind: 'pull-request', number: '7' }, 'moves unless it holds a later commit of the pull request'],
  [{ kind: 'schedule' }, 'moves unless it holds a later run'],
  [{ kind: 'other' }, 'follows this ref, until another takes it'],
  [{ kind: 'other' }, 'moves unless it holds a later commit of the same ref'],
])('a tag that follows %j %s', (line, expected) => {
  const tag = { name: 't', lifetime: line === undefined ? ('fixed' as const) : ('floating' as const), line, from: 'type=raw' };
  expect(explainLines({ rules: [], latest: { tag: undefined, reason: '' }, tags: [tag] }).at(-1)).toContain(expected);
});

test('a run that is acted out names its step and what only CI has', () => {
  const standIns = [
    { expression: 'secrets.TOKEN', value: 'secrets-token', inputs: ['password'] },
    { expression: 'github.run_number', value: '1', inputs: ['tags', 'labels'] },
  ];
  expect(
    simulationLines({ file: 'a.yml', step: 'job b, step 2', matrix: 'os=x', standIns, skipped: undefined, packages: 'write' }),
  ).toEqual([
    'workflow   a.yml, job b, step 2',
    'matrix     os=x',
    'only in CI secrets.TOKEN      in password',
    '           github.run_number  in tags and labels  1 stands for it',
  ]);
});
