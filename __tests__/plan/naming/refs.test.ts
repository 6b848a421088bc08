import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { loadLibraries } from '../../../src/facts/load-libraries.ts';
import { makeContext } from '../../../src/plan/naming/make-context.ts';
import { parseNaming } from '../../../src/plan/naming/make-naming.ts';
import { makeTagName } from '../../../src/plan/naming/tag-name.ts';
import { isTag } from '../../../src/plan/text/reference.ts';
import { readImages } from '../../tools/inputs.ts';
import { makeFacts, NO_INPUTS, tagsFor } from '../../tools/naming.ts';
import { makeRandom } from '../../tools/random.ts';

type Row = {
  readonly ref?: string;
  readonly make?: { readonly unit: string; readonly times: number; readonly then: string };
  readonly why: string;
  readonly gitValid: boolean;
};

const rows = (
  JSON.parse(readFileSync(new URL('../../fixtures/refs.json', import.meta.url), 'utf8')) as (Row & {
    metadataAction?: string;
    metadataActionValid?: boolean;
  })[]
) // written by us
  .map(({ ref, make, ...row }) => ({ ...row, ref: ref ?? (make === undefined ? '' : make.unit.repeat(make.times) + make.then) }));

describe('hostile refs', () => {
  test.each(rows.filter(({ gitValid }) => gitValid))(
    'a branch with $why gets one valid tag',
    async ({ ref, metadataAction, metadataActionValid }) => {
      const tags = await tagsFor({ ref: `refs/heads/${ref}`, tags: 'type=ref,event=branch' });
      expect(tags).toHaveLength(1);
      expect(tags.every(isTag)).toBe(true);
      if (metadataActionValid) expect(tags).toEqual([metadataAction]);
    },
  );

  test.each(rows.filter(({ gitValid }) => gitValid))('a git tag with $why gets valid tags', async ({ ref }) => {
    const tags = await tagsFor({
      ref: `refs/tags/${ref}`,
      tags: 'type=ref,event=tag\ntype=raw,value=x-{{tag}}\ntype=match,pattern=.*,prefix=m-\ntype=release',
    });
    expect(tags.every(isTag)).toBe(true);
  });
});

const LETTERS = [
  'a',
  'b',
  'A',
  '1',
  '0',
  '.',
  '-',
  '_',
  '/',
  '@',
  '+',
  '#',
  ' ',
  '\t',
  '\u0000',
  '\u001b',
  'é',
  'ö',
  '日',
  '🐳',
  '\u202e',
  '{{',
  '}}',
  '"',
  "'",
  '$',
  '%',
  ',',
  '=',
];

function makeRef(random: () => number): string {
  const length = random() < 0.05 ? 120 + Math.floor(random() * 60) : 1 + Math.floor(random() * 8);
  return Array.from({ length }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('');
}

describe('10,000 random refs', () => {
  const random = makeRandom(20_260_801);
  const refs = [...new Set(Array.from({ length: 14_000 }, () => makeRef(random)))].slice(0, 10_000);
  const names = refs.map((ref) => makeTagName(ref) ?? '');

  test('get valid tags, the same each time', () => {
    expect(refs).toHaveLength(10_000);
    expect(names.filter((name) => !isTag(name))).toEqual([]);
    expect(refs.map((ref) => makeTagName(ref))).toEqual(names);
  });

  test('share a tag only where plain replacement makes them equal', () => {
    const replaced = refs.map((ref) => ref.replace(/[^a-zA-Z0-9._-]+/g, '-'));
    const plainByName = new Map<string, string>();
    const collisions = names.filter((name, index) => {
      const plain = replaced[index] ?? '';
      const other = plainByName.get(name) ?? plain;
      plainByName.set(name, plain);
      return other !== plain;
    });
    expect(collisions).toEqual([]);
  });
});

describe('a plan of 1,000 refs', () => {
  test('names each of them', async () => {
    const tags =
      "type=semver,pattern={{version}}\ntype=semver,pattern={{major}}.{{minor}}\ntype=ref,event=branch\ntype=sha\ntype=raw,value={{branch}}-{{date 'YYYYMMDD'}}";
    const inputs = { ...NO_INPUTS, images: readImages(NO_INPUTS.images), tags };
    const name = parseNaming(inputs, await loadLibraries(inputs));
    const refs = Array.from({ length: 1000 }, (_, index) => (index % 2 === 0 ? `refs/tags/v1.${index}.0` : `refs/heads/feature/${index}`));
    const namings = refs.map((ref) => name(makeContext(makeFacts(ref))));
    expect(namings.filter((naming) => naming.tags.length >= 3)).toHaveLength(1000);
    expect(new Set(namings.map(({ version }) => version)).size).toBe(1000);
  });
});
