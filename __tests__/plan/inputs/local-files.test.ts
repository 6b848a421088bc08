import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../../src/plan/inputs/inputs.ts';
import type { LocalFiles } from '../../../src/plan/inputs/local-files.ts';
import type { RawInputs } from '../../../src/plan/inputs/raw-inputs.ts';
import { readInputs } from '../../tools/inputs.ts';

const PATHS: Readonly<Record<string, 'folder' | 'file'>> = { app: 'folder', 'app/Dockerfile': 'file', key: 'file' };
const MACHINE: LocalFiles = { environment: { TOKEN: '', CHANNEL: 'stable' }, hasCheckout: true, look: (path) => PATHS[path] };
const read = (given: RawInputs, machine?: LocalFiles): Inputs => readInputs(given, { machine });

describe('what is not there is told with all other mistakes', () => {
  const mistakes = {
    context: 'ap',
    file: 'app',
    'build-contexts': 'src=nowhere\nbase=docker-image://alpine\nrest={{defaultContext}}:rest',
    'secret-files': 'id=kye',
    'secret-envs': 'token=TOKEN,other=OTHER',
    'build-args': 'CHANNEL',
    'buildkitd-config': 'buildkitd.toml',
    push: 'maybe',
  };

  test('where the step runs', () => {
    expect(() => read(mistakes, MACHINE)).toThrow(
      [
        'context: "ap" is not there; write the path of a folder, seen from the working folder.',
        'file: "app" is not a file; write the path of a file, seen from the working folder.',
        'build-contexts: "nowhere" is not there; write the path of a folder, seen from the working folder.',
        'buildkitd-config: "buildkitd.toml" is not there; write the path of a file, seen from the working folder.',
        'secret-envs: "other" is of an environment variable that is not set; write id=NAME, and set NAME in the env of the step (to an empty text where there is no secret).',
        'secret-files: "id" is of a file that is not there; write id=path, the path seen from the working folder.',
        'push: "maybe" is not one of the accepted words; write auto, true or false.',
      ].join('\n'),
    );
  });

  test('and not on a desk, where steps before it may make anything', () => {
    expect(read({ ...mistakes, push: '' }).build).toMatchObject({ context: 'ap', file: 'app', buildArgs: [] });
  });
});

test.each([
  // what is given
  [{ context: 'app', file: 'app/Dockerfile', 'secret-files': 'id=key', 'secret-envs': 'token=TOKEN' }],
  [{ context: 'https://github.com/octo/app.git#main', file: 'docker/Dockerfile' }],
  [{ context: '{{defaultContext}}:app', file: 'docker/Dockerfile' }],
  [{ file: 'https://example.com/Dockerfile' }],
])('%j is taken', (given) => {
  expect(() => read(given, MACHINE)).not.toThrow();
});

test('a build argument without a value has that of the environment, and is left out where it has none', () => {
  const { buildArgs } = read({ 'build-args': 'CHANNEL\nTOKEN\nNO_PROXY' }, MACHINE).build;
  expect(buildArgs).toEqual([
    ['CHANNEL', 'stable'],
    ['TOKEN', ''],
  ]);
});

test('the Dockerfile of a commit that is not checked out is looked for by BuildKit', () => {
  expect(read({ file: 'docker/Dockerfile' }, { ...MACHINE, hasCheckout: false }).build.file).toBe('docker/Dockerfile');
});

test.each([
  ['git', 'for the ref and commit of the checkout write ref-source: git; context is the folder that is built.'],
  ['workflow', 'leave it out: ref and commit are those of the workflow; context is the folder that is built.'],
])('metadata-action’s context %s is told what it is here', (context, advice) => {
  expect(() => read({ context }, MACHINE)).toThrow(`context: "${context}" is not there; ${advice}`);
  expect(read({ context }, { ...MACHINE, look: () => 'folder' }).build.context).toBe(context);
});
