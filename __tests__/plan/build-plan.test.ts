import { expect, test } from '@jest/globals';
import { makeBuildPlan } from '../../src/plan/build-plan.ts';
import { makeContext } from '../../src/plan/naming/make-context.ts';
import { readInputs } from '../tools/inputs.ts';
import { makeFacts, SHA } from '../tools/naming.ts';

const COMMIT_SECONDS = Date.parse('2024-01-15T12:09:10Z') / 1000;

const plan = (givenEpoch: string | undefined) =>
  makeBuildPlan({
    inputs: readInputs({}).build,
    secretIds: [],
    context: makeContext(makeFacts('refs/heads/main')),
    hasCheckout: true,
    givenEpoch,
  });

test.each([
  // SOURCE_DATE_EPOCH, seconds
  [undefined, COMMIT_SECONDS],
  ['', COMMIT_SECONDS],
  ['0', 0],
  ['1700000000', 1_700_000_000],
])('SOURCE_DATE_EPOCH %j gives the time %d', (given, seconds) => {
  expect(plan(given).sourceDateEpoch).toBe(seconds);
});

test('a SOURCE_DATE_EPOCH that is not a number is refused', () => {
  expect(() => plan('yesterday')).toThrow('SOURCE_DATE_EPOCH: "yesterday" is not a time; write whole seconds since 1970.');
});

test('{{defaultContext}} stands for the Git context of the commit, also in named contexts', () => {
  const given = { context: '{{defaultContext}}:app', 'build-contexts': 'src={{defaultContext}}:lib\nliteral=./{{defaultContext}}' };
  const facts = makeFacts('refs/heads/main');
  const environment = { ...facts.environment, GITHUB_SERVER_URL: 'https://github.com' };
  const { context, buildContexts } = makeBuildPlan({
    inputs: readInputs(given).build,
    secretIds: [],
    context: makeContext({ ...facts, environment }),
    hasCheckout: true,
  });
  const own = `https://github.com/octo/app.git#${SHA}`;
  expect([context, buildContexts]).toEqual([`${own}:app`, [`src=${own}:lib`, 'literal=./{{defaultContext}}']]);
});
