import { afterAll, expect, test } from '@jest/globals';
import { errorsOf, openSite, runStep } from '../tools/step.ts';

const site = await openSite();
const { open } = site.lab;
afterAll(site.close);

const project = site.makeProject({
  Dockerfile: 'FROM busybox\nARG GREETING\nARG NAME\nENV GREETING=$GREETING NAME=$NAME\n',
  'defaults.env': '# what the portal says\nGREETING="hello" $(id)\nNAME=nobody\n',
});

test('build arguments come from an env file as they stand, and build-args win over it', async () => {
  const name = site.unique('build-args');
  const inputs = { images: `${open}/${name}`, tags: 'type=release', 'build-args-file': 'defaults.env', 'build-args': 'NAME=Ann' };
  const run = await runStep(site, project, { inputs });
  expect(run).toMatchObject({ code: 0, outputs: { pushed: 'true' } });
  const env = await site.docker('buildx', 'imagetools', 'inspect', `${open}/${name}:1.2.3`, '--format={{json .Image.Config.Env}}');
  expect(JSON.parse(env)).toEqual(expect.arrayContaining(['GREETING="hello" $(id)', 'NAME=Ann']));
});

test('an env file with the value of a secret, and one that is not there, are told before anything runs', async () => {
  const inputs = { images: `${open}/${site.unique('build-args')}`, tags: 'type=release' };
  const leaking = await runStep(site, project, { inputs: { ...inputs, 'build-args-file': 'defaults.env', secrets: 'name=nobody' } });
  expect(errorsOf(leaking)).toEqual([expect.stringMatching('"NAME" has the value of a secret')]);
  const missing = await runStep(site, project, { inputs: { ...inputs, 'build-args-file': 'default.env', push: 'perhaps' } });
  expect(errorsOf(missing)).toEqual([
    expect.stringMatching('build-args-file: "default.env" is not there'),
    expect.stringMatching('push: "perhaps"'),
  ]);
});
