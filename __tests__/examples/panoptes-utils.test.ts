import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type Checkout, type ExampleEvent, type ExampleRun, openExample, PLATFORMS } from '../tools/example.ts';
import { readImage } from '../tools/step.ts';

const BASE = 'panoptes-base';
const UTILS = 'panoptes-utils';

const example = await openExample('panoptes-utils', 'panoptes/panoptes-utils');
const { site, login } = example;
afterAll(example.close);

/** The last release and a commit since. */
const history = (git: Checkout['git']): void => {
  git('tag', 'v0.2.40');
  git('commit', '--quiet', '--allow-empty', '--message=Look further');
};

/** A service account's key is the password; its name is always the same. */
const run = ({ namespace = `panoptes-exp-${randomUUID().slice(0, 8)}`, ...event }: ExampleEvent): Promise<ExampleRun> => {
  const vars = { REGISTRY: example.registry.host, PROJECT: namespace, REGISTRY_USER: login.username };
  return example.run('images.yml', { history, ...event, namespace, vars, secrets: { REGISTRY_KEY: login.password } });
};

/** The layers of an image on one platform, as docker reads them. */
async function layersOf(reference: string, platform: string): Promise<readonly string[]> {
  const { platforms } = await readImage(site, reference);
  const { index } = await readImage(site, `${reference.replace(/:[^:/]+$/, '')}@${platforms[platform]}`);
  return (index as unknown as { layers: readonly { digest: string }[] }).layers.map(({ digest }) => digest); // an image manifest
}

/** Puts another base in the place of the published one, which no build of this repository makes. */
async function markBase(run: ExampleRun): Promise<void> {
  const base = run.image(`${BASE}:latest`);
  const folder = mkdtempSync(path.join(site.folder, 'marked-'));
  writeFileSync(path.join(folder, 'Dockerfile'), `FROM ${base}\nENV MARKED=published\n`);
  await site.docker('buildx', 'build', `--platform=${PLATFORMS.join(',')}`, '--provenance=false', '--push', `--tag=${base}`, folder);
}

describe('panoptes-utils', () => {
  let main: ExampleRun;

  test('a push to main makes the base and utils on it, both as host/project/name:latest', async () => {
    main = await run({ ref: 'refs/heads/main' });
    expect(main.errors).toEqual([]);
    expect(await main.published(BASE, UTILS)).toEqual({ [BASE]: ['latest'], [UTILS]: ['latest'] });
  });

  test.each(PLATFORMS)('on %s utils is the base of the same run and more', async (platform) => {
    const [base, utils] = await Promise.all([BASE, UTILS].map((name) => layersOf(main.image(`${name}:latest`), platform)));
    expect(utils?.slice(0, base?.length)).toEqual(base);
    expect(utils?.length).toBeGreaterThan(base?.length ?? 0);
  });

  test.each(PLATFORMS)('the test suite ran in the built image on %s before anything was published', (platform) => {
    expect(main.group(`Tests of utils on ${platform}`)).toMatch(/\d+ passed/);
  });

  test.each(PLATFORMS)('on %s setuptools_scm’s version is that of git’s history: the next release, and the commit', async (platform) => {
    const version = await example.runIn(main.image(`${UTILS}:latest`), platform, 'panoptes-utils', '--version');
    const [, commit] = /^0\.2\.41\.dev1\+g([0-9a-f]{7,})$/.exec(version) ?? [];
    expect(main.sha).toMatch(new RegExp(`^${commit}`));
  });

  test('with include-base off develop’s utils is built on the published base, and no base is published', async () => {
    await markBase(main);
    const inputs = { 'include-base': false };
    const develop = await run({ eventName: 'workflow_dispatch', ref: 'refs/heads/develop', inputs, namespace: main.namespace });
    expect(develop.errors).toEqual([]);
    expect(await develop.published(BASE, UTILS)).toEqual({ [BASE]: ['latest'], [UTILS]: ['develop', 'latest'] });
    expect(await example.runIn(main.image(`${UTILS}:develop`), 'linux/arm64', 'printenv', 'MARKED')).toBe('published');
  });

  test('with include-base on a dispatch makes both', async () => {
    const both = await run({ eventName: 'workflow_dispatch', ref: 'refs/heads/develop', inputs: { 'include-base': true } });
    expect(both.errors).toEqual([]);
    expect(await both.published(BASE, UTILS)).toEqual({ [BASE]: ['develop'], [UTILS]: ['develop'] });
  });

  test('the plan of a dispatch says which images there will be', async () => {
    const plan = (on: boolean) =>
      example.shell(
        `tagboat plan --workflow .github/workflows/images.yml --event-name workflow_dispatch --input include-base=${on} --refs <(echo heads/develop)`,
        example.checkOut().folder,
      );
    expect(await plan(true)).toBe('refs/heads/develop -> base: develop | utils: develop\n');
    expect(await plan(false)).toBe('refs/heads/develop -> develop\n');
  });

  test('a failing suite publishes nothing', async () => {
    const edits = { 'src/panoptes_utils/sky.py': (text: string) => text.replace('280.46061837', '280.5') };
    const failing = await run({ ref: 'refs/heads/main', edits });
    expect(failing.errors[0]).toMatch(/python -m pytest .* ended with status 1 on linux\/amd64/);
    expect(failing.puts).toBe(0);
    expect(await failing.published(BASE, UTILS)).toEqual({ [BASE]: [], [UTILS]: [] });
  });

  test('refs.txt holds the tags of every kind of ref', async () => {
    expect(await example.checkRefs()).toContain('6 refs get the tags that refs.txt says\n');
  });
});
