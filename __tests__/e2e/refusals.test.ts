import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ActionRun } from '../tools/action.ts';
import { type DockerSpy, installDockerSpy } from '../tools/docker-spy.ts';
import { preset } from '../tools/faults/presets.ts';
import type { FaultProxy } from '../tools/faults/start.ts';
import { errorsOf, openSite, runStep } from '../tools/step.ts';

const site = await openSite();
const { lab } = site;
afterAll(site.close);
const project = site.makeProject({ Dockerfile: 'FROM busybox\n' });

describe('three registries with a fault each', () => {
  const name = site.unique('faults');
  let spy: DockerSpy;
  let down: FaultProxy;
  let denying: FaultProxy;
  let run: ActionRun;

  beforeAll(async () => {
    [down, denying] = [await site.openProxy(), await site.openProxy({ rules: preset('push-denied') })];
    await down.down();
    spy = installDockerSpy(site.folder, site.machine);
    run = await runStep(site, project, {
      env: spy.env,
      inputs: {
        images: [lab.open, down.host, lab.auth, denying.host].map((registry) => `${registry}/${name}`).join('\n'),
        tags: 'type=release',
        registry: lab.auth,
        username: lab.user,
        password: 'not-the-password',
      },
    });
  });

  test('are all named in one failure, with what to change', () => {
    expect(run.code).toBe(1);
    expect(errorsOf(run)).toEqual([
      expect.stringMatching(`${down.host}.*check that the registry runs and that its port is right`),
      expect.stringMatching(`${lab.auth}.*check the username and the password`),
      expect.stringMatching(`${denying.host}.*give the user the right to push`),
    ]);
    for (const registry of [down.host, lab.auth, denying.host]) expect(run.summary).toContain(registry);
    expect(run.outputs.pushed).toBe('false');
  });

  test('are found before any build', () => {
    expect(spy.callsOf('buildx', 'build')).toEqual([]);
  });

  test('get nothing, and no trace is left', async () => {
    expect(denying.find({ operation: 'manifest-put' })).toEqual([]);
    await expect(site.docker('buildx', 'imagetools', 'inspect', `${lab.open}/${name}:1.2.3`)).rejects.toThrow('not found');
    expect(run).toMatchObject({ orphans: [], post: { code: 0, leftovers: [] } });
  });
});

describe('mistakes in the inputs', () => {
  const LONG = 'x'.repeat(129);
  let spy: DockerSpy;
  let run: ActionRun;

  beforeAll(async () => {
    spy = installDockerSpy(site.folder, site.machine);
    run = await runStep(site, project, {
      env: spy.env,
      inputs: {
        images: `${lab.open}/two//slashes`,
        tags: `type=semvar\ntype=raw,valeu=x\n${lab.open}/full/reference:${LONG}`,
        platforms: 'linux',
        'no-cache': 'sometimes',
        'registry-auth': `- { registry: ${lab.auth}, password: ahoy }`,
        timeout: 'long',
      },
    });
  });

  test.each([
    // mistake, its message
    ['a rule', /tags, line 1: unknown rule type "type=semvar".*semver/],
    ['an attribute', /tags, line 2:.*valeu.*value/],
    ['a tag over 128 characters', /tags, line 3:.*128/],
    ['an image’s name', /images, line 1:.*two\/\/slashes/],
    ['a platform', /platforms: "linux"/],
    ['a boolean', /no-cache: "sometimes"/],
    ['a missing username', /registry-auth, entry 1: has no username/],
    ['a duration', /timeout: "long"/],
  ])('are told all at once: %s', (_, message) => {
    expect(errorsOf(run)).toContainEqual(expect.stringMatching(message));
  });

  test('are all of them that is told, before anything runs', () => {
    expect(errorsOf(run)).toHaveLength(8);
    expect(run).toMatchObject({ code: 1, leftovers: [], outputs: { pushed: 'false' } });
    expect(spy.calls()).toEqual([]);
  });

  test('such as an input that does not exist have the nearest one in their message', async () => {
    const unknown = await runStep(site, project, {
      inputs: { images: `${lab.open}/x`, platform: 'linux/arm64', 'cache-form': 'type=gha' },
    });
    expect(errorsOf(unknown)).toEqual([
      expect.stringMatching('inputs: unknown input "platform"; did you mean platforms'),
      expect.stringMatching('inputs: unknown input "cache-form"; did you mean cache-from'),
    ]);
  });

  test('such as no image at all fail where something is to be published', async () => {
    const none = await runStep(site, project, { inputs: { images: '', tags: 'type=release', push: 'true' } });
    expect(errorsOf(none)).toEqual([expect.stringMatching('images: names no image to publish')]);
  });
});
