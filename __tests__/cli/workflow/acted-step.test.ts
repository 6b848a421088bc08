// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is GitHub's syntax
import { describe, expect, test } from '@jest/globals';
import { describeRun, type RunRequest } from '../../../src/cli/workflow/described-run.ts';
import { openWorkflow, type WorkflowOptions } from '../../../src/cli/workflow/simulated-step.ts';
import { ProblemError } from '../../../src/plan/text/problem.ts';
import { writeWorkflow } from '../../tools/workflow-file.ts';

const RUN: RunRequest = {
  ref: 'refs/tags/v1.2.3',
  sha: 'a'.repeat(40),
  eventName: undefined,
  payload: undefined,
  inputs: {},
  checkout: { repository: 'octo/app', serverUrl: 'https://github.com', defaultBranch: 'main', head: '', headRef: '' },
};

type Parts = { readonly step?: object; readonly job?: object; readonly workflow?: object; readonly before?: readonly object[] };
type Wanted = { readonly options?: Partial<WorkflowOptions>; readonly run?: Partial<RunRequest> };

const CHOICE = { job: undefined, step: undefined, vars: {}, matrix: {}, inputs: {}, given: {}, question: 'plan' } as const;

/** Acts out a workflow of one job, its Tagboat step after those before it. */
async function act({ step, job, workflow, before = [] }: Parts, { options, run }: Wanted = {}) {
  const steps = [...before, { uses: 'tagboat/tagboat@v1', ...step }];
  const file = writeWorkflow({
    on: { push: {}, pull_request: {} },
    ...workflow,
    jobs: { image: { 'runs-on': 'ubuntu-latest', ...job, steps } },
  });
  const open = await openWorkflow({ ...CHOICE, file, ...options });
  return open(describeRun({ ...RUN, ...run }));
}

describe('an input is what GitHub makes of its text', () => {
  test.each([
    // text, value
    ['octo/app', 'octo/app'],
    ['ghcr.io/${{ github.repository }}', 'ghcr.io/octo/app'],
    ['${{ GitHub.Ref_Name }}', 'v1.2.3'],
    ["${{ format('{0}-{1}', env.ORG, matrix.os) }}", 'acme-linux'],
    ["${{ startsWith(github.ref, 'refs/tags/') && 'yes' || 'no' }}", 'yes'],
    ["${{ github.event.pull_request.number || '}}' }}", '}}'],
    ['${{ env.FULL }}', 'acme/app'],
    ['${{ fromJSON(\'["a","b"]\')[1] }}', 'b'],
    ['${{ vars.TEAM }}', 'blue'],
    ['${{ github.event.absent }}', ''],
    [true, 'true'],
    [8, '8'],
  ])('%j gives %j', async (images, expected) => {
    const parts = {
      workflow: { env: { ORG: 'example' } },
      job: { env: { ORG: 'acme' }, strategy: { matrix: { os: ['linux', 'mac'] } } },
      step: { env: { FULL: '${{ env.ORG }}/app' }, with: { images } },
    };
    const { inputs } = await act(parts, { options: { vars: { TEAM: 'blue' } } });
    expect(inputs.images).toBe(expected);
  });
});

describe('what only CI has', () => {
  test('a secret is never needed: a word stands in for it, and is named', async () => {
    const { inputs, simulation } = await act({
      step: { with: { images: '${{ secrets.HUB_USER }}/app', password: '${{ secrets.HUB_TOKEN }}', username: '${{ secrets.HUB_USER }}' } },
    });
    expect(inputs).toMatchObject({ images: 'secrets-hub-user/app', password: 'secrets-hub-token' });
    expect(simulation.standIns).toEqual([
      { expression: 'secrets.HUB_USER', value: 'secrets-hub-user', inputs: ['images', 'username'] },
      { expression: 'secrets.HUB_TOKEN', value: 'secrets-hub-token', inputs: ['password'] },
    ]);
  });

  test('a variable that names images has to be given; one that logs in has not', async () => {
    const step = { with: { images: '${{ vars.ORG }}/app', username: '${{ vars.USER }}', tags: '${{ steps.v.outputs.tag }}' } };
    await expect(act({ step })).rejects.toThrow(
      'job image, step 1, images: "vars.ORG" is not known on a desk; give --var ORG=… or --images.\n' +
        'job image, step 1, tags: "steps.v.outputs.tag" is not known on a desk; give --tags.',
    );
    const { inputs } = await act({ step }, { options: { vars: { ORG: 'octo' }, given: { tags: 'type=release' } } });
    expect(inputs).toMatchObject({ images: 'octo/app', tags: 'type=release', username: 'vars-user' });
  });

  test('what several inputs or lines need is told once, and all variables as they are given', async () => {
    const images = "${{ vars.HUB || 'docker.io' }}/${{ vars.ORG }}/a\n${{ vars.HUB || 'docker.io' }}/${{ vars.ORG }}/b";
    const step = { with: { images, registry: "${{ vars.HUB || 'docker.io' }}" } };
    await expect(act({ step })).rejects.toThrow(
      new ProblemError([
        {
          where: 'job image, step 1, images, registry',
          given: 'vars.HUB',
          wrong: 'is not known on a desk',
          accepted: 'give --var HUB=… or --images and --registry',
        },
        {
          where: 'job image, step 1, images',
          given: 'vars.ORG',
          wrong: 'is not known on a desk',
          accepted: 'give --var ORG=… or --images',
        },
        {
          where: 'job image, step 1',
          wrong: 'lacks variables that CI may have',
          accepted: 'add --var HUB= --var ORG= with their values, or as they stand here where the repository has none',
        },
      ]),
    );
    const { inputs } = await act({ step }, { options: { vars: { HUB: '', ORG: 'octo' } } });
    expect(inputs.registry).toBe('docker.io');
  });

  test('where only tags are asked for, a word stands in for it in the images, and not in the rules', async () => {
    const step = { with: { images: "${{ vars.HUB || 'docker.io' }}/${{ github.repository }}", registry: '${{ vars.HUB }}' } };
    const options = { question: 'tags' } as const;
    const run = { checkout: { ...RUN.checkout, repository: '' } };
    expect((await act({ step }, { options, run })).inputs).toMatchObject({ images: 'vars-hub/github-repository', registry: 'vars-hub' });
    await expect(act({ step: { with: { tags: '${{ vars.TAG }}' } } }, { options })).rejects.toThrow('tags: "vars.TAG" is not known');
  });

  test('a fork’s pull request gets no secret but the token', async () => {
    const payload = { number: 7, pull_request: { number: 7, head: { repo: { full_name: 'fork/app' } } } };
    const step = { with: { password: '${{ secrets.HUB }}', 'github-token': '${{ secrets.GITHUB_TOKEN }}' } };
    const { inputs } = await act({ step }, { run: { ref: '', payload } });
    expect(inputs).toEqual({ password: '', 'github-token': 'secrets-github-token' });
  });

  test('every expression that cannot be read is named with its place, and so is what else is wrong', async () => {
    const step = {
      env: { A: '${{ 1 + }}' },
      with: { tags: '${{ nope( }}\n${{ also( }}', labels: 'a=${{ github.ref', images: '${{ vars.A }}' },
    };
    const error = await act({ step }).catch((thrown: unknown) => thrown);
    const problems = error instanceof ProblemError ? error.problems : [];
    expect(problems.map(({ where, given }) => [where, given])).toEqual([
      ['job image, step 1, tags', '${{ nope( }}'],
      ['job image, step 1, tags', '${{ also( }}'],
      ['job image, step 1, labels', '${{ github.ref'],
      ['job image, step 1, images', 'vars.A'],
      ['job image, step 1', undefined],
      ['job image, step 1, env.A', "${{ env['A'] }}"],
    ]);
  });

  test('a name of the github context that does not exist is an error with the nearest one', async () => {
    await expect(act({ step: { with: { tags: '${{ github.reff }}', labels: 'a=${{ github.event.absent }}' } } })).rejects.toThrow(
      /^job image, step 1, tags: "github\.reff" does not exist, and is empty in CI; did you mean github\.ref\?$/,
    );
  });
});

describe('what the job does before and around it', () => {
  test('its login steps and its checkout are seen', async () => {
    const login = { uses: 'docker/login-action@v3', with: { registry: 'quay.io', password: '${{ secrets.QUAY }}' } };
    const { loggedIn, hasCheckout } = await act({ before: [{ uses: 'actions/checkout@v7' }, login, { uses: 'docker/login-action@v3' }] });
    expect([loggedIn.map(({ registry }) => registry), hasCheckout]).toEqual([['quay.io', 'docker.io'], true]);
  });

  test.each([
    // condition of the step, why CI does not come to it
    ["github.ref_type == 'tag'", undefined],
    ["${{ github.ref_type == 'branch' }}", "the step has if: ${{ github.ref_type == 'branch' }}"],
    ['always() && !failure()', undefined],
    ["needs.test.outputs.ok == 'yes'", undefined],
    ["secrets.NONE == ''", "the step has if: secrets.NONE == ''"],
  ])('if: %s', async (condition, expected) => {
    const { simulation } = await act({ step: { if: condition } });
    expect(simulation.skipped).toBe(expected);
  });

  test('an event the workflow does not run on is told', async () => {
    const { simulation } = await act({ workflow: { on: ['pull_request'] } });
    expect(simulation.skipped).toBe('the workflow does not run on push');
  });

  test('inputs of workflow_dispatch have their type and default', async () => {
    const inputs = { dry: { type: 'boolean', default: true }, name: { type: 'string' } };
    const workflow = { on: { workflow_dispatch: { inputs } } };
    const step = { with: { tags: "${{ inputs.dry && 'dry' || inputs.name }}" } };
    const run = { eventName: 'workflow_dispatch' };
    const plain = await act({ workflow, step }, { run });
    const given = await act({ workflow, step }, { run, options: { inputs: { dry: 'false', name: 'x' } } });
    expect([plain.inputs.tags, given.inputs.tags]).toEqual(['dry', 'x']);
  });
});

describe('the step', () => {
  const step = { uses: 'tagboat/tagboat@v1' };
  const jobs = {
    image: { 'runs-on': 'ubuntu-latest', steps: [{ run: 'true' }, { ...step, id: 'app' }, { ...step, name: 'Proxy' }] },
    docs: { 'runs-on': 'ubuntu-latest', steps: [{ uses: './' }] },
  };
  const open = (choice: Partial<WorkflowOptions>, all: object = jobs) =>
    openWorkflow({ ...CHOICE, file: writeWorkflow({ on: 'push', jobs: all }), ...choice });

  test.each([
    // choice, step
    [{ job: 'docs' }, 'job docs, step 1'],
    [{ step: 'app' }, 'job image, step 2'],
    [{ step: 'Proxy' }, 'job image, step 3'],
    [{ job: 'image', step: '3' }, 'job image, step 3'],
  ])('%j chooses %s', async (choice, expected) => {
    expect((await open(choice))(describeRun(RUN)).simulation.step).toBe(expected);
  });

  test.each([
    // choice, message
    [
      {},
      'has 3 Tagboat steps that could be meant; choose with --job and --step: --job image --step 2 (app); --job image --step 3 (Proxy); --job docs --step 1.',
    ],
    [
      { job: 'image' },
      'has 2 Tagboat steps that could be meant; choose with --job and --step: --job image --step 2 (app); --job image --step 3 (Proxy).',
    ],
    [{ job: 'imag' }, 'has no such Tagboat step; choose with --job and --step: --job image --step 2 (app);'],
  ])('%j is not enough', async (choice, message) => {
    await expect(open(choice)).rejects.toThrow(message);
  });

  test('a workflow without one is refused, and so is what is not a workflow', async () => {
    await expect(open({}, { image: { steps: [{ run: 'true' }] } })).rejects.toThrow('has no Tagboat step');
    await expect(open({}, {})).rejects.toThrow('has no jobs');
    await expect(open({ file: '/nowhere.yml' })).rejects.toThrow('--workflow: "/nowhere.yml" cannot be read');
  });
});
