import { expect, test } from '@jest/globals';
import { said, stageStepForEachTest } from '../tools/stage-step.ts';

const stage = stageStepForEachTest();

const mistakes = {
  images: 'octo//app',
  tags: 'type=semvr,pattern={{version}}\ntype=raw,vaule=x\ntype=sha,enable=perhaps',
  flavor: 'latest=maybe',
  plattforms: 'linux/amd64',
  platforms: 'linux/amd65x!',
  'registry-auth': '- registry: ghcr.io\n  password: ahoy',
  secrets: 'no-equals-sign',
  push: 'perhaps',
  'no-cache': 'jein',
  timeout: 'soon',
  'pr-head-sha': 'yes',
};

test('all mistakes of all inputs are told at once, before docker and registries are asked', async () => {
  const registry = await stage().startRegistry('a.test');
  const run = await stage().run({
    inputs: { ...mistakes, images: `${mistakes.images}\n${registry.host}/octo/app` },
  });
  const { code, stdout, stderr, outputs, summary, post } = run;
  expect(stage().anonymous(stdout)).toMatchSnapshot();
  const annotated = said(run, 'error').map((error) => error.replace(/[:,] .*/s, ''));
  expect([...new Set(annotated)].sort()).toEqual(
    ['flavor', 'images', 'inputs', 'no-cache', 'platforms', 'pr-head-sha', 'push', 'registry-auth', 'secrets', 'tags', 'timeout'].sort(),
  );
  expect({ code, stderr, outputs, post: post?.code }).toEqual({ code: 1, stderr: '', outputs: { pushed: 'false' }, post: 0 });
  expect(summary).toContain('❌ failed');
  expect([stage().docker.calls(), stage().docker.engineRequests, stage().visits]).toEqual([[], [], []]);
});

// input       value
test.each([
  ['secrets', 'hunter2hunter2'],
  ['registry-auth', '- registry: a.test\n  username: ann\n  passwort: hunter2hunter2'],
  ['registry-auth', 'hunter2hunter2: ['],
])('a mistake in %s is told without showing %j', async (name, value) => {
  const { code, stdout, summary } = await stage().run({ inputs: { images: 'a.test/app', [name]: value } });
  expect(code).toBe(1);
  expect(stdout).toMatch(new RegExp(`^::error::${name}`, 'm'));
  expect(stdout + summary).not.toContain('hunter2');
});

test('two spellings of one platform are one, wherever the plan names platforms', async () => {
  const inputs = { images: 'a.test/app', platforms: 'linux/arm64,linux/arm64/v8', annotations: 'a=b', 'dry-run': 'true' };
  const { outputs } = await stage().run({ inputs });
  const { images, build } = JSON.parse(outputs.plan ?? '{}');
  expect([build.platforms, images[0].platforms]).toEqual([
    [{ os: 'linux', architecture: 'arm64' }],
    [{ os: 'linux', architecture: 'arm64' }],
  ]);
  expect([...new Set(images[0].naming.annotations.map(({ level }: { readonly level: string }) => level))]).toEqual(['manifest']);
});
