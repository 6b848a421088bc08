import { describe, expect, test } from '@jest/globals';
import { parseChallenges } from '../../../src/registry/auth/challenge.ts';

describe('parseChallenges', () => {
  // header, challenges
  test.each([
    ['Basic realm="a b"', [{ scheme: 'basic', parameters: { realm: 'a b' } }]],
    ['BASIC Realm = plain', [{ scheme: 'basic', parameters: { realm: 'plain' } }]],
    [
      'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:a/b:pull,push"',
      [
        {
          scheme: 'bearer',
          parameters: { realm: 'https://auth.docker.io/token', service: 'registry.docker.io', scope: 'repository:a/b:pull,push' },
        },
      ],
    ],
    [
      'Bearer realm="x", Basic realm="y"',
      [
        { scheme: 'bearer', parameters: { realm: 'x' } },
        { scheme: 'basic', parameters: { realm: 'y' } },
      ],
    ],
    [
      'Negotiate, Basic realm="y"',
      [
        { scheme: 'negotiate', parameters: {} },
        { scheme: 'basic', parameters: { realm: 'y' } },
      ],
    ],
    ['Basic realm="say \\"hi\\""', [{ scheme: 'basic', parameters: { realm: 'say "hi"' } }]],
    ['Bearer realm="unfinished', [{ scheme: 'bearer', parameters: {} }]],
    ['', []],
    [', ,', []],
  ])('reads %s', (header, challenges) => {
    const wellFormed = parseChallenges(header).slice(0, challenges.length);
    expect(wellFormed).toEqual(challenges);
  });

  test('reads a header of any length in one pass', () => {
    parseChallenges(`Bearer ${'a="'.repeat(1_000_000)}`);
    parseChallenges(`Bearer realm="${'\\'.repeat(1_000_000)}`);
    // a second pass over what was read already would take hours
  });
});
