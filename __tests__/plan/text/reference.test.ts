import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { formatRepository, isTag, parseRepository, shortName } from '../../../src/plan/text/reference.ts';

type Row = {
  readonly ref: string;
  readonly valid: boolean;
  readonly refused?: string;
  readonly domain?: string;
  readonly path?: string;
  readonly tag?: string;
  readonly digest?: string;
};

/** Image references with the verdict of docker's own parser. */
const corpus = JSON.parse(readFileSync(new URL('../../fixtures/references.json', import.meta.url), 'utf8')) as readonly Row[];
const names = corpus.filter((row) => row.valid && row.tag === undefined && row.digest === undefined && row.refused === undefined);
/** Lowered on purpose where docker refuses: people write GHCR.io/Owner/App. */
const lowered = ['App', 'team/App'];
const refused = corpus.filter((row) => (!row.valid && !lowered.includes(row.ref)) || row.tag !== undefined || row.digest !== undefined);

describe('parseRepository', () => {
  test.each(names.map((row) => [row.ref, row.domain, row.path]))('reads %j as docker does: %s / %s', (ref, registry, path) => {
    expect(parseRepository(String(ref))).toEqual({ registry, path });
  });

  test.each(refused.map((row) => [row.ref]))('refuses %j as an image name', (ref) => {
    expect(() => parseRepository(String(ref))).toThrow(/^images: /);
  });

  test.each([
    // given, what the message must hold
    ['https://ghcr.io/owner/app', 'begins with a scheme; write "ghcr.io/owner/app"'],
    ['ghcr.io/owner/app:tag', 'holds a tag; a name without tag is wanted: "ghcr.io/owner/app"'],
    ['ghcr.io/owner/app,name=evil', 'is not an image name'],
    [`ghcr.io/${'a'.repeat(256)}`, 'is too long; at most 255 characters after the registry'],
    ['a'.repeat(64), 'looks like the id of an image'],
    ['Octo/App', 'has upper case letters, which docker takes for a registry; write "octo/app"'],
  ])('says how to mend %j', (given, message) => {
    expect(() => parseRepository(given)).toThrow(message);
  });

  test.each([
    // given, registry, path
    [`ghcr.io/${'a'.repeat(255)}`, 'ghcr.io', 'a'.repeat(255)],
    ['REG/app', 'REG', 'app'],
    ['a'.repeat(63), 'docker.io', `library/${'a'.repeat(63)}`],
  ])('reads %s as docker does', (given, registry, path) => {
    expect(parseRepository(given)).toEqual({ registry, path });
  });

  test('lowers the letters of a path, as metadata-action does', () => {
    expect(parseRepository('ghcr.io/Owner/App')).toEqual({ registry: 'ghcr.io', path: 'owner/app' });
  });
});

test.each([
  // given, full, short
  ['busybox', 'docker.io/library/busybox', 'busybox'],
  ['octo/app', 'docker.io/octo/app', 'octo/app'],
  ['ghcr.io/octo/app', 'ghcr.io/octo/app', 'ghcr.io/octo/app'],
  ['localhost:5000/app', 'localhost:5000/app', 'localhost:5000/app'],
])('%s is %s in full and %s for short', (given, full, short) => {
  const repository = parseRepository(given);
  expect([formatRepository(repository), shortName(repository)]).toEqual([full, short]);
});

test.each([
  // tag, valid
  ['1.2.3', true],
  ['_x', true],
  ['a'.repeat(128), true],
  ['a'.repeat(129), false],
  ['-x', false],
  ['.x', false],
  ['a b', false],
  ['', false],
])('whether %j is a tag: %s', (text, valid) => {
  expect(isTag(text)).toBe(valid);
});
