import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { openHarbour } from './harbour.ts';

jest.setTimeout(120_000);

const harbour = await openHarbour();
const { b, site } = harbour;
afterAll(harbour.close);

const project = site.makeProject({ Dockerfile: 'FROM busybox\nRUN echo $RANDOM >/random\n' });
const waiting = site.makeProject({ Dockerfile: 'FROM busybox\nRUN echo now waiting && sleep 60\n' });
const TAGS = ['1', '1.2', '1.2.3', 'latest'];

describe.each(['docker', 'docker-container'])('With BuildKit itself, by the %s driver:', (driver) => {
  // The stand-in for moby/buildkit in the lab is reached from the machine's network alone.
  const inputs = { driver, ...(driver === 'docker' ? {} : { 'driver-opts': 'network=host' }) };
  const options = { engine: 'real', project, inputs } as const;

  test('503, resets and lost replies are waited for, and the release is complete', async () => {
    const { errors, run, tags, met, openUploads } = await harbour.release({
      ...options,
      faults: [
        { match: { operation: 'upload-finish' }, times: 1, fault: { kind: 'reset', when: 'request', afterBytes: 100 } },
        { match: { operation: 'upload-finish' }, times: 1, fault: { kind: 'reset', when: 'reply' } },
        { match: { operation: 'manifest-put' }, times: 2, fault: { kind: 'status', status: 503, code: 'UNAVAILABLE' } },
      ],
    });
    expect(errors).toEqual([]);
    const held = Object.fromEntries(TAGS.map((tag) => [tag, run.outputs.digest]));
    expect({ tags, met, openUploads }).toEqual({ tags: { a: held, b: held }, met: 4, openUploads: 0 });
  });

  test('P1: a registry that takes no blob stops the release, and no tag moves anywhere', async () => {
    const fault = { kind: 'status', status: 413, code: 'SIZE_INVALID', message: 'too large' } as const;
    const { errors, tags, tagPuts, run } = await harbour.release({
      ...options,
      faults: [{ match: { operation: 'upload-finish' }, fault }],
    });
    expect(errors).toEqual([expect.stringMatching(/cannot push blob sha256:\w+: 413 SIZE_INVALID, too large/)]);
    expect({ tags, tagPuts, code: run.code }).toEqual({ tags: { a: {}, b: {} }, tagPuts: { a: [], b: [] }, code: 1 });
  });

  test('P3 and P5: what is left of a release is put back, and a run again heals it without a build', async () => {
    const fault = { kind: 'status', status: 403, code: 'DENIED', message: 'no' } as const;
    const first = await harbour.release({ ...options, faults: [{ match: { operation: 'manifest-put', reference: '^1.2.3$' }, fault }] });
    const { digest } = first.run.outputs;
    expect(first.tags).toEqual({ a: { '1.2.3': digest }, b: {} });
    const again = await harbour.release({ ...options, repository: first.repository });
    const held = Object.fromEntries(TAGS.map((tag) => [tag, digest]));
    expect(again).toMatchObject({ errors: [], tags: { a: held, b: held } });
    expect(again.run.stdout).not.toContain('docker buildx build');
  });

  test('P8: a cancelled build ends within five seconds and leaves nothing', async () => {
    const { run, errors, tagPuts } = await harbour.release({
      ...options,
      project: waiting,
      signals: [{ after: ' now waiting', signal: 'SIGINT' }],
    });
    expect(errors).toEqual(['cancelled by SIGINT']);
    expect(run).toMatchObject({ code: 1, orphans: [], post: { code: 0, leftovers: [], orphans: [] } });
    expect(tagPuts).toEqual({ a: [], b: [] });
    expect(run.afterSignalMs).toBeLessThan(5_000);
    expect(b.count({ operation: 'manifest-put' })).toBe(0);
  });
});
