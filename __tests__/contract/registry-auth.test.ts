import { expect, test } from '@jest/globals';
import { said, stageStepForEachTest } from '../tools/stage-step.ts';

const stage = stageStepForEachTest();

// Passwords that stand without quotes in registry-auth. Of the first ones YAML would make something else; the others are texts.
test.each([
  ['*hunter2hunter2', 1],
  ['&hunter2hunter2', 1],
  ['#hunter2hunter2', 1],
  ['!hunter2hunter2', 1],
  ['@hunter2hunter2', 1],
  ['`hunter2hunter2', 1],
  ['%hunter2hunter2', 1],
  ['{"hunter2": "hunter2hunter2"}', 1],
  ['hunter2\n  hunter3: hunter4', 1],
  ['null', 0],
  ['0123', 0],
  ['2020-01-01', 0],
])('the password %s in registry-auth is neither lost nor shown', async (password, code) => {
  const { host } = await stage().startRegistry('a.test', { access: { kind: 'basic', username: 'ann', password } });
  const run = await stage().run({
    inputs: {
      images: `${host}/octo/app`,
      tags: 'type=release',
      'registry-auth': `- registry: ${host}\n  username: ann\n  password: ${password}\n`,
    },
  });
  expect(run.code).toBe(code);
  const shown = JSON.stringify([run.stdout.replaceAll(/^::add-mask::.*$/gm, ''), run.stderr, run.outputs, run.summary, run.state]);
  expect(shown).not.toContain('unter');
  if (code === 0) return;
  expect(said(run, 'error')).toEqual([expect.stringMatching(/^registry-auth, (line|entry) \d.*; write a list of .*in quotes/)]);
});
