import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type ExampleEvent, type ExampleRun, openExample, PLATFORMS } from '../tools/example.ts';
import { readImage } from '../tools/step.ts';

const TAGS = {
  base: ['4.5', 'latest'],
  campus: ['latest', 'winter-term'],
  exams: ['latest', 'winter-term'],
  clinic: ['accredited', 'latest'],
  museum: ['gallery', 'latest'],
};
const IMAGES = Object.keys(TAGS);
const NOTHING = Object.fromEntries(IMAGES.map((name) => [name, []]));

const example = await openExample('ubiquitous', 'ubiquitous/platform');
const { login, runIn } = example;
afterAll(example.close);

/** Credentials reach the step by the job’s environment. */
const run = (event: ExampleEvent, workflow = 'images.yml'): Promise<ExampleRun> =>
  example.run(workflow, { ...event, secrets: { REGISTRY_USER: login.username, REGISTRY_PASSWORD: login.password } });

const dispatch = (service: string, more: ExampleEvent = {}): Promise<ExampleRun> =>
  run({ eventName: 'workflow_dispatch', inputs: { service }, ...more });

describe('ubiquitous', () => {
  let all: ExampleRun;

  test('workflow_dispatch makes the base and all services in one run, each with its own tags', async () => {
    all = await dispatch('all');
    expect(all.errors).toEqual([]);
    expect(await all.published(...IMAGES)).toEqual(TAGS);
  });

  test.each([
    // service, platform, its modules
    ['base', 'linux/amd64', ''],
    ['campus', 'linux/amd64', 'auth_saml2 mod_forum mod_quiz'],
    ['exams', 'linux/arm64', 'auth_saml2 mod_attendance mod_forum mod_quiz quiz_proctoring'],
    ['clinic', 'linux/arm64', 'mod_certificate mod_quiz theme_clinical'],
    ['museum', 'linux/amd64', 'mod_forum theme_gallery'],
  ])('%s on %s has the modules of its list: %s', async (service, platform, modules) => {
    const listed = await runIn(all.image(`${service}:latest`), platform, 'php', 'admin/plugins.php', 'list');
    expect(listed.replaceAll(/ \d+$/gm, '').split('\n').join(' ')).toBe(modules);
  });

  test('one service alone is published, whatever it is built on', async () => {
    const one = await dispatch('exams');
    expect(one.errors).toEqual([]);
    expect(await one.published(...IMAGES)).toEqual({ ...NOTHING, exams: TAGS.exams });
  });

  test('repository_dispatch from another system names the service in its payload', async () => {
    const payload = { action: 'plugins-changed', client_payload: { service: 'clinic' } };
    const outside = await run({ eventName: 'repository_dispatch', payload });
    expect(outside.errors).toEqual([]);
    expect(await outside.published(...IMAGES)).toEqual({ ...NOTHING, clinic: TAGS.clinic });
  });

  test('a list that names no module fails the build of all: nothing is published', async () => {
    const edits = { 'services/museum/plugins.txt': (text: string) => `${text}mod_audioguide\n` };
    const failing = await dispatch('all', { edits });
    expect(failing.errors[0]).toContain('mod_audioguide is no plugin in /plugins');
    expect({ puts: failing.puts, published: await failing.published(...IMAGES) }).toEqual({ puts: 0, published: NOTHING });
  });

  test('an image that another tool made is published as it is, for both platforms', async () => {
    const cron = await run({ eventName: 'workflow_dispatch' }, 'cron.yml');
    expect(cron.errors).toEqual([]);
    expect(await cron.published('cron')).toEqual({ cron: ['latest', `sha-${cron.sha.slice(0, 7)}`] });
    const image = await readImage(example.site, cron.image('cron:latest'));
    const made = execFileSync('tar', ['--extract', '--to-stdout', '--file', path.join(cron.folder, 'cron.tar'), 'index.json']);
    expect(JSON.parse(made.toString())).toMatchObject({ manifests: [{ digest: image.digest }] });
    expect(Object.keys(image.platforms).sort()).toEqual(PLATFORMS);
  });

  test('refs.txt holds the tags of all images', async () => {
    expect(await example.checkRefs()).toBe('2 refs get the tags that refs.txt says\n');
  });
});
