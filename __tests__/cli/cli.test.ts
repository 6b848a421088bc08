import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { folder, tagboat, tagboatIn, WORKFLOW, workflow } from './project.ts';

describe('tagboat plan', () => {
  test('tells what is wrong with the place among all other mistakes', () => {
    const { status, stderr } = tagboatIn('/', 'plan', '--push', 'maybe', '--ref-source', 'git');
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/ref-source: \/ is not in a git repository; .*\n.*push: "maybe" is not one of/),
    ]);
  });

  test('prints what CI would do with a workflow’s step, and nothing else', () => {
    expect(tagboat('plan', ...workflow, '--ref', 'tags/v1.2.3')).toEqual({
      status: 0,
      stderr: '',
      stdout: `Plan: v1.2.3: 4 tags in 2 repositories for linux/amd64 and linux/arm64
  from       refs/tags/v1.2.3 at COMMIT (push)
  images     octo/app
             ghcr.io/octo/app
  tags       1.2.3   fixed                                  by type=release
             1.2     floating  follows 1.2.x                by type=release
             1       floating  follows 1.x                  by type=release
             latest  floating  follows all stable versions  by flavor
  no tag by  type=schedule: the event is push, not schedule
  platforms  linux/amd64, linux/arm64
  context    .
  publish    yes: credentials are there and the event is trusted
  workflow   release.yml, job image, step 2
  only in CI vars.DOCKERHUB_USERNAME  in username
             secrets.DOCKERHUB_TOKEN  in password
`,
    });
  });

  test.each([
    // permissions as written, what is said
    ['', "ghcr.io refuses the job's token where the repository's settings make it read only: job image has no permissions; add"],
    ['permissions: { contents: read }', "ghcr.io will refuse the job's token: job image has no permission packages: write; add"],
    ['permissions: read-all', "ghcr.io will refuse the job's token"],
    ['permissions: {}', "ghcr.io will refuse the job's token"],
    ['permissions: write-all', ''],
  ])('with %j says what ghcr.io will refuse: %s', (permissions, said) => {
    writeFileSync(path.join(folder, 'rights.yml'), WORKFLOW.replace(/permissions: .*/, permissions));
    const { status, stderr } = tagboat('plan', '--workflow', 'rights.yml', '--ref', 'tags/v1.2.3');
    expect([status, stderr.startsWith(said === '' ? '' : `warning: ${said}`), stderr === '']).toEqual([0, true, said === '']);
  });

  test.each([
    // the login for ghcr.io, whether its token is the job's
    ['github.token', true],
    ['secrets.GITHUB_TOKEN', true],
    ['secrets.PACKAGES_TOKEN', false],
  ])('a login with %s counts as the job’s token: %s', (token, isOwn) => {
    const login = `registry: ghcr.io\n          username: octo\n          password: \${{ ${token} }}`;
    const text = WORKFLOW.replace(/permissions: .*/, 'permissions: {}').replace(/username: [\s\S]*TOKEN }}/, login);
    writeFileSync(path.join(folder, 'token.yml'), text.replace('octo/app', 'ghcr.io/octo/app'));
    const { stderr } = tagboat('plan', '--workflow', 'token.yml', '--ref', 'tags/v1.2.3');
    expect(stderr.includes("refuse the job's token")).toBe(isOwn);
  });

  test('--explain says why for every rule and tag', () => {
    const { stdout } = tagboat('plan', ...workflow, '--ref', 'tags/v1.2.3', '--explain');
    expect(stdout.slice(stdout.indexOf('Why'))).toBe(`Why
  line 1  type=release   1.2.3 1.2 1
  line 2  type=schedule  nothing: the event is push, not schedule
  flavor  latest         latest: "1.2.3" is a stable version

  1.2.3   fixed                                  never moves: other content under its name is refused
  1.2     floating  follows 1.2.x                moves unless it holds a later version than 1.2.3
  1       floating  follows 1.x                  moves unless it holds a later version than 1.2.3
  latest  floating  follows all stable versions  moves unless it holds a later version than 1.2.3
`);
  });

  test('--json gives the same as data', () => {
    const data: unknown = JSON.parse(tagboat('plan', ...workflow, '--ref', 'tags/v1.2.3', '--json').stdout);
    expect(data).toMatchObject({
      version: '1.2.3',
      plan: { push: { push: true }, images: [{ naming: { latest: { tag: 'latest' }, rules: [{ rule: 'type=release' }, { tags: [] }] } }] },
      workflow: { file: 'release.yml', step: 'job image, step 2', standIns: [{ expression: 'vars.DOCKERHUB_USERNAME' }, {}] },
    });
  });

  test('an option wins over the workflow', () => {
    const { stdout } = tagboat(
      'plan',
      ...workflow,
      '--ref',
      'tags/v1.2.3',
      '--images',
      'quay.io/octo/app',
      '--registry',
      'quay.io',
      '--push',
      'false',
    );
    expect(stdout).toContain('images     quay.io/octo/app\n  tags');
    expect(stdout).toContain('publish    no: push: false');
  });

  test('without a workflow the logins are those of this machine', () => {
    const { stdout, stderr } = tagboat('plan', '--images', 'octo/app', '--tags', 'type=release', '--ref', 'tags/v1.2.3');
    expect([stdout, stderr]).toEqual([
      expect.stringContaining('publish    no: there are no credentials for docker.io'),
      'note: refs/tags/v1.2.3 is not in this repository yet: the commit that is checked out stands in for it\n',
    ]);
  });

  test('a folder without Dockerfile is told, and does not keep anybody from planning tags', () => {
    const elsewhere = mkdtempSync(path.join(os.tmpdir(), 'tagboat-names-'));
    try {
      execFileSync('git', ['init', '--quiet', elsewhere]);
      const { status, stderr } = tagboatIn(elsewhere, 'plan', '--images', 'octo/app', '--tags', 'type=release', '--ref', 'tags/v1.2.3');
      expect([status, stderr]).toEqual([0, expect.stringContaining('warning: There is no Dockerfile: a build of this plan would fail\n')]);
    } finally {
      rmSync(elsewhere, { recursive: true });
    }
  });

  test('is for any ref, whatever is checked out; what is run has to be checked out', () => {
    const elsewhere = path.join(folder, 'elsewhere');
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-C', elsewhere, '-c', 'user.name=n', '-c', 'user.email=n@e', ...args]);
    mkdirSync(elsewhere);
    writeFileSync(path.join(elsewhere, 'Dockerfile'), 'FROM scratch\n');
    git('init', '--quiet', '--initial-branch=main');
    git('commit', '--quiet', '--allow-empty', '--message=tagged');
    git('tag', 'v1.2.3');
    git('commit', '--quiet', '--allow-empty', '--message=later');
    const given = ['--images', 'localhost:9/app', '--tags', 'type=release', '--ref', 'tags/v1.2.3'];
    const planned: unknown = JSON.parse(tagboatIn(elsewhere, 'plan', ...given, '--json').stdout);
    expect(planned).toMatchObject({ plan: { source: { ref: 'refs/tags/v1.2.3', sha: git('rev-parse', 'v1.2.3').toString().trim() } } });
    expect(tagboatIn(elsewhere, 'run', ...given)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('ref: "refs/tags/v1.2.3" is commit '),
    });
    const untagged = tagboatIn(elsewhere, 'plan', ...given.slice(0, -1), 'tags/v9.9.9');
    expect([untagged.status, untagged.stdout]).toEqual([0, expect.stringContaining('refs/tags/v9.9.9 at COMMIT')]);
  });

  test.each([
    // arguments, what stderr says
    [
      ['--ref', 'v1.2.3'],
      '--ref: "v1.2.3" is neither a tag nor a branch of this checkout; check its spelling, make it (git tag v1.2.3) or fetch it; for a plan before it is there write tags/v1.2.3 or heads/v1.2.3.',
    ],
    [['--refs', 'none.txt', '--check', 'none.txt'], '--refs: "none.txt" has no ref; write one ref per line, such as tags/v1.2.3.'],
    [['--refs', 'nowhere'], '--refs: "nowhere" cannot be read; name a file with one ref per line.'],
    [['--workflow', 'release.yml', '--matrix', 'os=x'], '--matrix: "os=x" is not a combination of the matrix; the job has no matrix.'],
  ])('%j ends with status 2 and a line', (args, message) => {
    expect(tagboat('plan', ...args)).toEqual({ status: 2, stdout: '', stderr: `${message}\n` });
  });
});
