import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { RULE_TYPES } from '../../../../src/plan/naming/rules/list.ts';

const page = readFileSync(new URL('../../../../docs/tags.md', import.meta.url), 'utf8');

test.each(RULE_TYPES)('docs/tags.md has the row of type=$type', ({ type, priority, attributes, summary }) => {
  expect(page).toContain(`| \`${type}\` | ${priority} | ${attributes.map((name) => `\`${name}\``).join(' ')} | ${summary} |`);
});

test('the types come by priority, each once', () => {
  const priorities = RULE_TYPES.map(({ priority }) => priority);
  expect(priorities).toEqual(priorities.toSorted((a, b) => b - a));
  expect(new Set(RULE_TYPES.map(({ type }) => type)).size).toBe(RULE_TYPES.length);
});
