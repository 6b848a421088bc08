import { expect, test } from '@jest/globals';
import { said, stageStepForEachTest } from '../tools/stage-step.ts';

const stage = stageStepForEachTest();

/** Makes requests that never tell anything and keep no process: what a bug, or an event of Node that nothing listens to, would look like. */
const DEAD_REQUESTS = `
  import http from 'node:http';
  import { EventEmitter } from 'node:events';
  import { syncBuiltinESMExports } from 'node:module';
  http.request = () => Object.assign(new EventEmitter(), { setTimeout() {}, write() {}, end() {}, destroy() {} });
  syncBuiltinESMExports();
`;

test('P9: a run that waits for something that never happens fails with an error, its outputs and its summary', async () => {
  const preload = `--import=data:text/javascript,${encodeURIComponent(DEAD_REQUESTS)}`;
  const run = await stage().release({ env: { NODE_OPTIONS: preload } });
  expect(said(run, 'error').join('\n')).toContain('the run waits for something that will never happen: this is a bug of Tagboat');
  expect(run).toMatchObject({ code: 1, orphans: [] });
  expect(run.outputs).toMatchObject({ pushed: 'false', version: '1.2.3', plan: expect.stringContaining('v1.2.3') });
  expect(run.summary).toContain('v1.2.3');
  expect(run.post?.leftovers.filter((file) => !file.includes('bake'))).toEqual([]);
});
