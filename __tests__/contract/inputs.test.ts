import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
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

describe('what the build would fail of is an error before anything runs', () => {
  const inputs = { images: 'a.test/app', tags: 'type=release' };
  const fail = async (given: Readonly<Record<string, string>>) => {
    const run = await stage().run({ inputs: { ...inputs, ...given } });
    expect([run.code, stage().docker.calls(), stage().visits]).toEqual([1, [], []]);
    return said(run, 'error');
  };

  test('no Dockerfile', async () => {
    rmSync(path.join(stage().folder, 'workspace/Dockerfile'));
    writeFileSync(path.join(stage().folder, 'workspace/other'), '');
    expect(await fail({})).toEqual([expect.stringMatching(/^file: is not given, and there is no Dockerfile in the working folder; /)]);
  });

  test('a stage and a platform that do not exist, together', async () => {
    writeFileSync(path.join(stage().folder, 'workspace/Dockerfile'), 'FROM scratch AS app\n');
    expect(await fail({ target: 'apq', platforms: 'linux/amd46,linux/arm64' })).toEqual([
      expect.stringMatching(/^platforms: "linux\/amd46" has no architecture that is known \(amd46\); did you mean amd64\?/),
      'target: "apq" is not a stage of Dockerfile; did you mean app? its stages are app.',
    ]);
  });
});

test('a dry run may be about names alone: it needs no Dockerfile', async () => {
  rmSync(path.join(stage().folder, 'workspace/Dockerfile'));
  writeFileSync(path.join(stage().folder, 'workspace/other'), '');
  const run = await stage().run({ inputs: { images: 'a.test/app', tags: 'type=release', 'dry-run': 'true' } });
  expect([run.code, said(run, 'warning')]).toEqual([0, []]);
});
