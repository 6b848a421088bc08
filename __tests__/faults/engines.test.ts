import { afterAll, describe, expect, test } from '@jest/globals';
import { expectNothingPublished } from './expectations.ts';
import { openRegistryPair } from './registry-pair.ts';

const pair = await openRegistryPair();
const { b, site } = pair;
afterAll(pair.close);

const project = site.makeProject({ Dockerfile: 'FROM busybox\nRUN echo $RANDOM >/random\n' });
const waiting = site.makeProject({ Dockerfile: 'FROM busybox\nRUN echo now waiting && sleep 60\n' });
const older = site.makeProject({ Dockerfile: 'FROM busybox\nRUN echo older >/random\n' });
const allOf = (digest = '', version: string) => ({ '1': digest, '1.2': digest, [version]: digest, latest: digest });
const status = (code: number, name: string) => ({ kind: 'status', status: code, code: name, message: 'injected' }) as const;

describe.each(['docker', 'docker-container'])('With BuildKit itself, by the %s driver:', (driver) => {
  // The stand-in for moby/buildkit in the lab is reached from the machine's network alone.
  const inputs = { driver, ...(driver === 'docker' ? {} : { 'driver-opts': 'network=host' }) };
  const options = { engine: 'real', project, inputs } as const;

  test('P1 and P10: a registry that takes no blob stops the release, one error says why, and no tag moves anywhere', async () => {
    const release = await pair.release({
      ...options,
      faults: [{ match: { operation: 'upload-finish' }, fault: status(413, 'SIZE_INVALID') }],
    });
    const error = `${b.host}/${release.repository}: cannot push blob sha256:`;
    expectNothingPublished(release, [error, ': 413 SIZE_INVALID, injected; raise the size limit of the registry']);
  });

  test('P7, P3 and P9: faults that pass are waited for; a tag that was not moved is seen, and the others go back', async () => {
    const first = await pair.release({
      ...options,
      ref: 'refs/tags/v1.2.2',
      faults: [
        { match: { operation: 'upload-finish' }, times: 1, fault: { kind: 'reset', when: 'request', afterBytes: 100 } },
        { match: { operation: 'upload-finish' }, times: 1, fault: { kind: 'reset', when: 'reply' } },
        { match: { operation: 'manifest-put' }, times: 2, fault: status(503, 'UNAVAILABLE') },
      ],
    });
    const old = allOf(first.run.outputs.digest, '1.2.2');
    expect(first).toMatchObject({ errors: [], tags: { a: old, b: old }, met: 4, openUploads: 0 });

    const faults = [{ match: { operation: 'manifest-put', reference: '^latest$' }, fault: { kind: 'swallow' } }] as const;
    const next = await pair.release({ ...options, repository: first.repository, faults });
    const held = { ...old, '1.2.3': next.run.outputs.digest };
    expect(next.errors).toEqual([expect.stringContaining('latest was accepted by the registry and is not there when read back')]);
    expect(next).toMatchObject({ run: { code: 1 }, tags: { a: held, b: held } });
    expect(next.run.stdout).toMatch(/published at this moment: \S+ 1\.2\.3; \S+ 1\.2\.3\n/);
  });

  test('P2, P5, P6 and P4: an optional registry may fail, a run again heals it, a third changes nothing, and an old line leaves latest', async () => {
    const first = await pair.release({
      ...options,
      inputs: { ...inputs, 'optional-registries': b.host },
      faults: [{ match: { operation: 'manifest-put' }, fault: status(403, 'DENIED') }],
    });
    const { repository } = first;
    const held = allOf(first.run.outputs.digest, '1.2.3');
    expect(first).toMatchObject({
      errors: [],
      run: { code: 0 },
      tags: { a: held, b: {} },
      results: { b: expect.stringMatching(/^skipped: /) },
    });

    const again = await pair.release({ ...options, repository });
    expect(again).toMatchObject({ errors: [], tags: { a: held, b: held } });
    expect(again.run.stdout).not.toContain('docker buildx build');

    const third = await pair.release({ ...options, repository });
    expect(third).toMatchObject({ errors: [], tagPuts: { a: [], b: [] }, results: { a: 'unchanged', b: 'unchanged' } });

    const patch = await pair.release({ ...options, repository, project: older, ref: 'refs/tags/v1.1.9' });
    const { digest } = patch.run.outputs;
    expect(patch).toMatchObject({ errors: [], tags: { a: { ...held, '1.1.9': digest, '1.1': digest }, b: { latest: held.latest } } });
    expect(patch.run.stdout).toMatch(/skipped +127\.0\.0\.1:\d+\/\S+:latest +.*1\.2\.3/);
  });

  test('P8: a cancelled build ends and leaves nothing', async () => {
    const { run, errors, tagPuts } = await pair.release({
      ...options,
      project: waiting,
      signals: [{ after: ' now waiting', signal: 'SIGINT' }],
    });
    expect(errors).toEqual(['cancelled by SIGINT']);
    expect(run).toMatchObject({ code: 1, orphans: [], post: { code: 0, leftovers: [], orphans: [] } });
    expect(tagPuts).toEqual({ a: [], b: [] });
    expect(b.count({ operation: 'manifest-put' })).toBe(0);
  });
});
