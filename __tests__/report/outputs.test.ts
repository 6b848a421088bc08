import { describe, expect, test } from '@jest/globals';
import { renderOutputs } from '../../src/report/outputs.ts';
import { DIGEST, IMAGES, PUBLISHED, reportOf } from '../tools/reports.ts';

const json = (text: string | undefined): unknown => JSON.parse(text ?? 'null');

describe('the outputs', () => {
  test('tell digest, platforms, sizes and references of what was read back', () => {
    const outputs = renderOutputs(reportOf());
    expect(outputs).toMatchObject({ digest: DIGEST, imageid: DIGEST, metadata: '{}', pushed: 'true' });
    expect(json(outputs.digests)).toEqual({ 'linux/amd64': IMAGES[0]?.digest, 'linux/arm64': IMAGES[1]?.digest });
    expect(json(outputs.sizes)).toEqual({ 'linux/amd64': 1_530_000, 'linux/arm64': 1_490_000 });
    expect(json(outputs.references)).toEqual({
      'docker.io': ['1.2.3', '1.2', 'latest'].map((tag) => `octo/app:${tag}@${DIGEST}`),
      'ghcr.io': ['1.2.3', '1.2', 'latest'].map((tag) => `ghcr.io/octo/app:${tag}@${DIGEST}`),
    });
    expect(json(outputs.results)).toEqual({ 'docker.io': 'published', 'ghcr.io': 'published' });
  });

  test('hold only what is known', () => {
    expect(renderOutputs(reportOf({ plan: undefined, images: [], outcome: undefined, metadata: '' }))).toEqual({
      pushed: 'false',
    });
  });

  test('call a registry by the worst of its repositories, and leave out tags that do not hold the digest', () => {
    const [first] = PUBLISHED;
    if (first === undefined) throw new Error('the fixture has two destinations');
    const failed = {
      ...first,
      repository: { registry: 'docker.io', path: 'octo/other' },
      state: 'failed' as const,
      reason: 'no',
      tags: [{ name: '1.2', state: 'put back' as const }],
    };
    const outputs = renderOutputs(reportOf({ outcome: { destinations: [first, failed] } }));
    expect(json(outputs.results)).toEqual({ 'docker.io': 'failed: docker.io/octo/other: no' });
    expect(outputs.references).not.toContain('octo/other');
  });

  test('say why a registry holds nothing of the image', () => {
    const [first] = PUBLISHED;
    if (first === undefined) throw new Error('the fixture has two destinations');
    const held = {
      ...first,
      state: 'held back' as const,
      reason: 'latest: holds 2.0.0',
      tags: [{ name: 'latest', state: 'skipped' as const }],
    };
    const outputs = renderOutputs(reportOf({ outcome: { destinations: [held] } }));
    expect(json(outputs.results)).toEqual({ 'docker.io': 'held back: latest: holds 2.0.0' });
    expect(outputs).toMatchObject({ pushed: 'false', references: '{"docker.io":[]}', digest: DIGEST });
  });
});
