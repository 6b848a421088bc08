import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ActionRun } from '../tools/action.ts';
import type { FaultProxy } from '../tools/faults/start.ts';
import { errorsOf, openSite, runStep } from '../tools/step.ts';

const site = await openSite();
const name = site.unique('cancelled');
afterAll(site.close);

// Two layers are ready to be sent when the signal comes, and the build would go on for a day.
const project = site.makeProject({ Dockerfile: `FROM busybox\nRUN echo ${name} >/file && echo now waiting && sleep 86400\n` });

let proxy: FaultProxy;
let run: ActionRun;
beforeAll(async () => {
  proxy = await site.openProxy();
  run = await runStep(site, project, {
    inputs: { images: `${proxy.host}/${name}`, tags: 'type=release', secrets: 'token=cancelled-secret' },
    signals: [{ after: ' now waiting', signal: 'SIGINT' }],
  });
});

test('a cancelled build ends long before its sleep of a day would, and says what ended it', () => {
  expect(run).toMatchObject({ code: 1, signal: undefined });
  expect(errorsOf(run)).toEqual(['cancelled by SIGINT']);
});

test('no manifest was put, and the registry holds nothing', async () => {
  expect(proxy.find({ operation: 'manifest-put' })).toEqual([]);
  expect(await fetch(`${proxy.origin}/v2/${name}/tags/list`)).toMatchObject({ status: 404 });
});

test('what is known is told', () => {
  expect(run.outputs).toMatchObject({ pushed: 'false', version: '1.2.3', plan: expect.stringContaining('1.2.3') });
  expect(run.summary).toContain('cancelled by SIGINT');
});

test('no process, no file and no port is left', () => {
  expect(run).toMatchObject({ orphans: [], post: { code: 0, leftovers: [], orphans: [] } });
  expect(run.leftovers.filter((file) => !file.startsWith('tagboat-bake-'))).toEqual([]);
});
