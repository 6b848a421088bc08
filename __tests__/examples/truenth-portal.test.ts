import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type ExampleEvent, type ExampleRun, openExample, PLATFORMS } from '../tools/example.ts';
import { readImage } from '../tools/step.ts';

const REPOSITORY = 'uwcirg/truenth-portal';
const WEB = 'portal_web';
const SMOKE = /portal 0\.dev1 \(latest\) keeps what people answer/g;
const DEB = 'truenth-portal_0.dev1_all.deb';

const example = await openExample('truenth-portal', REPOSITORY);
afterAll(example.close);

const run = (ref: string, more: ExampleEvent = {}): Promise<ExampleRun> => example.run('portal.yml', { ref, ...more });

const listDist = (folder: string): readonly string[] => readdirSync(path.join(folder, 'dist'));

describe('truenth-portal', () => {
  let develop: ExampleRun;

  test('a push to develop is latest, named by the compose file, once the smoke test has passed', async () => {
    develop = await run('refs/heads/develop');
    expect(develop.errors).toEqual([]);
    expect(await develop.published(WEB)).toEqual({ [WEB]: ['latest'] });
  });

  test.each(PLATFORMS)('the smoke test ran on %s with the stack’s redis and postgres', (platform) => {
    expect(develop.group(`Tests of web on ${platform}`)).toMatch(SMOKE);
  });

  test('the builder stage’s Debian package is exported as a file', () => {
    expect(listDist(develop.folder)).toEqual([DEB]);
    const info = execFileSync('dpkg-deb', ['--field', path.join(develop.folder, 'dist', DEB), 'Package', 'Version'], { encoding: 'utf8' });
    expect(info).toBe('Package: truenth-portal\nVersion: 0.dev1\n');
  });

  test.each(PLATFORMS)('on %s the image has the package installed', async (platform) => {
    const version = await example.runIn(develop.image(`${WEB}:latest`), platform, 'dpkg-query', '--show', 'truenth-portal');
    expect(version).toBe('truenth-portal\t0.dev1');
  });

  test('build arguments arrive, and those of the env file as they stand', async () => {
    const lines = await example.runIn(develop.image(`${WEB}:latest`), 'linux/amd64', 'env');
    expect(lines.split('\n')).toEqual(
      expect.arrayContaining([
        'PORTAL_VERSION=0.dev1',
        'PORTAL_CHANNEL=latest',
        'PORTAL_TITLE=Portal & questionnaires: "how are you?"',
        'PORTAL_DRAFT_DAYS=30',
      ]),
    );
  });

  test('a push to main is stable', async () => {
    const main = await run('refs/heads/main', { namespace: develop.namespace });
    expect(main.errors).toEqual([]);
    expect(await main.published(WEB)).toEqual({ [WEB]: ['latest', 'stable'] });
    expect(await example.runIn(main.image(`${WEB}:stable`), 'linux/amd64', 'printenv', 'PORTAL_CHANNEL')).toBe('stable');
  });

  test('a pull request of the repository’s own is pr-7', async () => {
    const side = (ref: string) => ({ ref, repo: { full_name: REPOSITORY } });
    const payload = { number: 7, pull_request: { number: 7, head: side('answers'), base: side('main') } };
    const pull = await run('refs/pull/7/merge', { eventName: 'pull_request', payload });
    expect(pull.errors).toEqual([]);
    expect(await pull.published(WEB)).toEqual({ [WEB]: ['pr-7'] });
  });

  test('without credentials everything is built and tested, nothing is pushed, and the run succeeds', async () => {
    const { tls } = example.site.lab; // one on loopback might need no login
    const bare = await run('refs/heads/develop', { vars: { REGISTRY: tls }, secrets: { REGISTRY_TOKEN: '' } });
    expect({ errors: bare.errors, ok: bare.ok, pushed: bare.outputs.pushed }).toEqual({ errors: [], ok: true, pushed: 'false' });
    expect(bare.log).toContain(`there are no credentials for ${tls} (the password is empty)`);
    expect(bare.log.match(SMOKE)).toHaveLength(2);
    expect(listDist(bare.folder)).toEqual([DEB]);
    await expect(readImage(example.site, `${tls}/${bare.namespace}/${WEB}:latest`)).rejects.toThrow('not found');
  });

  test('a smoke test that fails publishes nothing', async () => {
    const edits = { 'portal/answers.py': (text: string) => text.replace('return dict(cursor.fetchall())', 'return {}') };
    const failing = await run('refs/heads/develop', { edits });
    expect(failing.errors[0]).toContain('python -m portal.smoke http://web:8008');
    expect({ puts: failing.puts, published: await failing.published(WEB) }).toEqual({ puts: 0, published: { [WEB]: [] } });
  });

  test('refs.txt holds the tags of every kind of ref', async () => {
    expect(await example.checkRefs()).toBe('7 refs get the tags that refs.txt says\n');
  });
});
