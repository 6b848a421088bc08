import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ActionRun } from '../tools/action.ts';
import { type DockerSpy, installDockerSpy } from '../tools/docker-spy.ts';
import { errorsOf, openSite, runStep } from '../tools/step.ts';

const site = await openSite();
const { lab } = site;
const name = site.unique('secrets');
afterAll(site.close);

const KEY = '-----BEGIN KEY-----\nwith "quotes", commas=equals\n  and blanks  \n-----END KEY-----\n';
const VARIABLE = 'line-one-of-variable\nline-two-of-variable';
const FILE = Buffer.from([...Buffer.from('file-with-zero'), 0, 255, 10, 10]);
const SHORT = 'single-line-value';

const IDS = ['key', 'short', 'variable', 'file'];
const project = site.makeProject({
  Dockerfile: `FROM busybox\n${IDS.map((id) => `RUN --mount=type=secret,id=${id} echo "${id} $(sha256sum </run/secrets/${id})"`).join('\n')}\n`,
});

let run: ActionRun;
let spy: DockerSpy;
beforeAll(async () => {
  const file = path.join(site.folder, 'secret, with "a" name');
  writeFileSync(file, FILE);
  spy = installDockerSpy(site.folder, site.machine);
  run = await runStep(site, project, {
    env: { ...spy.env, MY_VARIABLE: VARIABLE },
    inputs: {
      images: `${lab.open}/${name}\n${lab.auth}/${name}`,
      tags: 'type=release',
      secrets: `"key=${KEY.replaceAll('"', '""')}"\nshort=${SHORT}`,
      'secret-envs': 'variable=MY_VARIABLE',
      'secret-files': `file=${file}`,
      provenance: 'mode=max',
      'no-cache': 'true',
      registry: lab.auth,
      username: lab.user,
      password: lab.password,
    },
  });
  expect(run).toMatchObject({ code: 0, outputs: { pushed: 'true' } });
});

test.each([
  // how it is given, its id, its bytes
  ['a text of several lines', 'key', KEY],
  ['a text of one line', 'short', SHORT],
  ['an environment variable', 'variable', VARIABLE],
  ['a file', 'file', FILE],
])('a secret given as %s arrives byte for byte', (_, id, bytes) => {
  expect(run.stdout).toContain(`${id} ${createHash('sha256').update(bytes).digest('hex')}`);
});

/** What would betray a secret: its lines, and the password. */
const TELLTALES = [KEY, SHORT, VARIABLE, FILE.subarray(0, 14).toString(), lab.password].flatMap((text) => text.split('\n')).filter(Boolean);

const inspect = (format: string) =>
  site.docker('buildx', 'imagetools', 'inspect', `${lab.auth}/${name}:1.2.3`, `--format={{json ${format}}}`);

test.each<[place: string, read: () => string | Promise<string>]>([
  ['the image’s configuration and history', () => inspect('.Image')],
  ['the provenance', () => inspect('.Provenance')],
  // the runner takes add-mask lines out of the log
  ['the log', () => (run.stdout + run.stderr).replaceAll(/^::add-mask::.*$/gm, '')],
  ['the outputs and the state', () => JSON.stringify([run.outputs, run.state, run.env])],
  ['the summary', () => run.summary],
  ['arguments of docker', () => JSON.stringify(spy.calls().map(({ args }) => args))],
  ['the environment of docker', () => JSON.stringify(spy.calls().map(({ env }) => env.filter((text) => !text.startsWith('MY_VARIABLE='))))],
])('no secret is in %s', async (_, read) => {
  const text = await read();
  expect(text.length).toBeGreaterThan(2);
  expect(TELLTALES.filter((telltale) => text.includes(telltale) || text.includes(JSON.stringify(telltale).slice(1, -1)))).toEqual([]);
});

test('no secret is left on the machine', () => {
  expect(run.leftovers.filter((file) => !file.startsWith('tagboat-bake-'))).toEqual([]);
  expect(run).toMatchObject({ post: { code: 0, leftovers: [] } });
});

test('a build argument with the value of a secret is refused before the build', async () => {
  const refused = await runStep(site, project, {
    inputs: { images: `${lab.open}/${name}`, secrets: `short=${SHORT}`, 'build-args': `TOKEN=${SHORT}`, tags: 'type=release' },
  });
  expect(errorsOf(refused)).toEqual([expect.stringMatching('build-args: "TOKEN" has the value of a secret')]);
  expect(errorsOf(refused).join()).not.toContain(SHORT);
});
