import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openSite, runStep, type Site } from '../tools/step.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
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
}, 60_000);
