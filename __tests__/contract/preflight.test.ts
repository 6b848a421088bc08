import { expect, test } from '@jest/globals';
import { presets } from '../tools/faults/presets.ts';
import { startFaultProxy } from '../tools/faults/start.ts';
import { said, stageStepForEachTest } from '../tools/stage-step.ts';

const stage = stageStepForEachTest();

const ANN = { username: 'ann', password: 'open sesame' };

test('a registry that is down, a wrong password and a missing right are told at once, each with its hint, before the build', async () => {
  const wrong = await stage().startRegistry('wrong.test', { access: { kind: 'basic', ...ANN } });
  const drops = await stage().startRegistry('drops.test', { access: { kind: 'bearer', ...ANN, dropsPush: true } });
  const forbids = await stage().startRegistry('forbids.test', {
    fault: ({ operation }) => (operation === 'upload-start' ? { kind: 'reply', reply: DENIED } : undefined),
  });
  const down = await stage().startRegistry('down.test');
  await down.close();
  const run = await stage().run({
    inputs: {
      images: [wrong, drops, forbids, down].map(({ host }) => `${host}/octo/app`).join('\n'),
      tags: 'type=release',
      'registry-auth': JSON.stringify([
        { registry: wrong.host, ...ANN, password: 'shut sesame' },
        { registry: drops.host, ...ANN },
      ]),
    },
  });
  expect(stage().anonymous(said(run, 'error').join('\n'))).toMatchSnapshot();
  expect(run.code).toBe(1);
  expect(stage().docker.callsOf('buildx')).toEqual([]);
  expect(stage().visits.filter(({ entry }) => entry.method === 'PUT')).toEqual([]);
});

const DENIED = {
  status: 403,
  body: JSON.stringify({ errors: [{ code: 'DENIED', message: 'requested access to the resource is denied' }] }),
};

test('P2: an optional registry without the right to push is passed over, with a reason, and the others are published to', async () => {
  const good = await stage().startRegistry('good.test');
  const proxy = await startFaultProxy({ upstream: good.origin, rules: deny() });
  const run = await stage().run({
    inputs: {
      images: `${good.host}/octo/app\n${proxy.host}/octo/other`,
      tags: 'type=release',
      'optional-registries': proxy.host,
    },
  });
  await proxy.close();
  expect(run.code).toBe(0);
  const results = JSON.parse(run.outputs.results ?? '') as Record<string, string>;
  expect(results).toEqual({ [good.host]: 'published', [proxy.host]: expect.stringContaining('skipped: ') });
  expect(said(run, 'warning')).toEqual([expect.stringContaining(`${proxy.host}/octo/other: cannot prove the right to push: 403 DENIED`)]);
  expect(proxy.find({ operation: 'manifest-put' })).toEqual([]);
});

const deny = () => presets['push-denied']?.make().map((rule) => ({ ...rule, name: 'push-denied' })) ?? [];
