import { describe, expect, test } from '@jest/globals';
import type { TestRegistryOptions } from '../tools/registry/start.ts';
import { said, stageStepForEachTest } from '../tools/stage-step.ts';

const stage = stageStepForEachTest();

const LOGIN = { username: 'ann', password: 'open sesame' };

/** Publishes twice to a registry that counts as GitHub's. */
async function publish(options: TestRegistryOptions) {
  const registry = await stage().startRegistry('a.test', options);
  const run = () =>
    stage().run({
      inputs: { images: `${registry.host}/octo/app`, tags: 'type=release', registry: registry.host, ...LOGIN },
      env: { TAGBOAT_TEST_PACKAGE_REGISTRY: registry.host },
    });
  const first = await run();
  const second = await run();
  const notices = [first, second].map((each) => said(each, 'notice').map(stage().anonymous));
  return { codes: [first.code, second.code], notices, summary: stage().anonymous(first.summary) };
}

const PRIVATE =
  'a.test/octo/app is new and private: only those with access may pull it. Its settings change that (https://github.com/octo?tab=packages)';
const PUBLIC = 'a.test/octo/app is new and public: everybody may pull it';

describe('after the first push to ghcr.io an anonymous pull says whether the package is public', () => {
  test.each<[string, TestRegistryOptions, string]>([
    ['a private one, by password', { access: { kind: 'basic', ...LOGIN } }, PRIVATE],
    ['a private one, by token', { access: { kind: 'bearer', ...LOGIN } }, PRIVATE],
    ['a public one', { access: { kind: 'bearer', ...LOGIN, anonymousPull: true } }, PUBLIC],
  ])('%s: once, in log and summary', async (_, options, said) => {
    const { codes, notices, summary } = await publish(options);
    expect([codes, notices]).toEqual([
      [0, 0],
      [[said], []],
    ]);
    expect(summary).toContain('> [!NOTE]');
  });

  test('and where the answer is none, the run says nothing of it and succeeds', async () => {
    const { codes, notices } = await publish({
      access: { kind: 'bearer', ...LOGIN },
      fault: ({ operation, authorization, headers }) =>
        String(operation) === 'token' && authorization === 'none' && headers.authorization === undefined ? { kind: 'reset' } : undefined,
    });
    expect([codes, notices]).toEqual([
      [0, 0],
      [[], []],
    ]);
  });
});

test('other registries are not asked', async () => {
  const run = await stage().release();
  expect([run.code, said(run, 'notice')]).toEqual([0, []]);
});
