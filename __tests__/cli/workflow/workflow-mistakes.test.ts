import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { describeRun } from '../../../src/cli/workflow/described-run.ts';
import { openWorkflow } from '../../../src/cli/workflow/simulated-step.ts';
import { KEYS } from '../../../src/cli/workflow/workflow-mistakes.ts';
import { asObject, type JsonObject } from '../../../src/plan/text/json.ts';
import { ProblemError } from '../../../src/plan/text/problem.ts';
import { writeWorkflow } from '../../tools/workflow-file.ts';

const CHECKOUT = { repository: 'octo/app', serverUrl: 'https://github.com', defaultBranch: 'main', head: '', headRef: '' };
const RUN = describeRun({
  ref: 'refs/heads/main',
  sha: 'a'.repeat(40),
  eventName: undefined,
  payload: undefined,
  inputs: {},
  checkout: CHECKOUT,
});
const OPTIONS = { job: undefined, step: undefined, vars: {}, matrix: {}, inputs: {}, given: {}, question: 'plan' } as const;

const STEP = { uses: 'tagboat/tagboat@v1', with: { images: 'octo/app' } };
const JOB = { 'runs-on': 'ubuntu-latest' };

type Parts = { readonly step?: object; readonly job?: object; readonly workflow?: object };

/** What is said of a workflow with one Tagboat step. */
async function act({ step, job, workflow }: Parts) {
  const jobs = { image: { ...JOB, ...job, steps: [{ ...STEP, ...step }] } };
  return (await openWorkflow({ ...OPTIONS, file: writeWorkflow({ on: 'push', ...workflow, jobs }) }))(RUN);
}

describe('a workflow that GitHub would refuse is refused', () => {
  test.each<[string, Parts, string]>([
    // what, parts, what is said
    [
      'an input beside with',
      { step: { images: 'x' } },
      'job image, step 1: "images" stands beside with, and GitHub refuses the file; indent it, so that it is below with.',
    ],
    [
      'a misspelt key of the step',
      { step: { wiht: {} } },
      'job image, step 1: "wiht" is not a key of a step, and GitHub refuses the file; did you mean with?',
    ],
    [
      'a step that runs too',
      { step: { run: 'true' } },
      'job image, step 1: "run" is not a key of a step, and GitHub refuses the file; known: name, id,',
    ],
    [
      'a misspelt key of the job',
      { job: { permisions: {} } },
      'job image: "permisions" is not a key of a job, and GitHub refuses the file; did you mean permissions?',
    ],
    ['with at the job', { job: { with: {} } }, 'job image: "with" is not a key of a job'],
    ['a job without a runner', { job: { 'runs-on': undefined } }, 'job image: has no runs-on, and GitHub refuses the file; add runs-on.'],
    [
      'a misspelt permission',
      { job: { permissions: { package: 'write' } } },
      'job image, permissions: "package" is not a key of permissions, and GitHub refuses the file; did you mean packages?',
    ],
    [
      'a misspelt key of the workflow',
      { workflow: { evn: {} } },
      '"evn" is not a key of a workflow, and GitHub refuses the file; did you mean env?',
    ],
    ['a workflow without events', { workflow: { on: undefined } }, 'has no on, and GitHub refuses the file; add on.'],
    [
      'a list as an input',
      { step: { with: { tags: ['a', 'b'] } } },
      'job image, step 1, tags: is a list, and GitHub refuses the file; write one text: tags: | and one value per line below it, without dashes.',
    ],
    [
      'a mapping as an input',
      { step: { with: { labels: { a: 'b' } } } },
      'job image, step 1, labels: is a mapping, and GitHub refuses the file',
    ],
    ['with as a text', { step: { with: 'images' } }, 'job image, step 1, with: is not a mapping, and GitHub refuses the file'],
  ])('%s', async (_, parts, said) => {
    await expect(act(parts)).rejects.toThrow(said);
  });

  test('with every other mistake at once', async () => {
    const error = await act({
      step: { images: 'x', with: { tags: ['a'], images: '$'.concat('{{ vars.ORG }}/app') } },
      job: { permisions: {} },
    }).catch((thrown: unknown) => thrown);
    expect(error instanceof ProblemError ? error.problems : []).toHaveLength(5);
  });

  test('and one that GitHub takes is not', async () => {
    const job = { permissions: { contents: 'read', packages: 'write', 'id-token': 'write' }, 'timeout-minutes': 5, concurrency: 'a' };
    expect(
      (await act({ step: { id: 'a', env: {}, 'timeout-minutes': 2 }, job, workflow: { permissions: 'read-all', name: 'n' } })).inputs
        .images,
    ).toBe('octo/app');
  });
});

test.each([
  // text, what is said
  ['on: push\njobs:\n\timage: {}\n', /line 3: is indented with a tab; indent with spaces: YAML takes no others\./],
  ['on: [push\njobs: {}\n', /line \d: is not YAML \(.*\); correct it there, or in the line before\./],
  ['a: 1\na: 2\n', /line 2: is not YAML \(Map keys must be unique\)/],
])('%j is refused with its line', async (text, said) => {
  const file = writeWorkflow({});
  writeFileSync(file, text);
  await expect(openWorkflow({ ...OPTIONS, file })).rejects.toThrow(said);
});

describe('the keys are those of GitHub’s own schema', () => {
  const file = path.resolve(import.meta.dirname, '../../../node_modules/@actions/workflow-parser/dist/workflow-v1.0.min.json');
  const schema = JSON.parse(readFileSync(file, 'utf8')) as { readonly definitions: JsonObject };
  const keysOf = (definition: string) => Object.keys(asObject(asObject(asObject(schema.definitions[definition]).mapping).properties));

  test.each([
    ['workflow', 'workflow-root-strict'],
    ['job', 'job-factory'],
    ['step', 'regular-step'],
    ['permissions', 'permissions-mapping'],
  ] as const)('of a %s', (what, definition) => {
    expect([...KEYS[what]].sort()).toEqual(keysOf(definition).sort());
  });
});

describe('what the job’s token may do with packages', () => {
  test.each<[unknown, unknown, string]>([
    // permissions of the workflow, of the job, right
    [undefined, undefined, 'default'],
    [{ contents: 'read' }, undefined, 'none'],
    [{}, undefined, 'none'],
    ['read-all', undefined, 'read'],
    ['write-all', undefined, 'write'],
    [{ packages: 'write' }, undefined, 'write'],
    [{ packages: 'write' }, { contents: 'read' }, 'none'],
    [{ packages: 'write' }, {}, 'none'],
    [undefined, { packages: 'write' }, 'write'],
    ['write-all', { packages: 'read' }, 'read'],
  ])('%j and %j: %s', async (workflow, job, packages) => {
    const parts = { workflow: workflow === undefined ? {} : { permissions: workflow }, job: job === undefined ? {} : { permissions: job } };
    expect((await act(parts)).simulation.packages).toBe(packages);
  });
});
