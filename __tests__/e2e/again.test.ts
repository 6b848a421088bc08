import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ActionRun } from '../tools/action.ts';
import { installDockerSpy } from '../tools/docker-spy.ts';
import type { FaultProxy } from '../tools/faults/start.ts';
import { errorsOf, openSite, readImage, runStep } from '../tools/step.ts';

const site = await openSite();
const { lab } = site;
const name = site.unique('again');
const files = { Dockerfile: 'FROM busybox\nRUN echo 1 >/file\n' };
const project = site.makeProject(files);
const TAGS = ['1.2.3', '1.2', '1', 'latest'];

let proxy: FaultProxy;
let first: ActionRun;
let inputs: Readonly<Record<string, string>>;
const held = () => Promise.all(TAGS.map(async (tag) => (await readImage(site, `${lab.open}/${name}:${tag}`)).digest));

beforeAll(async () => {
  proxy = await site.openProxy();
  inputs = {
    images: `${proxy.host}/${name}\n${lab.auth}/${name}`,
    tags: 'type=release',
    'registry-auth': `[{ registry: "${lab.auth}", username: ${lab.user}, password: "${lab.password}" }]`,
  };
  first = await runStep(site, project, { inputs });
});
afterAll(site.close);

describe('a second run of the same release', () => {
  test('changes nothing, builds nothing, and succeeds', async () => {
    expect(errorsOf(first)).toEqual([]);
    proxy.reset();
    const spy = installDockerSpy(site.folder, site.machine);
    const { outputs, ...run } = await runStep(site, project, { inputs, env: spy.env, runAttempt: 2 });
    expect(errorsOf(run)).toEqual([]);
    expect(JSON.parse(outputs.results ?? '')).toEqual({ [proxy.host]: 'unchanged', [lab.auth]: 'unchanged' });
    expect(outputs).toMatchObject({ digest: first.outputs.digest, pushed: 'true', references: first.outputs.references });
    expect(proxy.count({ operation: 'manifest-put' })).toBe(0);
    expect(spy.callsOf('buildx', 'build')).toEqual([]);
    expect(await held()).toEqual(TAGS.map(() => first.outputs.digest));
  });
});

describe('another commit for the same version', () => {
  test('is refused before the build, and no tag moves', async () => {
    proxy.reset();
    const spy = installDockerSpy(site.folder, site.machine);
    const other = site.makeProject(files);
    const run = await runStep(site, other, { inputs, env: spy.env });
    expect(run.code).toBe(1);
    expect(errorsOf(run)).toEqual([
      expect.stringContaining(`${proxy.host}/${name}:1.2.3`),
      expect.stringContaining(`${lab.auth}/${name}:1.2.3`),
    ]);
    expect(errorsOf(run).join('\n')).toContain(other.sha.slice(0, 7));
    expect(errorsOf(run).join('\n')).toContain(project.sha.slice(0, 7));
    expect(run.outputs.pushed).toBe('false');
    expect(proxy.count({ operation: 'manifest-put' })).toBe(0);
    expect(spy.callsOf('buildx', 'build')).toEqual([]);
    expect(await held()).toEqual(TAGS.map(() => first.outputs.digest));
  });
});

test('the next patch takes the floating tags along, and leaves the last one where it is', async () => {
  const run = await runStep(site, site.makeProject(files), { inputs, ref: 'refs/tags/v1.2.4' });
  expect(errorsOf(run)).toEqual([]);
  expect(await held()).toEqual([first.outputs.digest, ...Array(3).fill(run.outputs.digest)]);
});
