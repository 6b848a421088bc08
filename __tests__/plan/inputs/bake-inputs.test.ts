import { expect, test } from '@jest/globals';
import { refuseIdle } from '../../../src/plan/inputs/bake-inputs.ts';
import { parseRequest } from '../../../src/plan/inputs/request.ts';

type Given = Readonly<Record<string, string>>;

const parse = (given: Given) => parseRequest(given).early.bake;
const findIdle = (given: Given) => () => refuseIdle(parse(given), parseRequest(given).isGiven);

test('without bake files there is nothing', () => {
  expect(parse({})).toEqual({ inputs: undefined, vars: {}, problem: undefined });
  expect(findIdle({ context: 'app', file: 'F' })).not.toThrow();
});

test('lists are by comma or line, variables and overrides a line each', () => {
  const given = {
    'bake-files': 'a.hcl, b.json\ncompose.yaml',
    targets: 'web,api',
    set: '*.args.A=b,c\nweb.no-cache=true',
    vars: 'A=1=2\nB=',
  };
  expect(parse(given).inputs).toEqual({
    files: ['a.hcl', 'b.json', 'compose.yaml'],
    targets: ['web', 'api'],
    set: ['*.args.A=b,c', 'web.no-cache=true'],
    vars: { A: '1=2', B: '' },
  });
});

test('what goes with bake files says nothing without', () => {
  expect(parse({ targets: 'a', vars: 'A=1' }).problem?.message).toContain(
    'targets: says nothing without bake-files; name the bake files, or leave it out.\nvars: says nothing without',
  );
});

test('build inputs that the bake files say are refused beside them, all at once', () => {
  const given = { 'bake-files': 'a.hcl', context: 'app', file: 'F', source: 's', exports: 'type=local,dest=a', 'cache-from': 'type=gha' };
  expect(findIdle({ ...given, platforms: 'linux/amd64', 'build-args': 'A=1', 'no-cache': 'true' })).toThrow(
    [
      'context: does nothing beside bake-files; say it in the file, target by target, or by set: target.context=….',
      'file: does nothing beside bake-files; say it in the file, target by target, or by set: target.dockerfile=….',
      'cache-from: does nothing beside bake-files; say it in the file, target by target, or by set: target.cache-from=….',
      'exports: does nothing beside bake-files; say it in the file, target by target, or by set: target.output=….',
      'source: does nothing beside bake-files; leave it out, or bake-files.',
    ].join('\n'),
  );
});

test.each(['*.platform=linux/amd64', 'web.tags+=o/web', 'web.args.A', 'web.args.a+b=1'])('%j is an override', (set) => {
  expect(parse({ 'bake-files': 'a', set }).inputs?.set).toEqual([set]);
});

test.each(['web', 'web=1', '=x', 'web.Args=1'])('%j is not an override', (set) => {
  expect(parse({ 'bake-files': 'a', set }).problem?.message).toContain(`set: "${set}" is not an override`);
});
