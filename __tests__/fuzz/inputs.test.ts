import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadLoginYaml } from '../../src/facts/login-yaml.ts';
import { INPUTS } from '../../src/plan/inputs/table.ts';
import { isTag, parseRepository } from '../../src/plan/text/reference.ts';
import { readInputs } from '../tools/inputs.ts';
import { nameFor } from '../tools/naming.ts';
import { foreignText, holds, holdsLater, parseOrRefuse } from './fuzz.ts';

test.each(INPUTS.map(({ name }) => name))('the input %s is read, or refused in sentences', (name) => {
  holds(foreignText, (text) => {
    parseOrRefuse(() => readInputs({ [name]: text }));
  });
});

test('a repository is what it was read from, without blanks', () => {
  holds(foreignText, (text) => {
    const repository = parseOrRefuse(() => parseRepository(text));
    if (repository === undefined) return;
    expect(`${repository.registry}/${repository.path}`).not.toMatch(/[\s@]/);
    expect(parseRepository(`${repository.registry}/${repository.path}`)).toMatchObject({
      registry: repository.registry,
      path: repository.path,
    });
  });
});

const naming = fc.record(
  { tags: foreignText, flavor: foreignText, labels: foreignText, annotations: foreignText, version: foreignText },
  { requiredKeys: ['tags'] },
);
const refs = fc.oneof(
  fc.constantFrom('refs/heads/main', 'refs/tags/v1.2.3', 'refs/pull/7/merge'),
  foreignText.map((text) => `refs/heads/${text}`),
  foreignText.map((text) => `refs/tags/${text}`),
);

test('whatever ref, rules, labels and annotations are: each tag is one that registries take', async () => {
  await holdsLater(
    fc.tuple(naming, refs),
    async ([inputs, ref]) => {
      const named = await nameFor({ ref, ...inputs }).catch((error: unknown) =>
        parseOrRefuse(() => {
          throw error;
        }),
      );
      expect((named?.tags ?? []).filter(({ name }) => !isTag(name))).toEqual([]);
    },
    3,
  );
});

test('registry-auth is read as texts, or refused in one line', async () => {
  const parse = await loadLoginYaml(true);
  const entries = fc.oneof(
    foreignText,
    foreignText.map((text) => `- registry: r.test\n  username: ann\n  password: ${text}\n`),
  );
  holds(entries, (text) => {
    const document = parseOrRefuse(() => parse(text));
    if (!Array.isArray(document)) return;
    for (const entry of document as readonly object[]) for (const value of Object.values(entry)) expect(typeof value).toBe('string');
  });
});
