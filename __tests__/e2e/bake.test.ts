import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { COMMIT_SECONDS, errorsOf, readImage } from '../tools/step.ts';
import { auth, FILES, inputsFor, open, PLATFORMS, parse, project, run, site } from './bake-project.ts';

const cat = async (image: string, file: string, platform = PLATFORMS[0] ?? '') =>
  site.docker('run', '--rm', '--quiet', '--pull=always', `--platform=${platform}`, image, 'cat', file);

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
