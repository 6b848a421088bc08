import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { installDockerSpy } from '../tools/docker-spy.ts';
import type { Fault, Rule } from '../tools/faults/rule.ts';
import { errorsOf, openSite, runStep } from '../tools/step.ts';

const site = await openSite();
const { lab } = site;
afterAll(site.close);

const reads = ['manifest-head', 'manifest-get'] as const;
const status = (code: number, name: string): Fault => ({ kind: 'status', status: code, code: name });
const onReads = (fault: Fault, times?: number): readonly Rule[] => [
  { name: 'base', match: { operation: reads }, fault, ...(times === undefined ? {} : { times }) },
];
const base = site.unique('base');

beforeAll(async () => {
  const { folder } = site.makeProject({ Dockerfile: `FROM busybox\nLABEL of=${base}\n` });
  await site.docker('buildx', 'build', '--quiet', '--builder=default', `--output=type=image,name=${lab.open}/${base}:1,push=true`, folder);
});

/** Runs a release whose base image lies behind a proxy with these rules; the engine has not got it yet. */
async function release(
  rules: readonly Rule[],
  { more = '', inputs = {} }: { more?: string; inputs?: Readonly<Record<string, string>> } = {},
) {
  const proxy = await site.openProxy({ rules });
  const spy = installDockerSpy(site.folder, site.machine);
  const project = site.makeProject({ Dockerfile: `FROM ${proxy.host}/${base}:1\nCOPY Dockerfile /D\n${more}` });
  const run = await runStep(site, project, {
    env: { ...spy.env, TAGBOAT_TEST_TIME_SCALE: '20' },
    inputs: { images: `${lab.open}/${site.unique('again')}`, tags: 'type=release', ...inputs },
  });
  const told = run.stdout.split('\n').filter((line) => line.startsWith('Trying the build again'));
  return { run, host: proxy.host, told, builds: spy.callsOf('buildx', 'build').length };
}

describe('The build is run again after', () => {
  test.each<[string, readonly Rule[], RegExp]>([
    ['503 twice to the manifest of a base image', onReads(status(503, 'UNAVAILABLE'), 2), /503 Service Unavailable/],
    ['429 ten times to the manifest of a base image', onReads(status(429, 'TOOMANYREQUESTS'), 10), /429 Too Many Requests/],
  ])('%s', async (_, rules, reason) => {
    const { run, host, told, builds } = await release(rules);
    expect([run.code, errorsOf(run), run.outputs.pushed]).toEqual([0, [], 'true']);
    expect(builds).toBeGreaterThan(1);
    expect(told).toHaveLength(builds - 1);
    for (const line of told) expect(line).toMatch(reason);
    for (const line of told) expect(line).toContain(host);
  });
});

test('503 for ever to the manifest of a base image', async () => {
  const { run, host, told, builds } = await release(onReads(status(503, 'UNAVAILABLE')));
  expect([run.code, builds, told.length]).toEqual([1, 4, 3]);
  expect(errorsOf(run)).toEqual([
    expect.stringMatching(new RegExp(`^Dockerfile:1: FROM ${host}/.*503 Service Unavailable \\(tried 4 times in \\d+ s\\)$`)),
  ]);
});

describe('The build is run once after', () => {
  test.each<[string, readonly Rule[], string | undefined, RegExp]>([
    ['401 to the manifest of a base image', onReads(status(401, 'UNAUTHORIZED')), undefined, /401 Unauthorized$/],
    ['a base image that is not there', onReads(status(404, 'MANIFEST_UNKNOWN')), undefined, /not found$/],
    ['a RUN that fails', [], 'RUN echo unexpected status code 503; exit 3\n', /ended with exit code 3\n/],
    ['a COPY of a file that is not there', [], 'COPY nothere /\n', /nothere is not in the build context/],
  ])('%s', async (_, rules, more, error) => {
    const { run, told, builds } = await release(rules, more === undefined ? {} : { more });
    expect([run.code, builds, told]).toEqual([1, 1, []]);
    expect(errorsOf(run)).toEqual([expect.stringMatching(error)]);
  });
});

test('The time limit ends the wait for a base image', async () => {
  const { run } = await release(onReads({ kind: 'hang' }), { inputs: { timeout: '4s' } });
  expect(run.code).toBe(1);
  expect(errorsOf(run)).toEqual([expect.stringContaining('the time limit of 4 s (timeout) is over')]);
});
