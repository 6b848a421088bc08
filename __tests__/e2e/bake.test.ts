import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runWorkflow } from '../../runner/run.ts';
import type { JsonObject } from '../../src/plan/text/json.ts';
import type { ActionRun } from '../tools/action.ts';
import { installDockerSpy } from '../tools/docker-spy.ts';
import { preset } from '../tools/faults/presets.ts';
import { ACTION, COMMIT_SECONDS, errorsOf, openSite, pushEvent, readImage, runStep, type StepOptions } from '../tools/step.ts';

const site = await openSite();
const { open, auth, user, password } = site.lab;
afterAll(site.close);

const PLATFORMS = ['linux/amd64', 'linux/arm64'];
const BAKE = `variable "GREETING" { default = "nothing" }
variable "REPOSITORY" { default = "" }
group "default" { targets = ["web", "api", "files"] }
target "base" {
  context = "base"
  args = { GREETING = "$\${literal} \${GREETING}" }
}
target "_service" {
  contexts = { base = "target:base" }
}
target "web" {
  inherits = ["_service"]
  context = "web"
  labels = { "com.example.own" = "100%%{x}", "com.example.note" = "from the file" }
}
target "api" {
  inherits = ["_service"]
  context = "api"
  tags = ["\${REPOSITORY}:stable"]
}
target "broken" {
  context = "broken"
}
target "files" {
  dockerfile-inline = "FROM scratch\\nCOPY web/Dockerfile /"
  output = ["type=local,dest=out"]
}
`;
const FILES = {
  'docker-bake.hcl': BAKE,
  'base/Dockerfile': 'FROM busybox\nARG GREETING\nRUN echo "$GREETING" >/greeting\n',
  'web/Dockerfile': 'FROM base\nRUN read -r line </greeting; echo "web says $line" >/web\n',
  'broken/Dockerfile': 'FROM busybox\nRUN echo no && exit 3\n',
  'api/Dockerfile': 'FROM base\nRUN --mount=type=secret,id=token wc -c </run/secrets/token >/api\n',
};
const project = site.makeProject(FILES);
const login = { registry: auth, username: user, password };

/** The step's inputs for images under this name. */
const inputsFor = (name: string) => ({
  'bake-files': 'docker-bake.hcl',
  vars: `GREETING=hello\nREPOSITORY=${open}/${name}/api`,
  images: `base=${open}/${name}/base\nweb=${open}/${name}/web\nweb=${auth}/${name}/web`,
  tags: 'type=release\ntype=raw,value=edge,target=web',
  platforms: PLATFORMS.join(','),
  labels: 'com.example.note=${not} %{a} template',
  secrets: 'token=secret',
  provenance: 'false',
  ...login,
});

/** Runs the step with a spy on docker. */
async function run(inputs: StepOptions['inputs'], options: Omit<StepOptions, 'inputs'> = {}) {
  const spy = installDockerSpy(site.folder, site.machine);
  const ended = await runStep(site, project, { ...options, inputs, env: { ...spy.env, ...options.env } });
  return { ...ended, bakes: spy.callsOf('buildx', 'bake').filter(({ args }) => !args.some((arg) => /^--(?:print|list)\b/.test(arg))) };
}

const cat = async (image: string, file: string, platform = PLATFORMS[0] ?? '') =>
  site.docker('run', '--rm', '--quiet', '--pull=always', `--platform=${platform}`, image, 'cat', file);
const statusOf = async (repository: string): Promise<number> => (await fetch(`http://${open}/v2/${repository}/tags/list`)).status;
const parse = (text = '') => JSON.parse(text) as Readonly<Record<string, { readonly digest: string }>>; // of the targets output

test('set names what each target’s image is called', async () => {
  const { outputs, ...ended } = await run({
    ...inputsFor(site.unique('named')),
    set: '*.args.VERSION=v{{meta.version}}\nweb.labels.com.example.tags={{meta.tags}} {{ .other }}',
    'dry-run': 'true',
  });
  expect(errorsOf(ended)).toEqual([]);
  const { build } = JSON.parse(outputs.plan ?? '') as Planned;
  const [base, web] = ['base', 'web'].map((name) => build.bake.targets.find((target) => target.name === name)?.source);
  expect([base?.args.VERSION, web?.args.VERSION]).toEqual(['v1.2.3', 'v1.2.3']);
  expect(web?.labels['com.example.tags']).toMatch(/web:1\.2\.3,.*web:edge.* \{\{ \.other \}\}$/);
});

type Texts = Readonly<Record<string, string>>;
type Planned = {
  readonly build: {
    readonly bake: {
      readonly targets: readonly { readonly name: string; readonly source: { readonly args: Texts; readonly labels: Texts } }[];
    };
  };
};

describe('three images in one step', () => {
  const name = site.unique('bake');
  let first: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    first = await run(inputsFor(name));
    expect({ errors: errorsOf(first), code: first.code }).toEqual({ errors: [], code: 0 });
  });

  test('are built by one call of bake', () => {
    expect(first.bakes).toHaveLength(1);
  });

  test.each([
    // repository, tags
    [`${open}/bake/base`, ['1.2.3', '1.2', '1', 'latest']],
    [`${open}/bake/web`, ['1.2.3', '1.2', '1', 'edge', 'latest']],
    [`${auth}/bake/web`, ['1.2.3', '1.2', '1', 'edge', 'latest']],
    [`${open}/bake/api`, ['1.2.3', '1.2', '1', 'latest']],
  ])('%s gets the tags of its target', async (repository, tags) => {
    const digests = await Promise.all(
      tags.map(async (tag) => (await readImage(site, `${repository.replace('bake', name)}:${tag}`)).digest),
    );
    const target = repository.split('/').at(-1) ?? '';
    expect(new Set(digests)).toEqual(new Set([parse(first.outputs.targets)[target]?.digest]));
  });

  test('build on each other, on every platform', async () => {
    const said = PLATFORMS.map((platform) => cat(`${open}/${name}/web:edge`, '/web', platform));
    expect(await Promise.all(said)).toEqual(Array(2).fill('web says ${literal} hello'));
  });

  test('have their labels as data, those of the inputs over those of the file', async () => {
    const image = JSON.parse(await site.docker('buildx', 'imagetools', 'inspect', `${open}/${name}/web:edge`, '--format={{json .Image}}'));
    expect(image['linux/arm64'].config.Labels).toMatchObject({
      'com.example.own': '100%{x}',
      'com.example.note': '${not} %{a} template',
      'org.opencontainers.image.version': '1.2.3',
      'io.tagboat.ref': 'refs/tags/v1.2.3',
    });
    expect(Date.parse(image['linux/amd64'].created) / 1000).toBe(COMMIT_SECONDS);
  });

  test('get the build secrets', async () => {
    expect(await cat(`${open}/${name}/api:latest`, '/api')).toBe('6');
  });

  test('stand beside a target that is built for its files', () => {
    expect(readFileSync(path.join(project.folder, 'out/linux_arm64/Dockerfile'), 'utf8')).toBe(FILES['web/Dockerfile']);
  });

  test('are told target by target, and what is common at once', () => {
    const { outputs } = first;
    expect(parse(outputs.targets)).toMatchObject({
      base: {
        version: '1.2.3',
        tags: expect.arrayContaining([`${open}/${name}/base:1.2.3`]),
        sizes: { 'linux/arm64': expect.any(Number) },
      },
      api: { references: expect.arrayContaining([expect.stringContaining(`${open}/${name}/api:latest@sha256:`)]) },
      web: { digests: { 'linux/amd64': expect.stringMatching(/^sha256:/) } },
    });
    expect(outputs).toMatchObject({ version: '1.2.3', pushed: 'true' });
    expect(parse(outputs.results)).toEqual({ [open]: 'published', [auth]: 'published' });
    expect(Object.keys(parse(outputs.metadata))).toEqual(expect.arrayContaining(['base', 'web', 'api']));
    expect([outputs.digest, outputs.digests, outputs.labels]).toEqual([undefined, undefined, undefined]);
    expect(first.summary).toContain('<summary><code>web</code>');
  });

  test('are taken up the second time: nothing of them is built, and nothing changes', async () => {
    const second = await run({ ...inputsFor(name), targets: 'web,api' });
    expect(errorsOf(second)).toEqual([]);
    expect(second.bakes).toEqual([]);
    expect(parse(second.outputs.results)).toEqual({ [open]: 'unchanged', [auth]: 'unchanged' });
    expect(parse(second.outputs.targets)).toEqual(parse(first.outputs.targets));
  });

  test('are given to the engine where that is asked for, as what is published already', async () => {
    const loaded = await run({ ...inputsFor(name), targets: 'web,api', load: 'true' });
    expect(errorsOf(loaded)).toEqual([]);
    for (const target of ['web', 'api']) {
      const { digest } = parse(loaded.outputs.targets)[target] ?? {};
      expect((await site.docker('image', 'inspect', '--format={{.Id}}', `${open}/${name}/${target}:1.2.3`)).trim()).toBe(digest);
    }
  });

  test('are refused where a target’s definition has changed', async () => {
    const third = await run({ ...inputsFor(name), set: 'base.args.GREETING=other' });
    expect(errorsOf(third).filter((error) => error.includes('this run has other '))).toHaveLength(4); // in each repository, on what they build on
  });
});

test('an image that is published already is taken up, and the others are built', async () => {
  const name = site.unique('bake');
  const alone = await run({ ...inputsFor(name), targets: 'web', images: `web=${open}/${name}/web` });
  const all = await run(inputsFor(name));
  expect(errorsOf(all)).toEqual([]);
  expect(all.bakes.map(({ args }) => args.slice(args.findLastIndex((arg) => arg.startsWith('-')) + 1).sort())).toEqual([
    ['api', 'base', 'files'],
  ]);
  expect(parse(all.outputs.targets).web?.digest).toBe(parse(alone.outputs.targets).web?.digest);
  expect((await readImage(site, `${auth}/${name}/web:1.2`)).digest).toBe(parse(alone.outputs.targets).web?.digest);
});

test('an image that is published already is made again for the files beside it, and left as it is', async () => {
  const name = site.unique('bake');
  const inputs = { ...inputsFor(name), targets: 'web', images: `web=${open}/${name}/web`, tags: 'type=release' };
  const first = await run(inputs);
  const second = await run({ ...inputs, set: 'web.output=type=local,dest=beside' });
  expect({ errors: errorsOf(second), results: second.outputs.results }).toEqual({ errors: [], results: `{"${open}":"unchanged"}` });
  expect(readFileSync(path.join(project.folder, 'beside/linux_arm64/web'), 'utf8')).toBe('web says ${literal} hello\n');
  expect(parse(second.outputs.targets)).toEqual(parse(first.outputs.targets));
});

test('attestations that the inputs ask for reach a target that has files alone, and the metadata is told', async () => {
  const inputs = {
    'bake-files': 'docker-bake.hcl',
    targets: 'files',
    set: 'files.output=type=local,dest=attested',
    provenance: 'mode=max',
    push: 'false',
  };
  const done = await run(inputs);
  expect([done.code, errorsOf(done)]).toEqual([0, []]);
  const { predicateType } = JSON.parse(readFileSync(path.join(project.folder, 'attested/provenance.json'), 'utf8')) as JsonObject;
  expect(predicateType).toMatch(/^https:\/\/slsa\.dev\/provenance\//);
  expect(Object.keys(parse(done.outputs.metadata))).toContain('files');
});

test('images that are built for the engine alone are there under the digests of the outputs', async () => {
  const name = site.unique('bake');
  const inputs = { ...inputsFor(name), provenance: '', platforms: 'linux/amd64', push: 'false', load: 'true' };
  const done = await run({ ...inputs, targets: 'web,api' });
  expect([done.code, errorsOf(done)]).toEqual([0, []]);
  for (const target of ['web', 'api']) {
    const { digest = '' } = parse(done.outputs.targets)[target] ?? {};
    expect((await site.docker('image', 'inspect', '--format={{.Id}}', digest)).trim()).toBe(digest);
    await site.docker('image', 'rm', '--force', `${open}/${name}/${target}:1.2.3`);
  }
});

test('an image for the engine has its first tag there', async () => {
  const name = site.unique('bake');
  const inputs = { ...inputsFor(name), platforms: 'linux/amd64', tags: 'type=release', push: 'false', set: 'web.output=type=docker' };
  const done = await run({ ...inputs, targets: 'web', images: `web=${open}/${name}/web` });
  expect(errorsOf(done)).toEqual([]);
  expect(await site.docker('run', '--rm', `${open}/${name}/web:1.2.3`, 'cat', '/web')).toBe('web says ${literal} hello');
  await site.docker('image', 'rm', `${open}/${name}/web:1.2.3`);
});

test('an image is packed as its file wants it', async () => {
  const name = site.unique('bake');
  const output = 'type=image,compression=zstd,force-compression=true,oci-mediatypes=true,push=true';
  const inputs = { ...inputsFor(name), platforms: 'linux/amd64', tags: 'type=raw,value=x', set: `web.output=${output}` };
  const done = await run({ ...inputs, targets: 'web', images: `web=${open}/${name}/web` });
  expect(errorsOf(done)).toEqual([]);
  const { layers } = JSON.parse(await site.docker('buildx', 'imagetools', 'inspect', '--raw', `${open}/${name}/web:x`));
  expect(new Set(layers.map(({ mediaType }: { readonly mediaType: string }) => mediaType))).toEqual(
    new Set(['application/vnd.oci.image.layer.v1.tar+zstd']),
  );
});

describe('all or nothing', () => {
  test.each([
    // what goes wrong, inputs, error
    ['a test of one image', { test: 'api: false' }, /^test, line 1, target api: "false" ended with status 1 on linux\/amd64/],
    ['the size of one image', { 'max-size': 'web=1 kB' }, /^max-size, target web: "1 kB" is less than linux\/amd64 has/],
    [
      'a Dockerfile',
      { targets: 'web,broken', platforms: 'linux/amd64', tags: 'type=release' },
      /^broken\/Dockerfile:2: RUN echo no && exit 3 ended with exit code 3 \(target broken/,
    ],
  ])('%s holds back all', async (_, more, error) => {
    const name = site.unique('bake');
    const images = `${inputsFor(name).images}\nbroken=${open}/${name}/broken`;
    const failed = await run({ ...inputsFor(name), ...more, ...('targets' in more ? { images } : {}) });
    expect(failed).toMatchObject({ code: 1, outputs: { pushed: 'false' } });
    expect(errorsOf(failed)[0]).toMatch(error);
    expect(await Promise.all(['base', 'web', 'api'].map((target) => statusOf(`${name}/${target}`)))).toEqual([404, 404, 404]);
  });

  test('a registry that refuses one image gets none, and no other registry either', async () => {
    const name = site.unique('bake');
    const proxy = await site.openProxy({ rules: preset('manifest-invalid') });
    const inputs = { ...inputsFor(name), images: `base=${open}/${name}/base\nweb=${proxy.host}/${name}/web` };
    const failed = await run(inputs);
    expect(failed).toMatchObject({ code: 1, outputs: { pushed: 'false' } });
    expect(await readTags(`${name}/base`)).toEqual([]);
  });
});

const readTags = async (repository: string): Promise<readonly string[]> => {
  const answer = await fetch(`http://${open}/v2/${repository}/tags/list`);
  return answer.status === 404 ? [] : (((await answer.json()) as { tags: string[] | null }).tags ?? []);
};

describe('a compose file', () => {
  const compose = `services:
  web:
    image: ${open}/\${NAME}/portal:\${CHANNEL:-dev}
    build: base
  redis:
    image: redis:7
`;
  const composed = site.makeProject({ ...FILES, 'compose.yaml': compose, 'half.yaml': `${compose}  worker:\n    build: api\n` });
  const runComposed = (inputs: StepOptions['inputs'], ref = 'refs/heads/main'): Promise<ActionRun> =>
    runStep(site, composed, { inputs, ref });

  test('names the image, and its tag where no rule does', async () => {
    const name = site.unique('compose');
    const done = await runComposed({ 'bake-files': 'compose.yaml', vars: `NAME=${name}\nCHANNEL=stable` });
    expect({ errors: errorsOf(done), tags: done.outputs.tags }).toEqual({ errors: [], tags: `${open}/${name}/portal:stable` });
    expect((await readImage(site, `${open}/${name}/portal:stable`)).digest).toBe(done.outputs.digest);
  });

  test('leaves the tag to rules', async () => {
    const name = site.unique('compose');
    const done = await runComposed({ 'bake-files': 'compose.yaml', vars: `NAME=${name}`, tags: 'type=release' }, 'refs/tags/v2.0.0');
    expect(done.outputs['tag-names']?.split('\n')).toEqual(['2.0.0', '2.0', '2', 'latest']);
  });

  test('with a service that has no image is refused', async () => {
    const refused = await runComposed({ 'bake-files': 'half.yaml', vars: 'NAME=x' });
    expect(errorsOf(refused)).toEqual([
      expect.stringMatching(/^targets: "worker" has neither an image nor an output, so nothing would come of it; name its image/),
    ]);
  });
});

test('a pull request without credentials builds and tests all, and publishes nothing', async () => {
  const name = site.unique('bake');
  const done = await run({ ...inputsFor(name), push: 'false', test: 'web: grep -q hello /web', 'test-platforms': 'linux/amd64' });
  expect({ errors: errorsOf(done), code: done.code, pushed: done.outputs.pushed }).toEqual({ errors: [], code: 0, pushed: 'false' });
  expect(await statusOf(`${name}/web`)).toBe(404);
});

test('a builder that cannot reach this machine’s loopback sends layouts', async () => {
  const name = site.unique('bake');
  const builder = site.unique('remote').replace('/', '-');
  await site.docker(
    '--config',
    site.machine.DOCKER_CONFIG ?? '',
    'buildx',
    'create',
    `--name=${builder}`,
    '--driver=remote',
    site.lab.buildkitA,
  );
  const done = await run({ ...inputsFor(name), builder, test: 'web: grep -q hello /web', 'test-platforms': 'linux/amd64' });
  expect(errorsOf(done)).toEqual([]);
  for (const target of ['base', 'web', 'api']) {
    const { digest, platforms } = await readImage(site, `${open}/${name}/${target}:latest`);
    expect([digest, Object.keys(platforms)]).toEqual([parse(done.outputs.targets)[target]?.digest, PLATFORMS]);
  }
});

test('the bake files that the step gives are read by bake, on top of a file that inherits from them', async () => {
  const file = 'target "docker-metadata-action" {}\ntarget "app" {\n  inherits = ["docker-metadata-action"]\n  context = "base"\n}\n';
  const workflow = `on: push
jobs:
  image:
    runs-on: ubuntu-latest
    steps:
      - id: meta
        uses: tagboat/tagboat@v1
        with:
          images: octo/app
          tags: type=release
          labels: com.example.note=a b
          dry-run: true
      - run: docker buildx bake --file=docker-bake.hcl --file='\${{ steps.meta.outputs.bake-file }}' --print app
`;
  const inheriting = site.makeProject({ 'docker-bake.hcl': file, 'base/Dockerfile': 'FROM busybox\n', 'workflow.yml': workflow });
  const done = await runWorkflow(path.join(inheriting.folder, 'workflow.yml'), {
    workspace: inheriting.folder,
    ref: 'refs/tags/v1.2.3',
    sha: inheriting.sha,
    event: pushEvent(inheriting, 'refs/tags/v1.2.3'),
    env: { ...process.env, ...site.machine },
    stubs: { 'tagboat/tagboat': ACTION },
  });
  for (const text of ['"octo/app:1.2.3"', '"octo/app:latest"', '"com.example.note": "a b"', '"DOCKER_META_VERSION": "1.2.3"'])
    expect(done.log).toContain(text);
});

test('all mistakes are told at once, before anything is built', async () => {
  const mistakes = {
    ...inputsFor('x'),
    images: 'weeb=octo/web\nocto/app',
    tags: 'type=release,target=bse',
    'max-size': 'webb=1 MB',
    context: 'app',
    push: 'perhaps',
  };
  const { bakes, ...failed } = await run(mistakes);
  expect(errorsOf(failed)).toEqual([
    'context: does nothing beside bake-files; say it in the file, target by target, or by set: target.context=….',
    'max-size: "webb" is neither a platform nor a target; did you mean web? accepted: api, base, files, web, broken.',
    'push: "perhaps" is not one of the accepted words; write auto, true or false.',
    'tags, line 1: "target=bse" is not a target of the bake files; did you mean base? accepted: api, base, files, web, broken.',
    'images, line 1: "weeb=octo/web" names weeb, which is not a target of the bake files; did you mean web? accepted: api, base, files, web, broken.',
  ]);
  expect(bakes).toEqual([]);
});

test.each([
  // inputs, error
  [
    { targets: 'weeb' },
    'targets: "weeb" is not a target of the bake files; did you mean web? there are api, base, broken, default, files, web.',
  ],
  [
    { 'bake-files': 'nowhere.hcl' },
    'bake-files: "nowhere.hcl" cannot be read (open nowhere.hcl: no such file or directory); name files that are there; a step before this one has to check the repository out.',
  ],
  [{ set: 'web' }, 'set: "web" is not an override; write target.key=value, such as *.platform=linux/amd64.'],
])('%j is refused', async (inputs, error) => {
  expect(errorsOf(await run({ ...inputsFor('x'), ...inputs }))).toEqual([error]);
});
