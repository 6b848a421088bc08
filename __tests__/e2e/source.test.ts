import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { errorsOf, openSite, readImage, runStep } from '../tools/step.ts';

const site = await openSite();
const { open, auth, user, password } = site.lab;
const engineName = `tagboat-e2e/${site.unique('source').replaceAll('/', '-')}:dev`;
const project = site.makeProject({});
afterAll(async () => {
  await site.docker('image', 'rm', '--force', engineName);
  await site.close();
});

const inProject = (name: string): string => path.join(project.folder, name);

/** The same image of two platforms in all the forms in which other tools hand it on. */
beforeAll(async () => {
  const context = mkdtempSync(path.join(site.folder, 'other-tool-'));
  writeFileSync(path.join(context, 'Dockerfile'), 'FROM busybox\nRUN echo hello >/greeting\n');
  // the engine's first: after a layout's, buildx 0.29 leaves the layout's index out
  const outputs = [`type=docker,name=${engineName}`, `type=oci,tar=false,dest=${inProject('layout')}`];
  const flags = outputs.map((output) => `--output=${output}`);
  await site.docker('buildx', 'build', '--platform=linux/amd64,linux/arm64', '--provenance=true', ...flags, context);
  execFileSync('tar', ['--create', `--file=${inProject('image.tar')}`, `--directory=${inProject('layout')}`, '.']);
  execFileSync('gzip', ['--keep', inProject('image.tar')]);
  mkdirSync(inProject('empty'));
  cpSync(inProject('layout'), inProject('partial'), { recursive: true });
  rmSync(path.join(inProject('partial'), 'blobs'), { recursive: true });
  writeFileSync(inProject('text.tar'), 'no archive');
});

/** What the other tool says the image's digest is. */
async function digestOf(source: string): Promise<string | undefined> {
  if (source.startsWith('docker-daemon:')) return site.docker('image', 'inspect', '--format={{.Id}}', engineName);
  const index = JSON.parse(readFileSync(path.join(inProject('layout'), 'index.json'), 'utf8')) as { manifests: { digest: string }[] }; // as OCI has it
  return index.manifests[0]?.digest;
}

const inputsFor = (name: string, source: string) => ({ images: `${open}/${name}`, tags: 'type=release', source });

test.each([
  // what it is, source
  ['a layout', 'layout'],
  ['an archive', 'image.tar'],
  ['a compressed archive', 'image.tar.gz'],
  ['an image of the engine', `docker-daemon:${engineName}`],
])('%s is published as it is, with all its platforms', async (_, source) => {
  const name = site.unique('source');
  const run = await runStep(site, project, { inputs: inputsFor(name, source) });
  expect({ errors: errorsOf(run), pushed: run.outputs.pushed }).toEqual({ errors: [], pushed: 'true' });
  const image = await readImage(site, `${open}/${name}:1.2.3`);
  expect([image.digest, run.outputs.digest]).toEqual([await digestOf(source), image.digest]);
  expect(Object.keys(image.platforms).sort()).toEqual(['linux/amd64', 'linux/arm64']);
  expect(run.leftovers.filter((file) => !file.startsWith('tagboat-bake-'))).toEqual([]);
});

test('a docker archive without an index is published with its configuration, and runs', async () => {
  const name = site.unique('source');
  const folder = mkdtempSync(path.join(site.folder, 'archive-'));
  await site.docker(
    'image',
    'save',
    `--platform=linux/${process.arch === 'arm64' ? 'arm64' : 'amd64'}`,
    `--output=${folder}/new.tar`,
    engineName,
  );
  execFileSync('tar', ['--extract', `--file=${folder}/new.tar`, `--directory=${folder}`]);
  for (const file of ['index.json', 'oci-layout', 'new.tar']) rmSync(path.join(folder, file), { force: true });
  execFileSync('tar', ['--create', `--file=${inProject('old.tar')}`, `--directory=${folder}`, '.']);
  const inputs = { ...inputsFor(name, 'old.tar'), test: 'grep -q hello /greeting' };
  const run = await runStep(site, project, { inputs });
  expect({ errors: errorsOf(run), pushed: run.outputs.pushed }).toEqual({ errors: [], pushed: 'true' });
  expect(await site.docker('run', '--rm', '--quiet', '--pull=always', `${open}/${name}:1.2.3`, 'cat', '/greeting')).toBe('hello');
  expect(await runStep(site, project, { inputs })).toMatchObject({ outputs: { results: expect.stringContaining('unchanged') } });
});

test('it passes the gates, is published to several registries, and a second run changes nothing', async () => {
  const name = site.unique('source');
  const inputs = {
    ...inputsFor(name, 'image.tar'),
    images: `${open}/${name}\n${auth}/${name}`,
    registry: auth,
    username: user,
    password,
    platforms: 'linux/amd64,linux/arm64',
    'test-platforms': 'linux/amd64',
  };
  const failing = await runStep(site, project, { inputs: { ...inputs, test: 'grep -q goodbye /greeting' } });
  expect(failing).toMatchObject({ code: 1, outputs: { pushed: 'false' } });
  const first = await runStep(site, project, { inputs: { ...inputs, test: 'grep -q hello /greeting', 'max-size': '100 MB' } });
  expect({ errors: errorsOf(first), pushed: first.outputs.pushed }).toEqual({ errors: [], pushed: 'true' });
  const second = await runStep(site, project, { inputs });
  expect(JSON.parse(second.outputs.results ?? '')).toEqual({ [open]: 'unchanged', [auth]: 'unchanged' });
});

test('a version that holds another image is not overwritten', async () => {
  const name = site.unique('source');
  expect(await runStep(site, project, { inputs: inputsFor(name, `docker-daemon:${engineName}`) })).toMatchObject({ code: 0 });
  const run = await runStep(site, project, { inputs: inputsFor(name, 'layout') });
  expect(run.code).toBe(1);
  expect(errorsOf(run)).toEqual([
    expect.stringMatching(/1\.2\.3" exists with other content: it holds sha256:\w+, and the source is sha256:/),
  ]);
});

test.each([
  // source, more inputs, errors
  ['nowhere', {}, ['source: "nowhere" is not there']],
  ['empty', { push: 'perhaps' }, ['source: "empty" is a folder without index.json', 'push: "perhaps"']],
  ['layout', { 'build-args': 'A=1' }, ['nothing is done with build-args']],
  ['partial', {}, ['source: "partial" holds no image that can be published: its index.json lists sha256:']],
  ['text.tar', {}, ['source: "text.tar" cannot be unpacked']],
  ['docker-daemon:tagboat-e2e/none:1', {}, ['cannot be taken from the engine (Error response from daemon: No such image']],
  ['layout', { platforms: 'linux/amd64' }, ['source: "layout" is for linux/amd64, linux/arm64; platforms names linux/amd64:']],
])('%s with %j is refused before a registry is asked', async (source, more, errors) => {
  const proxy = await site.openProxy();
  const inputs = { ...inputsFor('x/y', source), images: `${proxy.host}/x/y`, ...more };
  const run = await runStep(site, project, { inputs });
  expect(errorsOf(run)).toEqual(errors.map((error) => expect.stringContaining(error)));
  expect(proxy.journal).toEqual([]);
});
