import { afterAll, describe, expect, test } from '@jest/globals';
import { installDockerSpy } from '../tools/docker-spy.ts';
import { errorsOf, openSite, pushEvent, readImage, runStep, type StepOptions } from '../tools/step.ts';

const site = await openSite();
const { lab } = site;
afterAll(site.close);

const busybox = site.makeProject({ Dockerfile: 'FROM busybox\nRUN uname -m >/machine\nCMD ["cat", "/machine"]\n' });
/** Needs no base image: a builder behind a bridge reaches no registry on loopback. */
const scratch = site.makeProject({ Dockerfile: 'FROM scratch\nCOPY Dockerfile /\nCMD ["/none"]\n' });
const NATIVE = process.arch === 'arm64' ? 'linux/arm64' : 'linux/amd64';
const BOTH = 'linux/amd64,linux/arm64';

/** Whatever in the engine goes by one of these names, as containers, volumes, images and builders. Others use the engine meanwhile. */
async function tracesOf(...names: readonly string[]): Promise<readonly string[]> {
  const lists = await Promise.all([
    site.docker('container', 'ls', '--all', '--format={{.Names}}'),
    site.docker('volume', 'ls', '--format={{.Name}}'),
    site.docker('image', 'ls', '--all', '--no-trunc', '--format={{.ID}} {{.Repository}}:{{.Tag}}'),
    userDocker('buildx', 'ls', '--format={{.Name}}'),
  ]);
  return lists.flatMap((list) => list.split('\n')).filter((line) => names.some((name) => line.includes(name)));
}

const userDocker = (...args: readonly string[]) => site.docker('--config', site.machine.DOCKER_CONFIG ?? '', ...args);

/** Runs the step with a spy, and checks what all builders have in common. */
async function build(name: string, { inputs, ...options }: StepOptions, project = busybox) {
  const repository = site.unique(name);
  const spy = installDockerSpy(site.folder, site.machine);
  const run = await runStep(site, project, {
    ...options,
    env: { ...spy.env, ...options.env },
    inputs: { images: `${lab.open}/${repository}`, tags: 'type=release', ...inputs },
  });
  expect(errorsOf(run)).toEqual([]);
  expect(run.post).toMatchObject({ code: 0, leftovers: [], orphans: [] });
  const image = await readImage(site, `${lab.open}/${repository}:latest`);
  expect(image.digest).toBe(run.outputs.digest);
  const outputs = spy.callsOf('buildx', 'build').flatMap(({ args }) => args.filter((arg) => arg.startsWith('--output=')));
  const [created = ''] = spy.callsOf('buildx', 'create').flatMap(({ args }) => args.filter((arg) => arg.startsWith('--name=')));
  return { run, image, outputs, repository, builder: created.replace('--name=', ''), name: `${lab.open}/${repository}:1.2.3` };
}

const stagingOf = (outputs: readonly string[]) => /name=(127\.0\.0\.1:\d+)\//.exec(outputs.join('\n'))?.[1] ?? '';

describe('the engine’s own BuildKit', () => {
  test('pushes to the staging registry, which is gone afterwards, and leaves no image in the engine', async () => {
    const { outputs, image, repository } = await build('engine', { inputs: { platforms: BOTH } });
    expect(outputs).toEqual([expect.stringContaining('type=image')]);
    expect(Object.keys(image.platforms)).toEqual(BOTH.split(','));
    await expect(fetch(`http://${stagingOf(outputs)}/v2/`)).rejects.toThrow('fetch failed');
    expect(await tracesOf(repository, stagingOf(outputs), image.digest)).toEqual([]);
  });

  test('gives the image to the engine too, with load: true', async () => {
    const { name, run } = await build('load', { inputs: { load: 'true', platforms: NATIVE } });
    expect(await site.docker('run', '--rm', name)).toMatch(/x86_64|aarch64/);
    expect(run.outputs.pushed).toBe('true');
    await site.docker('image', 'rm', '--force', name);
  });
});

describe('a docker-container builder', () => {
  test('made by the step pushes to the staging registry, loads too, and is gone afterwards', async () => {
    const inputs = { driver: 'docker-container', load: 'true', platforms: NATIVE };
    const { outputs, name, builder } = await build('container', { inputs });
    expect(outputs).toEqual([expect.stringContaining('type=image')]); // one export
    expect(await site.docker('run', '--rm', name)).toMatch(/x86_64|aarch64/);
    await site.docker('image', 'rm', '--force', name);
    expect(builder).not.toBe('');
    expect(await tracesOf(builder)).toEqual([]);
  });

  test('with a network of its own sends a layout, and is gone afterwards', async () => {
    const inputs = { driver: 'docker-container', 'driver-opts': 'network=bridge', platforms: BOTH };
    const { outputs, image, builder } = await build('bridge', { inputs }, scratch);
    expect(outputs).toEqual([expect.stringMatching('type=oci,.*tar=false')]);
    expect(Object.keys(image.platforms)).toEqual(BOTH.split(','));
    expect(await tracesOf(builder)).toEqual([]);
  });
});

/** A public repository: its images have full provenance, which holds times. */
const PUBLIC = {
  ...pushEvent(busybox, 'refs/tags/v1.2.3'),
  repository: { full_name: 'octo/demo', default_branch: 'main', private: false },
};

describe('load: true puts the very image of the outputs into the engine', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ['the engine’s own BuildKit', {}],
    ['the engine’s own BuildKit, for two platforms', { platforms: BOTH }],
    ['the engine’s own BuildKit, published too', { push: 'true' }],
    ['a docker-container builder', { driver: 'docker-container' }],
    ['a docker-container builder, published too', { driver: 'docker-container', push: 'true' }],
    ['a docker-container builder that sends a layout', { driver: 'docker-container', 'driver-opts': 'network=bridge' }],
  ])('with %s', async (_, given) => {
    const image = `${lab.open}/${site.unique('loaded')}`;
    const inputs = { images: image, tags: 'type=release', load: 'true', push: 'false', ...given };
    const run = await runStep(site, scratch, { event: PUBLIC, inputs });
    expect([run.code, errorsOf(run), run.post?.leftovers]).toEqual([0, [], []]);
    const { digest = '', imageid = '' } = run.outputs;
    for (const name of [imageid, digest, `${image}:1.2.3`]) {
      expect((await site.docker('image', 'inspect', '--format={{.Id}}', name)).trim()).toBe(digest);
    }
    if (given.push === 'true') expect((await readImage(site, `${image}:1.2.3`)).digest).toBe(digest);
    expect(await site.docker('image', 'inspect', '--format={{.RepoTags}} {{.RepoDigests}}', imageid)).not.toContain('/candidate');
    await site.docker('image', 'rm', '--force', `${image}:1.2.3`);
  });

  test('with an engine of another docker context, by an archive', async () => {
    const context = site.unique('context').replace('/', '-');
    await userDocker('context', 'create', context, `--docker=host=${lab.engineA}`);
    const image = `${lab.open}/${site.unique('loaded')}`;
    const run = await runStep(site, scratch, {
      event: PUBLIC,
      env: { DOCKER_HOST: '', DOCKER_CONTEXT: context },
      inputs: { images: image, tags: 'type=release', load: 'true' },
    });
    expect([run.code, errorsOf(run)]).toEqual([0, []]);
    const { digest = '', imageid = '' } = run.outputs;
    expect((await site.docker('image', 'inspect', '--format={{.Id}}', imageid)).trim()).toBe(digest);
    expect((await readImage(site, `${image}:1.2.3`)).digest).toBe(digest);
    await site.docker('image', 'rm', '--force', `${image}:1.2.3`);
  });

  test('and a release that is published already, too', async () => {
    const image = `${lab.open}/${site.unique('adopted')}`;
    const inputs = { images: image, tags: 'type=release' };
    const first = await runStep(site, scratch, { event: PUBLIC, inputs });
    const second = await runStep(site, scratch, { event: PUBLIC, inputs: { ...inputs, load: 'true' } });
    expect([first.code, second.code, errorsOf(second)]).toEqual([0, 0, []]);
    expect(second.outputs.imageid).toBe(first.outputs.digest);
    expect((await site.docker('image', 'inspect', '--format={{.Id}}', `${image}:1.2.3`)).trim()).toBe(first.outputs.digest);
    await site.docker('image', 'rm', '--force', `${image}:1.2.3`);
  });
});

describe('keep-state', () => {
  test('twice in one job: the second step reuses the builder, and the first one’s post step removes it', async () => {
    const inputs = { 'keep-state': 'true', platforms: NATIVE };
    const spy = installDockerSpy(site.folder, site.machine);
    const step = (post: Readonly<{ post?: undefined }>) =>
      runStep(site, scratch, {
        ...post,
        env: spy.env,
        inputs: { images: `${lab.open}/${site.unique('kept')}`, tags: 'type=release', ...inputs },
      });
    const first = await step({ post: undefined });
    const second = await step({});
    expect([first, second].map((run) => [run.code, errorsOf(run), run.outputs.pushed])).toEqual([
      [0, [], 'true'],
      [0, [], 'true'],
    ]);
    expect(second.post?.stdout).not.toContain('::warning');
    expect(spy.callsOf('buildx', 'create')).toHaveLength(1);
    await userDocker('buildx', 'rm', '--force', 'tagboat'); // as the first step's post step does
    expect(await tracesOf('buildx_buildkit_tagboat0')).toEqual([]);
  });
});

describe('a builder named by input', () => {
  test('with two nodes fails before the build, and says so', async () => {
    const { buildkitB = lab.buildkitA } = lab;
    const name = site.unique('two').replace('/', '-');
    await userDocker('buildx', 'create', `--name=${name}`, '--driver=remote', lab.buildkitA);
    await userDocker('buildx', 'create', `--name=${name}`, '--append', buildkitB);
    const inputs = { images: `${lab.open}/${site.unique('none')}`, tags: 'type=release', builder: name };
    const run = await runStep(site, busybox, { inputs });
    expect(errorsOf(run)).toEqual([
      `builder: "${name}" has 2 nodes (${name}0, ${name}1), and an image can only be taken from a builder with one; name a builder with one node (docker buildx create --name NAME), or none: other platforms are then built by emulation.`,
    ]);
    expect(run.stdout).not.toContain('docker buildx build');
  });

  test('of the remote driver sends a layout, and stays', async () => {
    const name = site.unique('remote').replace('/', '-');
    await userDocker('buildx', 'create', `--name=${name}`, '--driver=remote', lab.buildkitA);
    const { outputs, image } = await build('remote', { inputs: { builder: name, platforms: BOTH } });
    expect(outputs).toEqual([expect.stringContaining('type=oci')]);
    expect(Object.keys(image.platforms)).toEqual(BOTH.split(','));
    expect(await tracesOf(name)).not.toEqual([]);
  });

  test('that does not exist fails before the build, and says its name', async () => {
    const inputs = { images: `${lab.open}/${site.unique('none')}`, tags: 'type=release', builder: 'not-there' };
    const run = await runStep(site, busybox, { inputs });
    expect(errorsOf(run)).toEqual([expect.stringContaining('not-there')]);
    expect(run.stdout).not.toContain('docker buildx build');
  });
});
