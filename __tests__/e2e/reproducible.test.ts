import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openSite, runStep, type Site } from '../tools/step.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test('two builds of one commit without a cache give the same bytes on every platform, where that is asked for', async () => {
  const project = site.makeProject({ Dockerfile: 'FROM busybox\nRUN date >/dev/null && echo made >/made\n' });
  const names = ['first', 'second'].map((name) => `${site.lab.open}/${site.unique(name)}`);
  const digests: unknown[] = [];
  for (const images of names) {
    const inputs = { images, tags: 'type=release', platforms: 'linux/amd64,linux/arm64', 'no-cache': 'true', reproducible: 'true' };
    const run = await runStep(site, project, { inputs });
    expect(run.code).toBe(0);
    digests.push(JSON.parse(run.outputs.digests ?? '{}'));
  }
  expect(Object.keys(digests[0] as object)).toEqual(['linux/amd64', 'linux/arm64']);
  expect(digests[0]).toEqual(digests[1]);
});

test.each([
  ['a build', { Dockerfile: 'FROM busybox\nRUN echo made >/made\n' }, {}],
  ['a bake', { 'docker-bake.json': '{"target":{"default":{"dockerfile-inline":"FROM busybox"}}}' }, { 'bake-files': 'docker-bake.json' }],
])(
  '%s goes to the engine too where that is asked for',
  async (what, files, inputs) => {
    const name = `${site.lab.open}/${site.unique(what.replaceAll(' ', '-'))}`;
    const run = await runStep(site, site.makeProject(files), {
      inputs: { ...inputs, images: name, tags: 'type=release', reproducible: 'true', load: 'true' },
    });
    expect([run.code, await site.docker('image', 'inspect', '--format={{len .RepoTags}}', `${name}:1.2.3`)]).toEqual([0, '1']);
  },
  60_000,
);
