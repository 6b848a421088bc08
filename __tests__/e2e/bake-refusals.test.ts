import { describe, expect, test } from '@jest/globals';
import { preset } from '../tools/faults/presets.ts';
import { errorsOf } from '../tools/step.ts';
import { inputsFor, open, run, site, statusOf } from './bake-project.ts';

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
