import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import { makeBakeFiles, renderMetadataOutputs } from '../../src/report/metadata-outputs.ts';
import { type Answer, answer } from './answer.ts';
import { EXCEPTIONS, KEPT } from './exceptions.ts';
import { type Expected, expectedAnswer, type Vector, vectors } from './vectors.ts';

const CREATED = 'org.opencontainers.image.created';

/** `created` is the commit's time here and the clock's there; the order of labels and annotations has no meaning. */
function comparable({ version, tags, labels, annotations }: Expected): unknown {
  const sorted = Object.entries(labels)
    .filter(([key]) => key !== CREATED)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { version, tags, labels: sorted, annotations: annotations.filter((item) => !item.includes(`${CREATED}=`)).sort() };
}

function agrees(vector: Vector, given: Answer): boolean {
  const expected = expectedAnswer(vector);
  if ('message' in given || expected === undefined) return 'message' in given === (expected === undefined);
  return JSON.stringify(comparable(given.outputs)) === JSON.stringify(comparable(expected));
}

const answers = await Promise.all(vectors.map(async (vector) => ({ vector, given: await answer(vector) })));
const isPlain = ({ odd = [] }: Vector) => odd.every((slug) => KEPT.includes(slug));
const plain = answers.filter(({ vector }) => isPlain(vector));
const odd = answers.filter(({ vector }) => !isPlain(vector));
const report: string[] = [];
afterAll(() => {
  process.stdout.write(`${report.join('\n')}\n`);
});

describe('vectors free of oddities', () => {
  const exceptions: readonly string[] = EXCEPTIONS;

  test('agree with metadata-action but for the named exceptions', () => {
    const failed = plain.filter(({ vector, given }) => !agrees(vector, given)).map(({ vector }) => vector.id);
    const unexpected = failed.filter((id) => !exceptions.includes(id));
    report.push(
      `${plain.length - failed.length} passed, ${unexpected.length} failed, ${failed.length - unexpected.length} named exceptions`,
    );
    expect(unexpected).toEqual([]);
    expect(failed).toEqual(exceptions);
    expect([vectors.length, plain.length]).toEqual([1472, 1150]);
  });

  test('have each exception named in the documentation', () => {
    const page = readFileSync(new URL('../../docs/differences.md', import.meta.url), 'utf8');
    expect(exceptions.filter((id) => !page.includes(id))).toEqual([]);
  });

  const recorded = plain
    .filter(({ vector }) => vector.bakeArgs !== undefined)
    .map(({ vector, given }) => ({ id: vector.id, vector, given }));
  test.each(recorded)('$id has the tag names, json and bake files of metadata-action', ({ vector, given }) => {
    if ('message' in given) throw new Error(given.message);
    const { tags = [] } = expectedAnswer(vector) ?? {};
    const { json, 'tag-names': names } = renderMetadataOutputs(given.naming, { tags: '\n', labels: '\n', annotations: '\n' });
    const target = vector.inputs['bake-target'] ?? 'docker-metadata-action';
    expect(names.split('\n').filter((name) => name !== '')).toEqual(vector.tagNames);
    expect(JSON.parse(json)).toMatchObject({ tags, 'tag-names': vector.tagNames, labels: given.naming.labels });
    expect(makeBakeFiles([{ target, naming: given.naming }])['bake-file']).toEqual({
      target: { [target]: { tags, labels: given.naming.labels, args: vector.bakeArgs } },
    });
  });
});

describe('vectors with oddities', () => {
  test('give what they should, or an error by name', () => {
    const slugs = [...new Set(odd.flatMap(({ vector }) => vector.odd ?? []))].filter((slug) => !KEPT.includes(slug)).sort();
    report.push('oddity                          as there  other tags  error');
    for (const slug of slugs) report.push(describeSlug(slug));
    expect(slugs.length).toBe(44);
  });

  test('give valid tags wherever they give any', () => {
    const names = odd.flatMap(({ given }) => ('message' in given ? [] : given.naming.tags.map(({ name }) => name)));
    expect(names.filter((name) => !/^\w[\w.-]{0,127}$/.test(name))).toEqual([]);
  });

  function describeSlug(slug: string): string {
    const rows = odd.filter(({ vector }) => vector.odd?.includes(slug));
    const [same, failed] = [
      rows.filter(({ vector, given }) => agrees(vector, given)).length,
      rows.filter(({ vector, given }) => 'message' in given && !agrees(vector, given)).length,
    ];
    return `${slug.padEnd(31)} ${String(same).padStart(8)} ${String(rows.length - same - failed).padStart(11)} ${String(failed).padStart(6)}`;
  }
});
