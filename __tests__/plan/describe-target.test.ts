import { expect, test } from '@jest/globals';
import { makeBuildPlan } from '../../src/plan/build-plan.ts';
import { describeTarget } from '../../src/plan/describe-target.ts';
import { makeContext } from '../../src/plan/naming/make-context.ts';
import { parseDefinition } from '../../src/plan/text/bake-definition.ts';
import type { JsonObject } from '../../src/plan/text/json.ts';
import { readInputs } from '../tools/inputs.ts';
import { makeFacts } from '../tools/naming.ts';

type Targets = { readonly [name: string]: JsonObject };
const TARGETS: Targets = {
  base: { context: 'base', args: { A: '1', B: '2' } },
  web: { context: 'web', contexts: { base: 'target:base' }, tags: ['o/web:1'] },
  api: { context: 'api' },
};

function describeWeb(targets: Targets, given: Readonly<Record<string, string>> = {}): string {
  const { build } = readInputs(given);
  const plan = makeBuildPlan({ inputs: build, secretIds: [], context: makeContext(makeFacts('refs/heads/main')), hasCheckout: true });
  return describeTarget('web', parseDefinition({ target: targets }, []), { build: plan, labels: {} });
}

test.each<readonly [string, Targets]>([
  ['its tags', { ...TARGETS, web: { ...TARGETS.web, tags: ['o/web:2'] } }],
  ['its cache and output', { ...TARGETS, web: { ...TARGETS.web, 'cache-to': ['type=gha'], output: [{ type: 'registry' }] } }],
  ['the order of arguments', { ...TARGETS, base: { args: { B: '2', A: '1' }, context: 'base' } }],
  ['a target it does not build on', { ...TARGETS, api: { context: 'other' } }],
])('%s makes no other build', (_, targets) => {
  expect(describeWeb(targets)).toBe(describeWeb(TARGETS));
});

test.each<readonly [string, Targets, Readonly<Record<string, string>>]>([
  ['an argument of what it builds on', { ...TARGETS, base: { context: 'base', args: { A: '1', B: '3' } } }, {}],
  ['how it is packed', { ...TARGETS, web: { ...TARGETS.web, output: [{ type: 'image', compression: 'zstd' }] } }, {}],
  ['its context', { ...TARGETS, web: { ...TARGETS.web, context: 'elsewhere' } }, {}],
  ['a build argument', TARGETS, { 'build-args': 'A=2' }],
  ['the platforms', TARGETS, { platforms: 'linux/arm64' }],
])('%s makes another build', (_, targets, given) => {
  expect(describeWeb(targets, given)).not.toBe(describeWeb(TARGETS));
});
