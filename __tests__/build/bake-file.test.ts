import { describe, expect, test } from '@jest/globals';
import { makeBakeFile } from '../../src/build/bake-file.ts';
import { makeBuildPlan } from '../../src/plan/build-plan.ts';
import { makeContext } from '../../src/plan/naming/make-context.ts';
import { parseDefinition } from '../../src/plan/text/bake-definition.ts';
import type { JsonObject } from '../../src/plan/text/json.ts';
import { readInputs } from '../tools/inputs.ts';
import { makeFacts } from '../tools/naming.ts';

const IMPRINT = { labels: { a: 'ours ${x}' }, annotations: [{ level: 'index', platform: undefined, key: 'k', value: '%{v}' }] } as const;
const OUTPUT = 'type=image,name=127.0.0.1:1/candidate/0:run,push=true';

/** What becomes of the target `web` with these inputs. */
function make(source: JsonObject, given: Readonly<Record<string, string>> = {}, secrets: readonly string[] = []): JsonObject {
  const { targets } = parseDefinition({ target: { web: source } }, []);
  const inputs = readInputs(given);
  const build = makeBuildPlan({
    inputs: inputs.build,
    secretIds: [],
    context: makeContext(makeFacts('refs/heads/main')),
    hasCheckout: true,
  });
  const file = makeBakeFile(build, targets, {
    images: [{ target: 'web', name: 'o/web:1', imageMetadata: IMPRINT, outputs: [OUTPUT] }],
    secrets,
  });
  return (file.target as { readonly web: JsonObject }).web; // the one that was given
}

test('labels and annotations of ours are data beside those of the file, which stay templates', () => {
  expect(make({ labels: { a: 'theirs', b: '$${y}' }, annotations: ['manifest:c=d'] })).toMatchObject({
    labels: { a: 'ours $${x}', b: '$${y}' },
    annotations: ['manifest:c=d', 'index:k=%%{v}'],
  });
});

test('the image goes to us and to nobody else; files and archives stay', () => {
  const output = [{ type: 'registry' }, { type: 'image', push: 'true' }, { type: 'local', dest: 'out' }, { type: 'cacheonly' }];
  const web = make({ tags: ['o/web:1'], output });
  expect([web.output, web.tags]).toEqual([[{ type: 'local', dest: 'out' }, OUTPUT], undefined]);
});

test('an archive or an image in the engine is called as the image is, unless it says a name', () => {
  const output = [{ type: 'docker' }, { type: 'oci', dest: 'a.tar' }, { type: 'docker', name: 'o/own' }, { type: 'tar', dest: 'b.tar' }];
  expect(make({ tags: ['o/web:dev'], output }).output).toEqual([
    { type: 'docker', name: 'o/web:1' },
    { type: 'oci', dest: 'a.tar', name: 'o/web:1' },
    ...output.slice(2),
    OUTPUT,
  ]);
});

test('arguments of the inputs win over those of the file, and the commit’s time is that of the build', () => {
  const { args } = make({ args: { A: 'theirs', B: '$${b}' } }, { 'build-args': 'A=${ours}' });
  expect(args).toEqual({ SOURCE_DATE_EPOCH: '1705320550', A: '$${ours}', B: '$${b}' });
});

test.each([
  // the file's attestations, inputs, what is asked for
  [[], {}, []],
  [[], { provenance: 'mode=max', sbom: 'true' }, ['type=provenance,mode=max', 'type=sbom']],
  [[], { provenance: 'FALSE', sbom: 'True' }, ['type=provenance,disabled=true', 'type=sbom']],
  [[{ type: 'provenance', mode: 'min' }], {}, [{ type: 'provenance', mode: 'min' }]],
  [[{ type: 'provenance', mode: 'min' }, { type: 'sbom' }], { provenance: 'false' }, [{ type: 'sbom' }, 'type=provenance,disabled=true']],
])('attestations %j with %j', (attest, inputs, wanted) => {
  expect(make({ attest }, inputs).attest).toEqual(wanted);
});

test('platforms, secrets and ssh of the inputs are for every target', () => {
  const web = make({ platforms: ['linux/s390x'], secret: [{ id: 'own' }] }, { platforms: 'linux/arm64', ssh: 'default' }, ['id=a,env=A']);
  expect(web).toMatchObject({ platforms: ['linux/arm64'], secret: [{ id: 'own' }, 'id=a,env=A'], ssh: ['default'] });
});

describe('attestations that the inputs ask for reach a target without an image', () => {
  const SAID = { provenance: 'mode=max', sbom: 'true' };
  const ASKED = ['type=provenance,mode=max', 'type=sbom'];

  test.each<[string, JsonObject, Readonly<Record<string, string>>, JsonObject]>([
    // a target with               source                                            inputs   attest
    ['files', { output: [{ type: 'local', dest: 'out' }] }, SAID, { attest: ASKED }],
    ['an archive', { output: [{ type: 'oci', dest: 'a.tar' }] }, { attests: 'type=sbom' }, { attest: ['type=sbom'] }],
    [
      'its own',
      { output: [{ type: 'local', dest: 'o' }], attest: [{ type: 'sbom' }] },
      { sbom: 'false' },
      { attest: ['type=sbom,disabled=true'] },
    ],
    ['files, and nothing is asked', { output: [{ type: 'local', dest: 'out' }] }, {}, {}],
    ['no outputs, on which others build', {}, SAID, {}],
    ['nothing but its cache', { output: [{ type: 'cacheonly' }] }, SAID, {}],
  ])('with %s', (_, source, given, expected) => {
    const { targets } = parseDefinition({ target: { web: source } }, []);
    const inputs = readInputs(given).build;
    const build = makeBuildPlan({ inputs, secretIds: [], context: makeContext(makeFacts('refs/heads/main')), hasCheckout: true });
    const { web } = makeBakeFile(build, targets, { images: [], secrets: [] }).target as { readonly web: JsonObject };
    expect(web.attest).toEqual(expected.attest);
  });
});
