import { expect, test } from '@jest/globals';
import { makeContext } from '../../../src/plan/naming/make-context.ts';
import type { JsonObject } from '../../../src/plan/text/json.ts';
import { parseRepository } from '../../../src/plan/text/reference.ts';
import { decidePush, type PushWish, refusePush } from '../../../src/plan/trust/push-decision.ts';

const PULL = (repository: string): JsonObject => ({ pull_request: { number: 7, head: { repo: { full_name: repository } } } });
const RUN = (repository: string): JsonObject => ({ workflow_run: { head_repository: { full_name: repository } } });

function decide(
  wish: PushWish,
  event: string,
  {
    payload = {},
    images = ['ghcr.io/octo/app'],
    logins = ['ghcr.io'],
    open = [],
    passwordless = [],
  }: Readonly<Partial<Record<'images' | 'logins' | 'open' | 'passwordless', readonly string[]>>> & { readonly payload?: JsonObject },
) {
  const environment = { GITHUB_EVENT_NAME: event, GITHUB_REPOSITORY: 'octo/app' };
  const context = makeContext({ environment, payload, prHeadSha: false, now: '2026-01-01T00:00:00Z' });
  const repositories = images.map((name) => parseRepository(name));
  const asked = { wish, context, repositories, isLocal: (registry: string) => registry.startsWith('localhost') };
  const refused = refusePush(asked).length > 0;
  const loginAt = (registry: string) => (logins.includes(registry) ? 'given' : open.includes(registry) ? 'unneeded' : 'missing');
  return { ...decidePush({ ...asked, loginAt, passwordless }), refused };
}

test.each([
  // wish, event, what is given, published, reason
  ['auto', 'push', {}, true, 'credentials are there and the event is trusted'],
  ['auto', 'pull_request', { payload: PULL('octo/app') }, true, 'credentials are there and the event is trusted'],
  ['auto', 'pull_request', { payload: PULL('evil/app') }, false, 'this is a pull request from a fork'],
  ['auto', 'pull_request', { payload: { pull_request: { head: { repo: null } } } }, false, 'this is a pull request from a fork'],
  ['auto', 'pull_request_target', { payload: PULL('evil/app') }, false, 'this is a pull request from a fork'],
  ['auto', 'workflow_run', { payload: RUN('evil/app') }, false, 'the triggering workflow ran for a fork'],
  ['auto', 'workflow_run', { payload: RUN('octo/app') }, true, 'credentials are there and the event is trusted'],
  [
    'auto',
    'pull_request',
    { payload: { ...PULL('octo/app'), sender: { login: 'dependabot[bot]' } } },
    false,
    'Dependabot’s runs get no secrets',
  ],
  ['auto', 'push', { logins: [] }, false, 'there are no credentials for ghcr.io'],
  ['auto', 'push', { logins: [], passwordless: ['ghcr.io'] }, false, 'there are no credentials for ghcr.io (the password is empty)'],
  ['auto', 'push', { passwordless: ['ghcr.io'] }, true, 'credentials are there and the event is trusted'],
  [
    'auto',
    'push',
    { images: ['localhost:5000/app'], open: ['localhost:5000'] },
    true,
    'localhost:5000 is taken to need no login, and the event is trusted',
  ],
  [
    'auto',
    'push',
    { images: ['localhost:5000/app', 'ghcr.io/octo/app'], open: ['localhost:5000'] },
    true,
    'credentials are there for the others, localhost:5000 is taken to need no login, and the event is trusted',
  ],
  ['auto', 'push', { images: [] }, false, 'no image is named'],
  ['auto', 'merge_group', {}, false, 'a merge queue tests the commit, and its push publishes it'],
  ['always', 'merge_group', {}, true, 'push: true'],
  ['never', 'push', {}, false, 'push: false'],
] as const)('push: %s on %s with %j: %s, since %s', (wish, event, given, push, reason) => {
  expect(decide(wish, event, given)).toEqual({ push, reason, refused: false });
});

const FORK = 'this is a pull request from a fork';

test.each([
  // event, images, published, refused, reason
  ['pull_request_target', ['ghcr.io/octo/app'], false, true, FORK],
  ['pull_request', ['ghcr.io/octo/app'], false, true, FORK],
  ['pull_request', ['localhost:5000/app', 'ghcr.io/octo/app'], false, true, FORK],
  ['pull_request', ['localhost:5000/app'], true, false, 'push: true'], // a registry of the job itself
  ['pull_request_target', ['localhost:5000/app'], false, true, FORK], // there the run may hold secrets
])('push: true does not publish the head of a fork on %s to %j: %s, refused: %s', (event, images, push, refused, reason) => {
  expect(decide('always', event, { payload: PULL('evil/app'), images })).toEqual({ push, reason, refused });
});
