import { expect, test } from '@jest/globals';
import type { ActionRun } from '../tools/action.ts';
import type { TestRegistry } from '../tools/registry/start.ts';
import { RELEASE, said, stageStepForEachTest } from '../tools/stage-step.ts';

const stage = stageStepForEachTest();

const pushTo = (registry: TestRegistry, { ref, runNumber }: { readonly ref: string; readonly runNumber: number }): Promise<ActionRun> => {
  const sha = String(runNumber).repeat(40);
  const event = { ...RELEASE, ref, after: sha, head_commit: { id: sha, timestamp: `2026-01-0${runNumber}T00:00:00Z` } };
  return stage().run({ inputs: { images: `${registry.host}/octo/app`, tags: 'type=raw,value=k8s' }, event, runNumber });
};

test('P4: a tag that another ref takes is a notice, which says what it held', async () => {
  const registry = await stage().startRegistry('a.test');
  await pushTo(registry, { ref: 'refs/heads/main', runNumber: 1 });
  const second = await pushTo(registry, { ref: 'refs/heads/trial', runNumber: 2 });
  expect(said(second, 'notice').map(stage().anonymous)).toEqual([
    'k8s held an image of refs/heads/main, and nothing says which of the two is newer; it was moved in a.test/octo/app',
  ]);
  expect(registry.tags('octo/app')).toEqual({ k8s: second.outputs.digest });
});

test('P4: a run whose tags all hold something newer publishes nothing, and does not say it did', async () => {
  const registry = await stage().startRegistry('a.test');
  const newer = await pushTo(registry, { ref: 'refs/heads/main', runNumber: 2 });
  const older = await pushTo(registry, { ref: 'refs/heads/main', runNumber: 1 });
  const why = 'k8s: holds the image of run 2, and this is run 1';
  expect(older).toMatchObject({ code: 0, outputs: { pushed: 'false', results: JSON.stringify({ [registry.host]: `held back: ${why}` }) } });
  expect(said(older, 'notice').map(stage().anonymous)).toEqual([`Nothing was published in a.test/octo/app: ${why}`]);
  expect(older.stdout).toMatch(new RegExp(`^::group::Result: built in .* s, not published: ${why}$`, 'm'));
  expect(older.summary).toContain('### ⛵ main: built, not published');
  expect(older.summary).not.toContain('docker pull');
  expect(registry.tags('octo/app')).toEqual({ k8s: newer.outputs.digest });
});
