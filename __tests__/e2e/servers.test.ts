import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readSignatures, sign } from '../faults/signature.ts';
import type { ActionRun } from '../tools/action.ts';
import { installDockerSpy } from '../tools/docker-spy.ts';
import type { FaultProxy } from '../tools/faults/start.ts';
import { startLab } from '../tools/lab.ts';
import { errorsOf, openSite, readImage, runStep } from '../tools/step.ts';

const { crane } = await startLab({ TAGBOAT_LAB_SERVERS: '1' });
const site = await openSite();
afterAll(site.close);

/** A server, how it answers where a blob is to be mounted, and another to which its releases are copied. */
type Pair = readonly [server: string, upstream: string, mount: 201 | 202, otherServer: string, otherUpstream: string];
const DISTRIBUTION = ['CNCF distribution 2.8', site.lab.open] as const;
const CRANE = ['crane registry serve', crane ?? ''] as const;
const PAIRS: readonly Pair[] =
  crane === undefined
    ? [[...DISTRIBUTION, 201, ...DISTRIBUTION]]
    : [
        [...DISTRIBUTION, 201, ...CRANE],
        [...CRANE, 202, ...DISTRIBUTION],
      ];

const TAGS = ['1.2.3', '1.2', '1', 'latest'];
const files = { Dockerfile: 'FROM busybox\nRUN uname -m >/machine\nCMD ["cat", "/machine"]\n' };
const common = { tags: 'type=release', platforms: 'linux/amd64,linux/arm64' };

describe.each(PAIRS)('%s', (_, upstream, mount, otherServer, otherUpstream) => {
  const name = site.unique('server');
  const second = `${name}-second`;
  const project = site.makeProject(files);
  let proxy: FaultProxy;
  let other: FaultProxy;
  let first: ActionRun;

  beforeAll(async () => {
    proxy = await site.openProxy({ upstream: `http://${upstream}` });
    other = await site.openProxy({ upstream: `http://${otherUpstream}` });
    first = await runStep(site, project, { inputs: { ...common, images: `${proxy.host}/${name}` } });
  });

  const held = (host: string, repository = name) =>
    Promise.all(TAGS.map(async (tag) => (await readImage(site, `${host}/${repository}:${tag}`)).digest));

  test('takes a release, which docker reads and runs', async () => {
    expect(errorsOf(first)).toEqual([]);
    expect(await held(upstream)).toEqual(TAGS.map(() => first.outputs.digest));
    const reference = `${upstream}/${name}@${first.outputs.digest}`;
    expect(await site.docker('run', '--rm', '--quiet', '--platform=linux/amd64', reference)).toBe('x86_64');
    expect(await site.docker('run', '--rm', '--quiet', '--platform=linux/arm64', reference)).toBe('aarch64');
    await site.docker('image', 'rm', '--force', reference);
  });

  test('takes nothing where the same release comes again', async () => {
    proxy.reset();
    const again = await runStep(site, project, { inputs: { ...common, images: `${proxy.host}/${name}` }, runAttempt: 2 });
    expect(JSON.parse(again.outputs.results ?? '')).toEqual({ [proxy.host]: 'unchanged' });
    expect(proxy.find({ operation: /manifest-put|blob-put/ })).toEqual([]);
  });

  test('takes a release in two repositories', async () => {
    proxy.reset();
    const images = [`${proxy.host}/${second}/a`, `${proxy.host}/${second}/b`];
    const run = await runStep(site, project, { inputs: { ...common, images: images.join('\n') } });
    expect(errorsOf(run)).toEqual([]);
    const mounts = proxy.find({ method: 'POST', path: /[?&]mount=/ }).map(({ status }) => status);
    expect(new Set(mounts)).toEqual(new Set([mount])); // where it is not mounted, it is sent
    for (const repository of ['a', 'b'])
      expect(await held(upstream, `${second}/${repository}`)).toEqual(TAGS.map(() => run.outputs.digest));
  });

  test(`gives a release and its signature to a registry that lacks them: ${otherServer}`, async () => {
    const spy = installDockerSpy(site.folder, site.machine);
    const signature = await sign(`${proxy.origin}/v2/${name}`, first.outputs.digest ?? '');
    const images = `${proxy.host}/${name}\n${other.host}/${name}-copy`;
    const run = await runStep(site, project, { inputs: { ...common, images }, env: spy.env });
    expect(errorsOf(run)).toEqual([]);
    expect(spy.callsOf('buildx', 'build')).toEqual([]);
    expect(JSON.parse(run.outputs.results ?? '')).toEqual({ [proxy.host]: 'unchanged', [other.host]: 'published' });
    expect(await held(otherUpstream, `${name}-copy`)).toEqual(TAGS.map(() => first.outputs.digest));
    expect(await readSignatures(`${other.origin}/v2/${name}-copy`, first.outputs.digest ?? '')).toEqual([signature]);
  });

  test('moves its floating tags to the next version', async () => {
    const next = await runStep(site, site.makeProject(files), {
      inputs: { ...common, images: `${proxy.host}/${name}` },
      ref: 'refs/tags/v1.2.4',
    });
    expect(errorsOf(next)).toEqual([]);
    expect(await held(upstream)).toEqual([first.outputs.digest, ...Array(3).fill(next.outputs.digest)]);
  });
});
