import { expect, test } from '@jest/globals';
import { stageStepForEachTest } from '../tools/stage-step.ts';

const stage = stageStepForEachTest();

test('a dry run prints the plan and asks neither docker nor a registry', async () => {
  const registry = await stage().startRegistry('a.test');
  const inputs = { images: `${registry.host}/octo/app`, tags: 'type=release\ntype=edge', 'dry-run': 'true' };
  const { code, stdout, outputs, summary, state, post } = await stage().run({ inputs });
  expect(code).toBe(0);
  expect(stage().anonymous(stdout)).toMatchSnapshot('log');
  expect(stage().anonymous(summary)).toMatchSnapshot('summary');
  expect(JSON.parse(outputs.plan ?? '')).toMatchObject({
    source: { ref: 'refs/tags/v1.2.3', event: 'push' },
    images: [
      {
        naming: { version: '1.2.3', tags: [{ name: '1.2.3', lifetime: 'fixed' }, { name: '1.2' }, { name: '1' }, { name: 'latest' }] },
        destinations: [{ optional: false }],
      },
    ],
    build: { context: '.' },
    push: { push: true },
  });
  expect(outputs).toMatchObject({ pushed: 'false', version: '1.2.3' });
  expect(Object.keys(outputs)).not.toEqual(expect.arrayContaining(['digest']));
  expect([stage().docker.calls(), stage().docker.engineRequests, stage().visits]).toEqual([[], [], []]);
  expect(Object.keys(state)).toEqual(['bakeFolder']);
  expect(post?.leftovers).toEqual([]);
});

test('a dry run works where there is no docker at all', async () => {
  const env = { PATH: '/nonexistent', DOCKER_HOST: 'unix:///nonexistent/docker.sock' };
  const { code } = await stage().run({ inputs: { images: 'ghcr.io/octo/app', 'dry-run': 'true' }, env });
  expect(code).toBe(0);
});
