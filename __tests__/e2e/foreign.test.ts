import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { JsonObject } from '../../src/plan/text/json.ts';
import { installDockerSpy } from '../tools/docker-spy.ts';
import { errorsOf, openSite, type Project, runStep, type StepOptions } from '../tools/step.ts';

jest.setTimeout(120_000);

const site = await openSite();
const { auth, user, password } = site.lab;
afterAll(site.close);

const NAME = site.unique('victim');
const RELEASED = 'the released image';
const PRIVATE = 'the content of a private image';
/** The lines that the victim's step has for its own releases. */
const LOGIN = { registry: auth, username: user, password };
const NOTHING = 'Nothing will be published: this is a pull request from a fork';

const authorization = { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
const tagsOf = async (repository: string): Promise<readonly string[]> => {
  const answer = await fetch(`http://${auth}/v2/${repository}/tags/list`, { headers: authorization });
  return answer.ok ? ((await answer.json()) as { readonly tags: readonly string[] }).tags : []; // as the registry answers
};
const digestOf = async (repository: string): Promise<string | null> =>
  (
    await fetch(`http://${auth}/v2/${repository}/manifests/latest`, { method: 'HEAD', headers: { ...authorization, accept: '*/*' } })
  ).headers.get('docker-content-digest');

const pullRequest = ({ sha }: Project): JsonObject => ({
  action: 'opened',
  number: 7,
  pull_request: {
    number: 7,
    head: { ref: 'mine', sha, repo: { full_name: 'eve/demo' } },
    base: { ref: 'main', repo: { full_name: 'octo/demo' } },
  },
  repository: { full_name: 'octo/demo', name: 'demo', default_branch: 'main', private: true },
});

/** What eve's files are built with: the workflow of octo/demo, with all that it holds. */
async function attack(files: Readonly<Record<string, string>>, { inputs = {}, env = {}, ...options }: Partial<StepOptions> = {}) {
  const project = site.makeProject({ Dockerfile: 'FROM busybox\nRUN echo mine >/file\n', ...files });
  const spy = installDockerSpy(site.folder, site.machine);
  const run = await runStep(site, project, {
    eventName: 'pull_request_target',
    event: pullRequest(project),
    ref: 'refs/heads/main',
    ...options,
    inputs: {
      images: `${auth}/${NAME}/app`,
      tags: 'type=release',
      'no-cache': 'true',
      'github-token': 'the-jobs-token',
      ...LOGIN,
      ...inputs,
    },
    env: { ...spy.env, ...env },
  });
  const said = (name: string) => run.commands.filter((command) => command.name === name).map(({ value }) => value);
  return {
    ...run,
    errors: errorsOf(run),
    notices: said('notice').filter((notice) => !notice.startsWith('The GitHub API')),
    builds: spy.calls().filter(({ args }) => args[0] === 'buildx'),
  };
}

const BAKE = { 'bake-files': 'docker-bake.hcl', images: `app=${auth}/${NAME}/app` };
const bake = (lines: string, more = ''): Readonly<Record<string, string>> => ({
  'docker-bake.hcl': `${more}\ngroup "default" { targets = ["app"] }\ntarget "app" {\n${lines}\n}\n`,
});
/** A folder of the machine that is none of eve's. */
const outside = mkdtempSync(path.join(site.folder, 'machine-'));

let released: string | null;
beforeAll(async () => {
  writeFileSync(path.join(outside, 'secret.env'), 'HOST_SECRET=of-the-machine\n');
  const project = site.makeProject({ Dockerfile: `FROM busybox\nRUN echo "${RELEASED}" >/file\n` });
  const release = await runStep(site, project, { inputs: { images: `${auth}/${NAME}/app`, tags: 'type=release', ...LOGIN } });
  const hidden = site.makeProject({ Dockerfile: `FROM busybox\nRUN echo "${PRIVATE}" >/secret\n` });
  const base = await runStep(site, hidden, { inputs: { images: `${auth}/${NAME}/base`, tags: 'type=release', ...LOGIN } });
  expect([release.code, base.code]).toEqual([0, 0]);
  released = await digestOf(`${NAME}/app`);
});

/** Nothing that eve did is in a registry. */
afterEach(async () => {
  expect(await digestOf(`${NAME}/app`)).toBe(released);
  expect([...(await tagsOf(`${NAME}/app`))].sort()).toEqual(['1', '1.2', '1.2.3', 'latest']);
});

describe('a fork’s head that is built with the logins of the repository', () => {
  test.each([
    // what says it, files, inputs, what is left out
    ['a bake file', bake(`cache-to = ["type=registry,ref=${auth}/${NAME}/app:latest,mode=max"]`), BAKE, 'cache-to of target app'],
    [
      'a bake file that hides it',
      bake(`cache-to = ["type=inline,type=registry,ref=${auth}/${NAME}/app:latest"]`),
      BAKE,
      'cache-to of target app',
    ],
    ['set', bake(''), { ...BAKE, set: `*.cache-to=type=registry,ref=${auth}/${NAME}/app:latest` }, 'cache-to of target app'],
    ['cache-to', {}, { 'cache-to': `type=registry,ref=${auth}/${NAME}/app:latest` }, 'cache-to'],
    ['cache-to by name alone', {}, { 'cache-to': `${auth}/${NAME}/app:latest` }, 'cache-to'],
  ])('writes no cache over a release where %s says so', async (_, files, inputs, left) => {
    const run = await attack(files, { inputs });
    expect({ errors: run.errors, code: run.code }).toEqual({ errors: [], code: 0 });
    expect(run.notices).toEqual([NOTHING, `Left out, since what is built is not the repository’s own: ${left}`]);
  });

  test('writes no cache by an argument of its own', async () => {
    const run = await attack({}, { inputs: { 'extra-args': `--cache-to=type=registry,ref=${auth}/${NAME}/app:latest` } });
    expect([run.code, run.errors]).toEqual([1, [expect.stringContaining('extra-args: "--cache-to=')]]);
    const debug = await attack({}, { inputs: { 'extra-args': '--debug' } });
    expect([debug.code, debug.errors]).toEqual([1, [expect.stringContaining('extra-args: cannot be checked')]]);
  });

  test('cannot pull with them', async () => {
    const run = await attack({ Dockerfile: `FROM ${auth}/${NAME}/base\nRUN cat /secret\n` });
    expect(run.code).toBe(1);
    expect(run.stdout).not.toContain(PRIVATE);
    expect(run.errors.join('\n')).toMatch(/40[13]|authoriz|authentication|credentials/i);
  });

  test('pulls with a login that is for forks', async () => {
    const login = `- registry: ${auth}\n  username: ${user}\n  password: ${password}\n  forks: pull\n`;
    const inputs = { 'registry-auth': login, username: '', password: '', registry: '' };
    const run = await attack({ Dockerfile: `FROM ${auth}/${NAME}/base\nRUN cat /secret\n` }, { inputs });
    expect({ errors: run.errors, code: run.code }).toEqual({ errors: [], code: 0 });
    expect(run.stdout).toContain(PRIVATE);
    expect(run.notices).toEqual([NOTHING]);
  });

  test.each([
    // what the bake file names
    ['a folder of the machine', `contexts = { host = "${outside}" }`],
    ['a folder above the checkout', 'contexts = { host = "../.." }'],
    ['a link to such a folder', 'contexts = { host = "link" }'],
    ['a Dockerfile of the machine', `dockerfile = "${outside}/secret.env"`],
    ['the machine itself as its context', 'context = "/"\ndockerfile = "cwd://Dockerfile"'],
    ['a layout of the machine', `contexts = { host = "oci-layout://${outside}" }`],
  ])('does not read %s, where a bake file names it', async (_, line) => {
    const project = { ...bake(line), Dockerfile: 'FROM busybox\nRUN --mount=from=host,target=/h cat /h/secret.env\n' };
    const run = await attackWithLink(project, { inputs: BAKE });
    expect(run.code).toBe(1);
    expect(run.errors).toEqual([expect.stringMatching(/^bake-files, target app: ".*" leads out of the checkout/)]);
    expect(run.builds.filter(({ args }) => !args.some((arg) => /^--(?:print|list)/.test(arg)))).toEqual([]);
    expect(run.stdout).not.toContain('of-the-machine');
  });

  test('reads no variable of the step, and no token of the job', async () => {
    const file = bake('args = { SEEN = "${MY_TOKEN}" }', 'variable "MY_TOKEN" { default = "nothing" }');
    const run = await attack(file, { inputs: BAKE, env: { MY_TOKEN: 'of-the-step' } });
    expect([run.code, run.errors]).toEqual([1, [expect.stringMatching(/^bake-files: "MY_TOKEN" is a variable that the environment sets/)]]);
    const tokens = { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'id-token', ACTIONS_RUNTIME_TOKEN: 'runtime-token' };
    const job = await attack(
      bake(
        'args = { SEEN = "<${ACTIONS_ID_TOKEN_REQUEST_TOKEN}${ACTIONS_RUNTIME_TOKEN}>" }\ncache-from = ["type=gha"]\ndockerfile-inline = "FROM busybox\\nARG SEEN\\nRUN echo seen=$SEEN\\n"',
        'variable "ACTIONS_ID_TOKEN_REQUEST_TOKEN" { default = "" }\nvariable "ACTIONS_RUNTIME_TOKEN" { default = "" }',
      ),
      { inputs: BAKE, env: tokens },
    );
    expect({ errors: job.errors, code: job.code }).toEqual({ errors: [], code: 0 });
    expect(job.stdout).toContain('seen=<>');
    expect(
      job.builds.flatMap(({ env }) => env).filter((variable) => /id-token|runtime-token|the-jobs-token|of-the-step/.test(variable)),
    ).toEqual([]);
  });

  test('reads no secret and no variable where its bake file names one', async () => {
    const file = bake('secret = ["id=t,env=MY_TOKEN", "type=file,id=f,src=/etc/hostname"]');
    const run = await attack(
      {
        ...file,
        Dockerfile: 'FROM busybox\nRUN --mount=type=secret,id=t --mount=type=secret,id=f echo "secrets: $(ls /run/secrets 2>/dev/null)."\n',
      },
      { inputs: BAKE, env: { MY_TOKEN: 'of-the-step' } },
    );
    expect({ errors: run.errors, code: run.code }).toEqual({ errors: [], code: 0 });
    expect(run.notices[1]).toContain('secret of target app');
    expect(run.stdout).toContain('secrets: .');
  });

  test('gets no build secret', async () => {
    const Dockerfile = 'FROM busybox\nRUN --mount=type=secret,id=npm echo "secrets: $(ls /run/secrets 2>/dev/null)."\n';
    const run = await attack({ Dockerfile }, { inputs: { secrets: 'npm=the-npm-token' } });
    expect({ errors: run.errors, code: run.code }).toEqual({ errors: [], code: 0 });
    expect(run.stdout).toContain('secrets: .');
    expect(run.notices[1]).toContain('secrets, secret-envs and secret-files');
  });

  test('passes no file of the machine on as build arguments', async () => {
    const run = await attackWithLink(
      { Dockerfile: 'FROM busybox\nARG HOST_SECRET\nRUN echo "$HOST_SECRET"\n' },
      { inputs: { 'build-args-file': 'args.env' } },
    );
    expect([run.code, run.errors]).toEqual([1, [expect.stringMatching(/^build-args-file: "args\.env" leads out of the checkout/)]]);
    expect(run.stdout).not.toContain('of-the-machine');
  });

  test('is not pushed by an output of its bake file', async () => {
    const outputs = `output = ["type=image,push=true,name=${auth}/${NAME}/app:latest", "type=local,dest=../out", "type=docker"]`;
    const run = await attack(bake(outputs), { inputs: BAKE });
    expect({ errors: run.errors, code: run.code }).toEqual({ errors: [], code: 0 });
    expect(run.notices).toEqual([NOTHING, expect.stringContaining('output of target app')]);
  });

  test('is not published by push: true', async () => {
    const run = await attack({}, { inputs: { push: 'true' } });
    expect([run.code, run.errors]).toEqual([
      1,
      [expect.stringMatching(/^push: "true" is not possible \(this is a pull request from a fork\)/)],
    ]);
    expect(run.builds).toEqual([]);
  });

  test('starts no services, and names no compose file to bake', async () => {
    const compose = { 'compose.yaml': 'services:\n  app:\n    build: .\n    volumes: ["/:/host"]\n' };
    const services = await attack(compose, { inputs: { 'test-services': 'compose.yaml', test: 'true' } });
    expect([services.code, services.errors]).toEqual([1, [expect.stringMatching(/^test-services: start containers with the mounts/)]]);
    const baked = await attack(compose, { inputs: { 'bake-files': 'compose.yaml' } });
    expect([baked.code, baked.errors[0]]).toEqual([1, expect.stringMatching(/^bake-files: "compose\.yaml" may be a compose file/)]);
  });
});

/** Eve's checkout has links that lead out of it. */
async function attackWithLink(files: Readonly<Record<string, string>>, options: Partial<StepOptions>) {
  const project = site.makeProject({ Dockerfile: 'FROM busybox\nRUN echo mine >/file\n', ...files });
  symlinkSync(outside, path.join(project.folder, 'link'));
  symlinkSync(path.join(outside, 'secret.env'), path.join(project.folder, 'args.env'));
  return attack({}, { workspace: project.folder, ...options });
}
