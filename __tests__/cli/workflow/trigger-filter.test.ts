import { describe, expect, test } from '@jest/globals';
import { refuseTrigger } from '../../../src/cli/workflow/trigger-filter.ts';

describe('a push runs the workflow where its filters take the ref', () => {
  test.each([
    // filters of on.push, ref, whether it runs
    [{}, 'refs/heads/x', true],
    [{}, 'refs/tags/x', true],
    [{ branches: ['main'] }, 'refs/heads/main', true],
    [{ branches: ['main'] }, 'refs/heads/x', false],
    [{ branches: ['main'] }, 'refs/tags/v1', false],
    [{ tags: ['v*'] }, 'refs/heads/main', false],
    [{ branches: ['main'], tags: ['v*'] }, 'refs/tags/v1.2.3', true],
    [{ tags: ['v*'] }, 'refs/tags/v1/x', false],
    [{ tags: ['v**'] }, 'refs/tags/v1/x', true],
    [{ tags: 'v[12].[0-9]+.[0-9]+' }, 'refs/tags/v1.10.1', true],
    [{ tags: 'v[12].[0-9]+.[0-9]+' }, 'refs/tags/v3.0.0', false],
    [{ tags: ['v*', '!v*-rc*'] }, 'refs/tags/v1.0.0-rc.1', false],
    [{ tags: ['v*', '!v*-rc*', 'v2*'] }, 'refs/tags/v2.0.0-rc.1', true],
    [{ tags: ['v1.2'] }, 'refs/tags/v1x2', false],
    [{ tags: ['\\*'] }, 'refs/tags/*', true],
    [{ 'branches-ignore': ['dependabot/**'] }, 'refs/heads/dependabot/npm/x', false],
    [{ 'branches-ignore': ['dependabot/**'] }, 'refs/heads/main', true],
    [{ 'branches-ignore': ['dependabot/**'] }, 'refs/tags/v1', false],
    [{ 'tags-ignore': ['*'] }, 'refs/tags/v1', false],
    [{ branches: ['**/fix'] }, 'refs/heads/fix', true],
    [{ branches: ['feat(x)'] }, 'refs/heads/feat(x)', true],
  ])('%j: %s %s', (push, ref, runs) => {
    expect(refuseTrigger({ push }, { event_name: 'push', ref }) === undefined).toBe(runs);
  });
});

test.each([
  // triggers, event, message
  [{ pull_request: {} }, { event_name: 'push', ref: 'refs/heads/x' }, 'the workflow does not run on push'],
  [{ push: { tags: ['v*'] } }, { event_name: 'push', ref: 'refs/tags/x' }, 'the workflow does not run on pushes of tag x'],
  [
    { pull_request: { branches: ['main'] } },
    { event_name: 'pull_request', base_ref: 'dev' },
    'the workflow does not run on pull requests to dev',
  ],
  [{ pull_request: { branches: ['main'] } }, { event_name: 'pull_request', base_ref: 'main' }, undefined],
  [{ pull_request: null }, { event_name: 'pull_request', base_ref: 'main' }, undefined],
  [{ workflow_call: {} }, { event_name: 'push', ref: 'refs/heads/x' }, undefined],
])('%j on %j: %s', (triggers, github, message) => {
  expect(refuseTrigger(triggers, github)).toBe(message);
});

test('a pattern that is none is told', () => {
  expect(() => refuseTrigger({ push: { tags: ['v[9-0]'] } }, { event_name: 'push', ref: 'refs/tags/v1' })).toThrow(
    'on: "v[9-0]" is not a pattern;',
  );
});
