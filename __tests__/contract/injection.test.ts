import { expect, test } from '@jest/globals';
import { asObject } from '../../src/plan/text/json.ts';
import type { ActionOptions, ActionProcess } from '../tools/action.ts';
import { RELEASE, said, stageStepForEachTest } from '../tools/stage-step.ts';

const stage = stageStepForEachTest();

const LINE = '::error::owned%0A::set-output name=digest::owned';
const LINES =
  'x\n::error::owned\r\n##[error]owned\n\u001b[31m::add-mask::owned\r::stop-commands::owned\u2028::warning::owned\u0085::notice::owned';

/** Commands that only the step itself gives. Foreign text may be in them, but not at their beginning. */
const OWN = ['add-mask', 'group', 'endgroup', 'stop-commands', 'resume-commands', 'error', 'warning', 'notice'];

/** What the runner would take for a command, in either of its two notations, although it comes from elsewhere. */
function foreignCommands({ stdout, stderr, commands }: ActionProcess): readonly unknown[] {
  const named = commands.filter(({ name, value }) => !OWN.includes(name) || value.startsWith('owned'));
  const old = withoutDockerOutput(stdout + stderr)
    .split(/[\n\r\u2028]/)
    .filter((line) => /^\s*##\[/.test(line));
  return [...named, ...old];
}

/** Between these two lines the runner hears nothing but the second. */
function withoutDockerOutput(log: string): string {
  return log.replaceAll(/^::stop-commands::(\S+)$.*?^::\1::$/gms, '');
}

// what                           options                                                            exit code
test.each<[string, Partial<ActionOptions>, number]>([
  ['a branch', { event: { ...RELEASE, ref: `refs/heads/${LINE}` } }, 0],
  ['a label', { inputs: { labels: `a=${LINE}\n"b=${LINES}"` } }, 0],
  ['a build argument', { inputs: { 'build-args': `A=${LINE}` } }, 0],
  ['a target', { inputs: { target: LINES } }, 1],
  ['a file’s name, which docker prints,', { inputs: { context: 'https://git.test/app.git', file: LINES } }, 0],
  ['a rule', { inputs: { tags: `type=${LINE}` } }, 1],
  ['an image name', { inputs: { images: LINES } }, 1],
  ['a choice', { inputs: { push: LINES } }, 1],
  ['a repository’s description', { event: { ...RELEASE, repository: { ...asObject(RELEASE.repository), description: LINES } } }, 0],
])('%s gives the runner no command', async (_, options, code) => {
  const run = await stage().release(options);
  expect(foreignCommands(run)).toEqual([]);
  expect(run.code).toBe(code);
  expect(JSON.stringify([run.stdout, run.outputs])).toContain('owned'); // it did get that far
  expect(withoutDockerOutput(run.stdout) + run.summary).not.toContain('\u001b');
  expect(run.summary).not.toMatch(/^(::|##\[)/m);
});

test('a registry’s error message gives the runner no command', async () => {
  const body = JSON.stringify({ errors: [{ code: 'DENIED', message: LINES }] });
  const registry = await stage().startRegistry('b.test', {
    fault: ({ operation }) => (operation === 'upload-start' ? { kind: 'reply', reply: { status: 403, body } } : undefined),
  });
  const run = await stage().run({ inputs: { images: `${registry.host}/octo/app`, tags: 'type=release' } });
  expect(foreignCommands(run)).toEqual([]);
  const [error = ''] = said(run, 'error').map(stage().anonymous);
  expect(error).toMatch(/^b\.test\/octo\/app: cannot prove the right to push: 403 DENIED, x .*owned/);
  expect(error.split('\n')).toHaveLength(1);
  expect(run.stdout + run.summary).not.toContain('\u001b');
});
