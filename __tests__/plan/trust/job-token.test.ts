import { expect, test } from '@jest/globals';
import { makeBuildPlan } from '../../../src/plan/build-plan.ts';
import { makeContext } from '../../../src/plan/naming/make-context.ts';
import { gitTokenSecret, registryOfServer } from '../../../src/plan/trust/job-token.ts';
import { readInputs } from '../../tools/inputs.ts';
import { makeFacts } from '../../tools/naming.ts';

// GITHUB_SERVER_URL, the registry that its job token is good for
test.each([
  ['https://github.com', 'ghcr.io'],
  ['https://acme.ghe.com', 'containers.acme.ghe.com'],
  ['https://github.acme.example', undefined],
  ['https://codeberg.org', undefined],
  ['http://gitea:3000', undefined],
  ['http://github.com', undefined],
  ['https://github.com.evil.example', undefined],
  ['https://evil.example/github.com', undefined],
  ['https://acme.ghe.com.evil.example', undefined],
  ['https://a.b.ghe.com', undefined],
  ['', undefined],
])('the job’s token of %s is for %s', (serverUrl, registry) => {
  expect(registryOfServer(serverUrl)).toBe(registry);
});

const TOKEN = 'ghs_0123456789abcdef';

function secretFor(
  inputs: Readonly<Record<string, string>>,
  { server = 'https://github.com', payload = {}, hasCheckout = true, token = TOKEN } = {},
) {
  const facts = makeFacts('refs/heads/main');
  const made = makeContext({ ...facts, environment: { ...facts.environment, GITHUB_SERVER_URL: server } });
  const context = { ...made, event: { ...made.event, payload: { ...made.event.payload, ...payload } } };
  const read = readInputs(inputs);
  const build = makeBuildPlan({ inputs: read.build, secretIds: [], context, hasCheckout });
  return gitTokenSecret({ build, context, token, secrets: read.secrets }).map(({ id }) => id);
}

const GITHUB = ['GIT_AUTH_TOKEN.github.com'];

// inputs, what else is so, the ids of the secrets
test.each<[Readonly<Record<string, string>>, Parameters<typeof secretFor>[1], readonly string[]]>([
  [{}, { hasCheckout: false }, GITHUB],
  [{}, {}, []],
  [{ context: '{{defaultContext}}:app' }, {}, GITHUB],
  [{ context: 'https://github.com/octo/other.git#main:sub' }, {}, GITHUB],
  [{ context: 'https://github.com/octo/other#main' }, {}, GITHUB],
  [{ context: 'github.com/octo/other' }, {}, GITHUB],
  [{ context: '.', 'build-contexts': 'lib=https://github.com/octo/lib.git' }, {}, GITHUB],
  [
    { context: 'https://git.acme.example:8443/octo/app.git' },
    { server: 'https://git.acme.example:8443' },
    ['GIT_AUTH_TOKEN.git.acme.example:8443'],
  ],
  // another host, scheme or port
  [{ context: 'https://gitlab.com/octo/app.git' }, {}, []],
  [{ context: 'http://github.com/octo/app.git' }, {}, []],
  [{ context: 'https://github.com:8443/octo/app.git' }, {}, []],
  [{ context: 'https://github.com.evil.example/octo/app.git' }, {}, []],
  [{ context: 'https://github.com@evil.example/octo/app.git' }, {}, []],
  [{ context: 'git@github.com:octo/app.git' }, {}, []],
  [{ context: 'https://github.com/octo/app.git' }, { server: 'https://codeberg.org' }, []],
  // a login of the user's own
  [{ context: 'https://ann:pw@github.com/octo/app.git' }, {}, []],
  [{ context: '{{defaultContext}}', secrets: 'GIT_AUTH_TOKEN=mine' }, {}, []],
  [{ context: '{{defaultContext}}', secrets: 'GIT_AUTH_TOKEN.github.com=mine' }, {}, []],
  [{ context: '{{defaultContext}}', secrets: 'GIT_AUTH_TOKEN.other.example=mine' }, {}, GITHUB],
  // foreign code, and no token
  [{ context: '{{defaultContext}}' }, { payload: { pull_request: { head: { repo: { full_name: 'eve/app' } } } } }, []],
  [{ context: '{{defaultContext}}' }, { token: '' }, []],
])('%j with %j gives BuildKit the secrets %j', (inputs, more, ids) => {
  expect(secretFor(inputs, more)).toEqual(ids);
});
