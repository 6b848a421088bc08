import { describe, expect, test } from '@jest/globals';
import { makeBuildPlan } from '../../../src/plan/build-plan.ts';
import { askedAttestations, attestedTwice, isTrue } from '../../../src/plan/inputs/attestations.ts';
import { makeContext } from '../../../src/plan/naming/make-context.ts';
import { readInputs } from '../../tools/inputs.ts';
import { makeFacts } from '../../tools/naming.ts';

const context = makeContext(makeFacts('refs/heads/main'));
const URL = 'https://ci.test/octo/app/actions/runs/7/attempts/1';
const run = { ...context.run, serverUrl: 'https://ci.test', id: '7', attempt: '1' };
const repository = { ...context.repository, fullName: 'octo/app' };

/** What buildx is asked for, for a build of a repository that is private or public, or on a desk. */
function ask(given: Readonly<Record<string, string>>, { isPrivate = false, locally = false, off = '' } = {}) {
  const plan = makeBuildPlan({
    inputs: readInputs(given).build,
    secretIds: [],
    context: { ...context, repository: { ...repository, private: isPrivate }, run: locally ? { ...run, id: '' } : run },
    hasCheckout: true,
    noDefaultAttestations: off,
  });
  return askedAttestations(plan);
}

describe('every provenance names the run as its builder', () => {
  test.each([
    // given                                    asked for
    ['', `mode=max,builder-id=${URL}`],
    ['true', `builder-id=${URL}`],
    ['mode=max', `mode=max,builder-id=${URL}`],
    ['mode=min,inline-only=true', `mode=min,inline-only=true,builder-id=${URL}`],
    ['builder-id=mine', 'builder-id=mine'],
    ['mode=max,builder-id=mine', 'mode=max,builder-id=mine'],
    ['disabled=true', 'disabled=true'],
    ['false', 'false'],
  ])('provenance: %s', (provenance, asked) => {
    expect(ask({ provenance })).toEqual({ attests: [], provenance: asked, sbom: '' });
  });

  test('of a private repository it has buildx’s own default mode', () => {
    expect(ask({}, { isPrivate: true }).provenance).toBe(`mode=min,inline-only=true,builder-id=${URL}`);
  });

  test('also one that attests asks for, and then there is no other', () => {
    expect(ask({ attests: 'type=provenance,mode=max\ntype=sbom' })).toEqual({
      attests: [`type=provenance,mode=max,builder-id=${URL}`, 'type=sbom'],
      provenance: '',
      sbom: '',
    });
  });

  test('but not where there is no run', () => {
    expect(ask({}, { locally: true }).provenance).toBe('');
    expect(ask({ provenance: 'mode=max' }, { locally: true }).provenance).toBe('mode=max');
  });
});

test.each([
  // BUILDX_NO_DEFAULT_ATTESTATIONS, provenance, asked for
  ['1', '', ''],
  ['true', '', ''],
  ['0', '', `mode=max,builder-id=${URL}`],
  ['1', 'true', `builder-id=${URL}`],
])('BUILDX_NO_DEFAULT_ATTESTATIONS=%s with provenance: "%s" asks for "%s"', (off, provenance, asked) => {
  expect(ask({ provenance }, { off }).provenance).toBe(asked);
});

test('a run’s URL is not a part of the build’s definition', () => {
  expect(readInputs({ attests: 'type=provenance' }).build.attests).toEqual(['type=provenance']);
});

test('an attestation that two inputs ask for is a mistake', () => {
  expect(attestedTwice({ provenance: 'true', sbom: 'true', attests: ['type=provenance,mode=max'] })).toEqual([
    { where: 'provenance', wrong: 'is given here and by attests (type=provenance)', accepted: 'leave one of the two out' },
  ]);
});

test.each(['1', 't', 'T', 'TRUE', 'true', 'True', ' 1 '])('%j is true for Go', (text) => expect(isTrue(text)).toBe(true));
test.each([undefined, '', '0', 'false', 'yes', 'on'])('%j is not', (text) => expect(isTrue(text)).toBe(false));
