import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { installDockerSpy } from '../tools/docker-spy.ts';
import { errorsOf, openSite, runStep } from '../tools/step.ts';

const site = await openSite();
const { lab } = site;
afterAll(site.close);

const project = site.makeProject({ Dockerfile: 'FROM busybox\nRUN echo trust >/file\n' });
const pullRequest = {
  number: 7,
  pull_request: {
    number: 7,
    head: { ref: 'mine', sha: project.sha, repo: { full_name: 'stranger/demo' } },
    base: { ref: 'main', repo: { full_name: 'octo/demo' } },
  },
  repository: { full_name: 'octo/demo', name: 'demo', default_branch: 'main' },
};

describe('a pull request from a fork', () => {
  test('is built and not published, which is said once, and the registries are not touched', async () => {
    const proxy = await site.openProxy();
    const images = [proxy.host, lab.tls].map((registry) => `${registry}/${site.unique('fork')}`).join('\n');
    const run = await runStep(site, project, { inputs: { images, tags: 'type=release' }, event: pullRequest, ref: 'refs/pull/7/merge' });
    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ digest: expect.stringMatching(/^sha256:/), pushed: 'false', version: 'pr-7' });
    const said = run.commands.filter(({ name }) => ['notice', 'warning', 'error'].includes(name)).map(({ value }) => value);
    expect(said).toEqual([expect.stringContaining('this is a pull request from a fork')]);
    expect(run.summary).toContain('not published (this is a pull request from a fork)');
    expect(proxy.journal).toEqual([]);
  });
});

describe('a trusted event without credentials', () => {
  const inputs = { images: `${lab.tls}/${site.unique('trusted')}`, tags: 'type=release' };

  test('is built and not published with push: auto, and names the registry', async () => {
    const run = await runStep(site, project, { inputs });
    expect(run.code).toBe(0);
    expect(run.stdout).toContain(`there are no credentials for ${lab.tls}`);
    expect(run.outputs.pushed).toBe('false');
  });

  test('fails before the build with push: true', async () => {
    const spy = installDockerSpy(site.folder, site.machine);
    const run = await runStep(site, project, { inputs: { ...inputs, push: 'true' }, env: spy.env });
    expect(run.code).toBe(1);
    expect(errorsOf(run)).toEqual([expect.stringContaining(lab.tls)]);
    expect(spy.callsOf('buildx', 'build')).toEqual([]);
  });
});

describe('a dry run', () => {
  test('prints the plan without docker on PATH and without a network', async () => {
    // bash and not sh, which drops variables such as INPUT_DRY-RUN
    const alone = path.join(site.folder, 'alone');
    writeFileSync(alone, `#!/bin/bash\nexec /usr/bin/unshare --net --map-root-user '${process.execPath}' "$@"\n`, { mode: 0o755 });
    const images = `${lab.open}/e2e/dry\nghcr.io/octo/app`;
    const run = await runStep(site, project, {
      node: alone,
      env: { PATH: '/nowhere', DOCKER_HOST: '', DOCKER_CONFIG: '/nowhere' },
      token: 'ghs_0123456789',
      inputs: { images, tags: 'type=release', platforms: 'linux/amd64,linux/arm64', 'dry-run': 'true' },
    });
    expect(errorsOf(run)).toEqual([]);
    expect(run).toMatchObject({ code: 0, post: { code: 0, leftovers: [] } });
    expect(run.outputs).toMatchObject({ version: '1.2.3', pushed: 'false' });
    expect(JSON.parse(run.outputs.plan ?? '').images[0].naming.tags.map(({ name }: { name: string }) => name)).toEqual([
      '1.2.3',
      '1.2',
      '1',
      'latest',
    ]);
    for (const text of ['1.2.3', 'latest', 'ghcr.io/octo/app', 'linux/arm64']) expect(run.stdout).toContain(text);
  });
});
