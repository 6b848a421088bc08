import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runWorkflow } from '../../runner/run.ts';
import type { ActionRun } from '../tools/action.ts';
import { ACTION, errorsOf, pushEvent, readImage, runStep, type StepOptions } from '../tools/step.ts';
import { FILES, inputsFor, open, run, site } from './bake-project.ts';

test('set names what each target’s image is called', async () => {
  const { outputs, ...ended } = await run({
    ...inputsFor(site.unique('named')),
    set: '*.args.VERSION=v{{meta.version}}\nweb.labels.com.example.tags={{meta.tags}} {{ .other }}',
    'dry-run': 'true',
  });
  expect(errorsOf(ended)).toEqual([]);
  const { build } = JSON.parse(outputs.plan ?? '') as Planned;
  const [base, web] = ['base', 'web'].map((name) => build.bake.targets.find((target) => target.name === name)?.source);
  expect([base?.args.VERSION, web?.args.VERSION]).toEqual(['v1.2.3', 'v1.2.3']);
  expect(web?.labels['com.example.tags']).toMatch(/web:1\.2\.3,.*web:edge.* \{\{ \.other \}\}$/);
});

type Texts = Readonly<Record<string, string>>;
type Planned = {
  readonly build: {
    readonly bake: {
      readonly targets: readonly { readonly name: string; readonly source: { readonly args: Texts; readonly labels: Texts } }[];
    };
  };
};

describe('a compose file', () => {
  const compose = `services:
  web:
    image: ${open}/\${NAME}/portal:\${CHANNEL:-dev}
    build: base
  redis:
    image: redis:7
`;
  const composed = site.makeProject({ ...FILES, 'compose.yaml': compose, 'half.yaml': `${compose}  worker:\n    build: api\n` });
  const runComposed = (inputs: StepOptions['inputs'], ref = 'refs/heads/main'): Promise<ActionRun> =>
    runStep(site, composed, { inputs, ref });

  test('names the image, and its tag where no rule does', async () => {
    const name = site.unique('compose');
    const done = await runComposed({ 'bake-files': 'compose.yaml', vars: `NAME=${name}\nCHANNEL=stable` });
    expect({ errors: errorsOf(done), tags: done.outputs.tags }).toEqual({ errors: [], tags: `${open}/${name}/portal:stable` });
    expect((await readImage(site, `${open}/${name}/portal:stable`)).digest).toBe(done.outputs.digest);
  });

  test('leaves the tag to rules', async () => {
    const name = site.unique('compose');
    const done = await runComposed({ 'bake-files': 'compose.yaml', vars: `NAME=${name}`, tags: 'type=release' }, 'refs/tags/v2.0.0');
    expect(done.outputs['tag-names']?.split('\n')).toEqual(['2.0.0', '2.0', '2', 'latest']);
  });

  test('with a service that has no image is refused', async () => {
    const refused = await runComposed({ 'bake-files': 'half.yaml', vars: 'NAME=x' });
    expect(errorsOf(refused)).toEqual([
      expect.stringMatching(/^targets: "worker" has neither an image nor an output, so nothing would come of it; name its image/),
    ]);
  });
});

test('the bake files that the step gives are read by bake, on top of a file that inherits from them', async () => {
  const file = 'target "docker-metadata-action" {}\ntarget "app" {\n  inherits = ["docker-metadata-action"]\n  context = "base"\n}\n';
  const workflow = `on: push
jobs:
  image:
    runs-on: ubuntu-latest
    steps:
      - id: meta
        uses: tagboat/tagboat@v1
        with:
          images: octo/app
          tags: type=release
          labels: com.example.note=a b
          dry-run: true
      - run: docker buildx bake --file=docker-bake.hcl --file='\${{ steps.meta.outputs.bake-file }}' --print app
`;
  const inheriting = site.makeProject({ 'docker-bake.hcl': file, 'base/Dockerfile': 'FROM busybox\n', 'workflow.yml': workflow });
  const done = await runWorkflow(path.join(inheriting.folder, 'workflow.yml'), {
    workspace: inheriting.folder,
    ref: 'refs/tags/v1.2.3',
    sha: inheriting.sha,
    event: pushEvent(inheriting, 'refs/tags/v1.2.3'),
    env: { ...process.env, ...site.machine },
    stubs: { 'tagboat/tagboat': ACTION },
  });
  for (const text of ['"octo/app:1.2.3"', '"octo/app:latest"', '"com.example.note": "a b"', '"DOCKER_META_VERSION": "1.2.3"'])
    expect(done.log).toContain(text);
});
