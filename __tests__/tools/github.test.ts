import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Github, startGithub } from './github.ts';

let github: Github;
beforeEach(async () => {
  github = await startGithub({
    token: 'good',
    repositories: {
      'octo/demo': {
        facts: { description: 'A demo', default_branch: 'trunk' },
        // a ─ b ─ c
        //      └─ d
        commits: { a: {}, b: { date: '2024-05-06T07:08:09Z', parents: ['a'] }, c: { parents: ['b'] }, d: { parents: ['b'] } },
        branches: { trunk: 'c', 'feature/x': 'd' },
        tags: {
          'v1.0.0': { commit: 'a' },
          'v1.1.0': { commit: 'b', object: 't1', verification: { verified: true, reason: 'valid' } },
          'v1.2.0': { commit: 'c', object: 't2' },
        },
        releases: { 'v1.0.0': {}, 'v1.1.0': { body: 'notes' }, 'v1.2.0': { prerelease: true } },
      },
    },
  });
});
afterEach(() => github.close());

async function get(path: string, headers: Readonly<Record<string, string>> = {}) {
  const answer = await fetch(github.url + path, { headers });
  return { status: answer.status, link: answer.headers.get('link'), body: await answer.json() };
}

test.each([
  // path  part of the answer
  ['', { full_name: 'octo/demo', description: 'A demo', default_branch: 'trunk' }],
  ['/commits/b', { sha: 'b', commit: { committer: { date: '2024-05-06T07:08:09Z' } } }],
  ['/commits/v1.1.0', { sha: 'b' }],
  ['/commits/feature%2Fx', { sha: 'd' }],
  ['/compare/a...c', { status: 'ahead', ahead_by: 2, behind_by: 0 }],
  ['/compare/c...a', { status: 'behind', ahead_by: 0, behind_by: 2 }],
  ['/compare/c...d', { status: 'diverged', ahead_by: 1, behind_by: 1 }],
  ['/compare/trunk...c', { status: 'identical' }],
  ['/releases/tags/v1.1.0', { tag_name: 'v1.1.0', body: 'notes' }],
  ['/releases/latest', { tag_name: 'v1.1.0' }],
  ['/git/ref/tags/v1.0.0', { object: { type: 'commit', sha: 'a' } }],
  ['/git/ref/tags/v1.1.0', { object: { type: 'tag', sha: 't1' } }],
  ['/git/tags/t1', { object: { sha: 'b' }, verification: { verified: true, reason: 'valid' } }],
  ['/git/tags/t2', { verification: { verified: false, reason: 'unsigned' } }],
])('GET /repos/octo/demo%s answers %j', async (path, part) => {
  expect(await get(`/repos/octo/demo${path}`)).toMatchObject({ status: 200, body: part });
});

test.each(['/repos/octo/other', '/repos/octo/demo/commits/x', '/repos/octo/demo/compare/a...x', '/repos/octo/demo/nothing', '/user'])(
  'GET %s is not found',
  async (path) => {
    expect(await get(path)).toMatchObject({ status: 404, body: { message: 'Not Found' } });
  },
);

test('lists come in pages', async () => {
  const first = await get('/repos/octo/demo/tags?per_page=2');
  expect(first.body).toEqual([
    { name: 'v1.0.0', commit: { sha: 'a' } },
    { name: 'v1.1.0', commit: { sha: 'b' } },
  ]);
  const next = /<([^>]+)>; rel="next"/.exec(first.link ?? '')?.[1] ?? '';
  expect(await get(next.replace(github.url, ''))).toMatchObject({ link: null, body: [{ name: 'v1.2.0' }] });
});

test('a wrong token is refused, and every request is noted', async () => {
  expect((await get('/repos/octo/demo', { authorization: 'token good' })).status).toBe(200);
  expect((await get('/repos/octo/demo?x=1', { authorization: 'Bearer bad' })).status).toBe(401);
  expect(github.requests.map(({ path, query, status }) => [path, query, status])).toEqual([
    ['/repos/octo/demo', {}, 200],
    ['/repos/octo/demo', { x: '1' }, 401],
  ]);
});

test('faults come as often as they are told', async () => {
  github.fail(
    { path: /commits/, times: 1, answer: { status: 403, headers: { 'x-ratelimit-remaining': '0' }, message: 'API rate limit exceeded' } },
    { path: /compare/, answer: 'hang-up' },
    { path: /tags/, answer: 'hang' },
  );
  expect(await get('/repos/octo/demo/commits/a')).toMatchObject({ status: 403, body: { message: 'API rate limit exceeded' } });
  expect((await get('/repos/octo/demo/commits/a')).status).toBe(200);
  await expect(get('/repos/octo/demo/compare/a...b')).rejects.toThrow();
  await expect(fetch(`${github.url}/repos/octo/demo/tags`, { signal: AbortSignal.timeout(30) })).rejects.toThrow();
});
