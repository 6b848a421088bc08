import { expect, test } from '@jest/globals';
import { buildExports, laterExports, ownOutputs } from '../../src/build/exports.ts';
import type { ProcessResult } from '../../src/host/process.ts';
import { type BuildPlan, makeBuildPlan } from '../../src/plan/build-plan.ts';
import { makeContext } from '../../src/plan/naming/make-context.ts';
import { readInputs } from '../tools/inputs.ts';
import { makeFacts } from '../tools/naming.ts';

const builder = { name: 'default', driver: 'docker', delivery: 'push', created: false, reason: '' } as const;

const patience = { now: () => 0, random: () => 0, sleep: () => Promise.resolve(), tell: () => undefined };

function plan(given: Readonly<Record<string, string>>): BuildPlan {
  const { build } = readInputs(given);
  return makeBuildPlan({ inputs: build, secretIds: [], context: makeContext(makeFacts('refs/heads/main')), hasCheckout: true });
}

/** Runs the exports of other stages, and gives each call's arguments. */
async function runStages(build: BuildPlan, code = 0): Promise<readonly (readonly string[])[]> {
  const calls: (readonly string[])[] = [];
  const run = (args: readonly string[]): Promise<ProcessResult> => {
    calls.push(args);
    return Promise.resolve({ code, signal: undefined, stdout: '', stderr: 'ERROR: target stage "x" could not be found\n' });
  };
  await buildExports(
    {
      build,
      name: 'o/app:1',
      imageMetadata: { labels: { a: 'b' }, annotations: [] },
      builder,
      secrets: ['id=a,env=A'],
      run,
      isIsolated: false,
      patience,
    },
    laterExports(build),
  );
  return calls;
}

const exports = 'type=local,dest=a\ntarget=production,type=tar,dest=b\ntarget=builder,type=local,dest=c\ntarget=builder,type=tar,dest=d';

test('the published stage is exported by its own build, with or without its name', () => {
  expect(ownOutputs(plan({ exports, target: 'production' }), 'o/app:1')).toEqual(['type=local,dest=a', 'type=tar,dest=b']);
  expect(ownOutputs(plan({ exports }), 'o/app:1')).toEqual(['type=local,dest=a']);
});

test.each([
  // export of the published stage, --output
  ['type=docker', 'type=docker,name=o/app:1'],
  ['type=oci,dest=a.tar', 'type=oci,dest=a.tar,name=o/app:1'],
  ['type=image', 'type=image,name=o/app:1'],
  ['type=docker,name=o/own', 'type=docker,name=o/own'],
  ['type=docker,"name=o/own:1,o/own:2"', 'type=docker,"name=o/own:1,o/own:2"'],
  ['type=tar,dest=a', 'type=tar,dest=a'],
])('%s is called as the image is, unless it says a name', (line, output) => {
  expect(ownOutputs(plan({ exports: line }), 'o/app:1')).toEqual([output]);
});

test('an export of another stage takes a build, from the same sources and by the same cache', async () => {
  const inputs = { exports, target: 'production', 'build-args': 'A=1', 'no-cache': 'true', provenance: 'mode=max', 'cache-to': 'type=gha' };
  const [first, second] = await runStages(plan(inputs));
  expect(second).toEqual(expect.arrayContaining(['--target=builder', '--output=type=tar,dest=d']));
  expect(first).toEqual([
    'buildx',
    'build',
    '--builder=default',
    '--target=builder',
    '--build-arg=A=1',
    '--secret=id=a,env=A',
    '--provenance=false',
    '--output=type=local,dest=c',
    '--',
    '.',
  ]);
});

test('a layout takes a build too, and is the published image with labels and attestations', async () => {
  const [args] = await runStages(plan({ exports: 'type=oci,tar=false,dest=a', target: 'production', provenance: 'mode=max' }));
  expect(args).toEqual(
    expect.arrayContaining([
      '--target=production',
      '--label=a=b',
      '--provenance=mode=max',
      '--output=type=oci,tar=false,dest=a,name=o/app:1',
    ]),
  );
});

test('nothing is run where no other stage is exported', async () => {
  expect(await runStages(plan({ exports: 'type=local,dest=a' }))).toEqual([]);
});

test('a stage that cannot be built is an error', async () => {
  await expect(runStages(plan({ exports: 'target=x,type=cacheonly' }), 1)).rejects.toThrow('target stage "x" could not be found');
});
