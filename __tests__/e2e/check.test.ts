import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ActionRun } from '../tools/action.ts';
import { startGithub } from '../tools/github.ts';
import { leftInEngine } from '../tools/left-in-engine.ts';
import { errorsOf, openSite, pushEvent, readImage, runStep, type StepOptions } from '../tools/step.ts';

const site = await openSite();
const { lab } = site;
afterAll(site.close);

const PLATFORMS = 'linux/amd64,linux/arm64';
const project = site.makeProject({ Dockerfile: 'FROM busybox\nRUN head -c 2000000 /dev/urandom >/blob\nRUN uname -m >/machine\n' });
const release = { tags: 'type=release', platforms: PLATFORMS };

/** Runs the step for two registries and gives what they were asked to write. */
async function runRefused(options: StepOptions): Promise<{ readonly run: ActionRun; readonly puts: number; readonly published: string }> {
  const proxy = await site.openProxy({});
  const name = site.unique('gate');
  const images = `${proxy.host}/${name}\n${lab.auth}/${name}`;
  const login = { registry: lab.auth, username: lab.user, password: lab.password };
  const run = await runStep(site, project, { ...options, inputs: { ...release, ...login, images, ...options.inputs } });
  const refused = (registry: string) =>
    readImage(site, `${registry}/${name}:latest`).then(
      () => registry,
      () => '',
    );
  const published = await Promise.all([lab.open, lab.auth].map(refused));
  return { run, puts: proxy.count({ operation: 'manifest-put' }), published: published.join('') };
}

describe('tests that pass', () => {
  const name = site.unique('tested');
  const inputs = {
    ...release,
    images: `${lab.open}/${name}`,
    test: 'read machine </machine; test $machine = $(/bin/uname -m) && echo "::error::no command"\n["/bin/uname", "-m"]',
    'max-size': '100 MB',
    'max-growth': '10%',
  };
  let run: ActionRun;
  beforeAll(async () => {
    run = await runStep(site, project, { inputs });
  });

  test('let the image be published', async () => {
    expect(errorsOf(run)).toEqual([]);
    expect((await readImage(site, `${lab.open}/${name}:latest`)).digest).toBe(run.outputs.digest);
  });

  test.each([
    // platform, its machine as the kernel says it
    ['linux/amd64', 'x86_64'],
    ['linux/arm64', 'aarch64'],
  ])('are run on %s, in a group of the log', (platform, machine) => {
    const [, group = ''] = run.stdout.split(`::group::Tests on ${platform}`);
    expect(group.split('::endgroup::')[0]).toMatch(new RegExp(`^\\$ \\["/bin/uname", "-m"\\]\\n(WARNING.*\\n)?${machine}$`, 'm'));
  });

  test('stand in the summary and leave nothing in the engine', async () => {
    expect(run.summary).toMatch(/\| ✅ passed \([\d.]+ s\) \| ✅ passed/);
    expect(await leftInEngine(site, run)).toBe('');
  });

  test('are not run again for what is published already', async () => {
    const again = await runStep(site, project, { inputs });
    expect(errorsOf(again)).toEqual([]);
    expect(again.stdout).not.toContain('Tests on');
    expect(again.stdout).toMatch(/tests {6}not run: \S+:1\.2\.3 is published already/);
  });
});

test('a test may run on some of the platforms, with layers that the registry has had from the start', async () => {
  const images = `${lab.open}/${site.unique('some')}`;
  const first = await runStep(site, project, { inputs: { ...release, images } });
  const inputs = { ...release, images, test: 'uname -m', 'test-platforms': 'linux/arm64' };
  const second = await runStep(site, project, { inputs, ref: 'refs/tags/v1.2.4' });
  expect([...errorsOf(first), ...errorsOf(second)]).toEqual([]);
  expect(second.stdout).toContain('Tests on linux/arm64');
  expect(second.stdout).not.toContain('Tests on linux/amd64');
  expect(second.summary).toContain(`against <code>${images}:1.2</code>`.replaceAll('_', '&#95;'));
});

describe('a gate that stays closed leaves the registries as they were:', () => {
  test('a test that fails', async () => {
    const { run, puts, published } = await runRefused({ inputs: { test: 'true\necho why >&2; exit 3' } });
    expect(errorsOf(run)).toEqual(
      PLATFORMS.split(',').map(
        (platform) =>
          `test, line 2: "echo why >&2; exit 3" ended with status 3 on ${platform}, its last line: "why"; a test passes with status 0.`,
      ),
    );
    expect({ code: run.code, puts, published, left: await leftInEngine(site, run) }).toEqual({ code: 1, puts: 0, published: '', left: '' });
    expect(run.outputs).toMatchObject({ pushed: 'false', digest: expect.stringMatching(/^sha256:/) });
    expect(run.summary).toContain('<pre>why</pre>');
  });

  test('a test that never ends', async () => {
    const inputs = { test: 'trap "" TERM; echo waiting; sleep 600', 'test-platforms': 'linux/amd64', 'test-timeout': '2s' };
    const { run, puts, published } = await runRefused({ inputs });
    expect(errorsOf(run)).toEqual([
      expect.stringContaining('did not end within 2 s on linux/amd64, its last line: "waiting"; test-timeout sets'),
    ]);
    expect({ puts, published, left: await leftInEngine(site, run) }).toEqual({ puts: 0, published: '', left: '' });
  });

  test('a program that is not there, in an image without a shell', async () => {
    const bare = site.makeProject({ Dockerfile: 'FROM scratch\nCOPY Dockerfile /\n' });
    const inputs = { tags: 'type=release', images: `${lab.open}/${site.unique('bare')}`, test: 'true' };
    const run = await runStep(site, bare, { inputs });
    expect(errorsOf(run)).toEqual([expect.stringContaining('the image has no shell: write program and arguments as a JSON list')]);
  });

  test('an image that is too large, with the steps that made it so', async () => {
    const { run, puts, published } = await runRefused({ inputs: { 'max-size': '2 MB\nlinux/arm64=1 GB' } });
    expect(errorsOf(run)).toEqual([
      expect.stringMatching(
        /^max-size: "2 MB" is less than linux\/amd64 has: \d\.\d\d MB compressed; the largest layers are 2\.00 MB by RUN head -c 2000000 \/dev\/urandom >\/blob, /,
      ),
    ]);
    expect({ puts, published }).toEqual({ puts: 0, published: '' });
  });

  test('an image that grew too much over what its tag held', async () => {
    const images = `${lab.open}/${site.unique('grown')}`;
    const small = site.makeProject({ Dockerfile: 'FROM busybox\nRUN echo small >/file\n' });
    const before = await runStep(site, small, { inputs: { ...release, images } });
    const inputs = { ...release, images, 'max-growth': '10%' };
    const after = await runStep(site, project, { inputs, ref: 'refs/tags/v1.2.4' });
    expect(errorsOf(after)).toHaveLength(2);
    expect(errorsOf(after)[0]).toMatch(
      new RegExp(`^max-growth: "10%" is less than linux/amd64 grows: \\S+ MB in ${images}:1\\.2, \\S+ MB now \\(\\+\\d+\\.\\d %\\)`),
    );
    expect((await readImage(site, `${images}:latest`)).digest).toBe(before.outputs.digest);
    const allowed = await runStep(site, project, { inputs: { ...inputs, 'max-growth': '50 MB' }, ref: 'refs/tags/v1.2.4' });
    expect(errorsOf(allowed)).toEqual([]);
    expect(allowed.summary).toMatch(/\+\d+\.\d % \(was \d\.\d\d MB\)/);
  });

  test('a cancellation while a test runs', async () => {
    const { run, puts, published } = await runRefused({
      inputs: { test: 'trap "" TERM; echo be""gun; sleep 600', 'test-platforms': 'linux/arm64' },
      signals: [{ after: 'begun', signal: 'SIGINT' }],
    });
    expect(run).toMatchObject({ code: 1, orphans: [] });
    expect({ puts, published, left: await leftInEngine(site, run) }).toEqual({ puts: 0, published: '', left: '' });
  });
});

test('the post step removes what a killed step has in the engine', async () => {
  const { run } = await runRefused({
    inputs: { test: 'echo be""gun; sleep 600', 'test-platforms': 'linux/amd64' },
    signals: [{ after: 'begun', signal: 'SIGKILL' }],
  });
  expect(run.post?.code).toBe(0);
  expect(await leftInEngine(site, run)).toBe('');
});

test('a pull request is tested without any registry', async () => {
  const event = { ...pushEvent(project, 'refs/pull/7/merge'), number: 7, pull_request: { number: 7, head: {}, base: { ref: 'main' } } };
  const inputs = { tags: 'type=release', platforms: PLATFORMS, test: 'test -s /machine' };
  const run = await runStep(site, project, { inputs, event, ref: 'refs/pull/7/merge' });
  expect(errorsOf(run)).toEqual([]);
  expect(run.stdout.match(/Tests on/g)).toHaveLength(2);
  expect(run.outputs.pushed).toBe('false');
});

test('an image that came as a layout, from a builder elsewhere, is tested too', async () => {
  const builder = `check-${process.pid}`;
  const env = { ...site.machine, BUILDX_CONFIG: `${site.folder}/buildx` };
  execFileSync('docker', ['buildx', 'create', `--name=${builder}`, '--driver=remote', lab.buildkitA], { env });
  const images = `${lab.open}/${site.unique('layout')}`;
  const run = await runStep(site, project, {
    inputs: { ...release, images, builder, test: 'test -s /machine' },
    env: { BUILDX_CONFIG: env.BUILDX_CONFIG },
  });
  expect(errorsOf(run)).toEqual([]);
  expect(run.stdout.match(/Tests on/g)).toHaveLength(2);
  expect((await readImage(site, `${images}:latest`)).digest).toBe(run.outputs.digest);
  expect(await leftInEngine(site, run)).toBe('');
});

describe('a tag that has to be signed', () => {
  const object = '5e6f7a8b'.repeat(5);
  test.each([
    // tag as GitHub has it, what is said; undefined: it is published
    [{ commit: project.sha, object, verification: { verified: true, reason: 'valid' } }, undefined],
    [{ commit: project.sha }, '"v1.2.3" is a lightweight tag, which has no signature'],
    [{ commit: project.sha, object }, '"v1.2.3" is not signed'],
    [{ commit: project.sha, object, verification: { verified: false, reason: 'unknown_key' } }, 'not verified (unknown_key)'],
    [{ commit: object, object, verification: { verified: true, reason: 'valid' } }, `is the signed tag of ${object}`],
  ])('as %j', async (tag, said) => {
    const github = await startGithub({ repositories: { 'octo/demo': { tags: { 'v1.2.3': tag } } } });
    const options = { inputs: { 'require-signed-tag': 'true' }, apiUrl: github.url };
    const { run, puts } = await runRefused(options);
    expect(errorsOf(run)).toEqual(said === undefined ? [] : [expect.stringContaining(said)]);
    expect(puts > 0).toBe(said === undefined);
    expect(run.stdout.includes('docker buildx build')).toBe(said === undefined);
    await github.close();
  });

  test('is not a matter for a branch', async () => {
    const run = await runStep(site, project, { inputs: { images: '', 'require-signed-tag': 'true' }, ref: 'refs/heads/main' });
    expect(errorsOf(run)).toEqual([]);
  });
});

test('a build that fails points at the lines of the Dockerfile, with what the step printed last', async () => {
  const broken = site.makeProject({ 'docker/web.Dockerfile': 'FROM busybox\n\nRUN echo one; \\\n    echo two >&2; exit 9\n' });
  const run = await runStep(site, broken, {
    inputs: { images: `${lab.open}/e2e/broken`, tags: 'type=release', file: 'docker/web.Dockerfile' },
  });
  const [error] = run.commands.filter(({ name }) => name === 'error');
  expect(error?.properties).toMatchObject({ file: 'docker/web.Dockerfile', line: '3', endLine: '4' });
  expect(error?.value).toMatch(/^docker\/web\.Dockerfile:3: RUN echo one; .* ended with exit code 9\n(one\ntwo|two\none)$/);
  expect(run.summary).toContain('ended with exit code 9');
});
