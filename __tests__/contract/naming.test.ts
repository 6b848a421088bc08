import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { stageStepForEachTest } from '../tools/stage-step.ts';
import { commitAll, runGit } from '../tools/step.ts';
import { isTagPut } from '../tools/visits.ts';

const stage = stageStepForEachTest();

test('a build knows what its image is called, and a second run of the release, with another number, adopts it', async () => {
  const registry = await stage().startRegistry('a.test');
  const release = (number: string) =>
    stage().run({
      inputs: {
        images: `${registry.host}/octo/app`,
        tags: 'type=release',
        'build-args': 'VERSION={{meta.version}}\nHELM={{ .Values.x }}',
        labels: 'com.example.run={{run_number}}\ncom.example.version=v{{meta.version}}',
        push: 'true',
      },
      env: { GITHUB_RUN_NUMBER: number, GITHUB_RUN_ID: number },
    });
  const first = await release('7');
  expect({ code: first.code, errors: first.stdout.match(/^::error.*/gm) }).toEqual({ code: 0, errors: null });
  const [build] = stage().docker.callsOf('buildx', 'build');
  expect(build?.argv).toEqual(expect.arrayContaining(['--build-arg=VERSION=1.2.3', '--build-arg=HELM={{ .Values.x }}']));
  expect(build?.argv).toEqual(expect.arrayContaining(['--label=com.example.run=7', '--label=com.example.version=v1.2.3']));
  const asked = stage().visits.length;
  const second = await release('8');
  expect(second.code).toBe(0);
  expect(Object.values(JSON.parse(second.outputs.results ?? ''))).toEqual(['unchanged']);
  expect(stage().docker.callsOf('buildx', 'build')).toHaveLength(1);
  expect(
    stage()
      .visits.slice(asked)
      .filter(({ entry }) => isTagPut(entry)),
  ).toEqual([]);
});

test('docker’s name of an image in tags is published and loaded as that image', async () => {
  const registry = await stage().startRegistry('a.test');
  const { code, outputs } = await stage().run({
    inputs: { images: '', tags: `${registry.host}/octo/app:1.2.3,${registry.host}/octo/app`, push: 'true' },
  });
  expect({ code, tags: outputs.tags?.split('\n') }).toEqual({
    code: 0,
    tags: [`${registry.host}/octo/app:1.2.3`, `${registry.host}/octo/app:latest`],
  });
  expect(Object.keys(registry.tags('octo/app')).sort()).toEqual(['1.2.3', 'latest']);
});

test('an image without a registry is what the engine gets it as', async () => {
  await stage().run({ inputs: { images: '', tags: 'app:build', load: 'true', push: 'false' } });
  expect(
    stage()
      .docker.callsOf('tag')
      .map(({ argv }) => argv.at(-1)),
  ).toEqual(['app:build']);
});

test('templates know the run, its environment, and what git says of the commit', async () => {
  const workspace = path.join(stage().folder, 'checkout');
  mkdirSync(workspace);
  writeFileSync(path.join(workspace, 'Dockerfile'), 'FROM scratch\n');
  const { sha } = commitAll(workspace);
  runGit(workspace, 'tag', 'v1.2.2');
  const { code, outputs, stdout } = await stage().run({
    workspace,
    sha,
    inputs: {
      images: 'octo/app',
      tags: 'type=raw,value={{run_number}}.{{run_attempt}}-{{run_id}}-{{actor}}\n{{env.FLAVOR}}-{{describe}}',
      'dry-run': 'true',
    },
    env: { GITHUB_RUN_NUMBER: '7', GITHUB_RUN_ATTEMPT: '2', GITHUB_RUN_ID: '99', GITHUB_ACTOR: 'ann', FLAVOR: 'slim' },
  });
  expect({ code, errors: stdout.match(/^::error.*/gm), tags: outputs['tag-names']?.split('\n') }).toEqual({
    code: 0,
    errors: null,
    tags: ['7.2-99-ann', 'slim-v1.2.2'],
  });
});

test('a variable that holds a password is refused, and neither is shown', async () => {
  const { code, stdout } = await stage().run({
    inputs: { images: 'octo/app', tags: 'type=raw,value={{env.LEAK}}', username: 'ann', password: 'hunter2hunter2', push: 'true' },
    env: { LEAK: 'x-hunter2hunter2' },
  });
  expect(code).toBe(1);
  expect(stdout).toContain('::error::tags: "{{env.LEAK}}" has the value of a secret, and would be published');
  expect(stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain('hunter2');
});

test('{{describe}} without a checkout is an error that says how to get one', async () => {
  const { code, stdout } = await stage().run({ inputs: { images: 'octo/app', tags: 'type=raw,value={{describe}}', 'dry-run': 'true' } });
  expect(code).toBe(1);
  expect(stdout).toContain('::error::tags: "{{describe}}" has no value, since no checkout here has the commit');
});
