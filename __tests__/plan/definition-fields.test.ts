import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { differingFields, hashFields } from '../../src/plan/definition-fields.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const ours = { file: 'Dockerfile', platforms: ['linux/amd64'], buildArgs: [['A', '1']], labels: [], sbom: '', reproducible: false };
const fieldsOf = (definition: object, key = 'c1'): string => hashFields(JSON.stringify(definition), key, hash);

// biome-ignore format: a table
test.each<readonly [string, object, readonly string[]]>([
  // the other definition               its fields                                                       what differs
  ['the same',                          ours,                                                            []],
  ['another platform',                  { ...ours, platforms: ['linux/amd64', 'linux/arm64'] },          ['platforms']],
  ['other arguments and another file',  { ...ours, file: 'other', buildArgs: [['A', '2']] },             ['file', 'build-args']],
  ['none of the arguments',             { ...ours, buildArgs: [] },                                      ['build-args']],
  ['a secret that ours has not',        { ...ours, secretIds: ['npm'] },                                 ['secrets']],
  ['of a bake file',                    { target: 'app', targets: { app: {} } },                         ['file', 'platforms', 'build-args', 'target', 'bake-files']],
])('fields of a definition tell what differs: %s', (_, other, expected) => {
  expect(differingFields(fieldsOf(ours), fieldsOf(other))).toEqual(expected);
});

test('what is empty takes no room, and a field takes three digits, which other commits do not share', () => {
  expect(fieldsOf(ours)).toMatch(/^file:[0-9a-f]{3} platforms:[0-9a-f]{3} build-args:[0-9a-f]{3}$/);
  expect(differingFields(fieldsOf(ours), fieldsOf(ours, 'c2'))).toEqual(['file', 'platforms', 'build-args']);
});

test.each<readonly [string | undefined, string | undefined]>([
  [undefined, 'file:1a2'],
  ['file:1a2', undefined],
  ['file:1a2', 'file:1a2 \u001b[31mevil:123 <script>:1'],
])('%j against %j says nothing that could be shown', (mine, theirs) => {
  expect(differingFields(mine, theirs)).toEqual([]);
});
