import { expect, test } from '@jest/globals';
import { loadLoginYaml } from '../../src/facts/login-yaml.ts';
import { ProblemError } from '../../src/plan/text/problem.ts';

const HUNTER = 'hunter2hunter2';

async function parse(text: string): Promise<unknown> {
  return (await loadLoginYaml(text !== ''))(text);
}

/** What is said of a text, or that it was read. */
async function refusalOf(text: string): Promise<string> {
  try {
    await parse(text);
    return 'it was read';
  } catch (error) {
    if (error instanceof ProblemError) return error.message;
    throw error;
  }
}

const entry = (password: string): string => `- registry: ghcr.io\n  password: ${password}\n  username: ann\n`;

// password as it stands in the list      what it is
test.each([
  ['null', 'null'],
  ['~', '~'],
  ['true', 'true'],
  ['0123', '0123'],
  ['1e3', '1e3'],
  ['0x1F', '0x1F'],
  ['2020-01-01', '2020-01-01'],
  ['.inf', '.inf'],
  ['=', '='],
  ['<<', '<<'],
  ['---', '---'],
  ['a:b#c', 'a:b#c'],
  ['a*b&c!d', 'a*b&c!d'],
  ['$2a$10$abc/def.', '$2a$10$abc/def.'],
  ["'*a # b'", '*a # b'],
  ['"&a: \\"b\\""', '&a: "b"'],
  ["'it''s' # the token", "it's"],
  ['# there is none', ''],
  ['|-\n    *a # b\n    c', '*a # b\nc'],
])('the password %s is a text', async (password, expected) => {
  expect(await parse(entry(password))).toEqual([{ registry: 'ghcr.io', password: expected, username: 'ann' }]);
});

// password as it stands in the list, and what is said of it
test.each([
  [`*${HUNTER}`, 'line 2: has a value that begins with *'],
  [`&${HUNTER}`, 'line 2: has a value that begins with &'],
  [`&x ${HUNTER}`, 'line 2: has a value that begins with &'],
  [`!${HUNTER}`, 'line 2: has a value that begins with !'],
  [`!!${HUNTER}`, 'line 2: has a value that begins with !'],
  [`!!binary ${HUNTER}`, 'line 2: has a value that begins with !'],
  [`#${HUNTER}`, 'line 2: has a password that YAML ends at a #'],
  [`${HUNTER} #${HUNTER}`, 'line 2: has a password that YAML ends at a #'],
  [`${HUNTER} # ${HUNTER}`, 'line 2: has a password that YAML ends at a #'],
  [`@${HUNTER}`, 'line 2: is not YAML (BAD_SCALAR_START)'],
  [`\`${HUNTER}`, 'line 2: is not YAML (BAD_SCALAR_START)'],
  [`%${HUNTER}`, 'line 2: is not YAML (BAD_SCALAR_START)'],
  [`, ${HUNTER}`, 'line 2: is not YAML (BAD_SCALAR_START)'],
  [`[${HUNTER}]`, 'line 2: has a value that YAML takes as a list or a mapping'],
  [`[${HUNTER}`, 'line 2: has a value that YAML takes as a list or a mapping'],
  [`{${HUNTER}}`, 'line 2: has a value that YAML takes as a list or a mapping'],
  [`]${HUNTER}`, 'line 2: is not YAML (UNEXPECTED_TOKEN)'],
  [`${HUNTER}: ${HUNTER}`, 'line 2: has a value that YAML takes as a list or a mapping'],
  [`? ${HUNTER}`, 'line 2: has a value that YAML takes as a list or a mapping'],
  [`- ${HUNTER}`, 'line 2: is not YAML (UNEXPECTED_TOKEN)'],
  [`| ${HUNTER}`, 'line 2: is not YAML (UNEXPECTED_TOKEN)'],
  [`> ${HUNTER}`, 'line 2: is not YAML (UNEXPECTED_TOKEN)'],
  [`"${HUNTER}`, 'line 4: is not YAML (MISSING_CHAR)'],
  [`"${HUNTER}"${HUNTER}`, 'line 2: is not YAML (UNEXPECTED_TOKEN)'],
  [`'${HUNTER}`, 'line 4: is not YAML (MISSING_CHAR)'],
  [`"\\q${HUNTER}"`, 'line 2: is not YAML (BAD_DQ_ESCAPE)'],
  [`{\n  "private_key": "${HUNTER}"\n}`, 'line 2: has a value that YAML takes as a list or a mapping'],
])('the password %s is refused, and no part of it is shown', async (password, said) => {
  const refusal = await refusalOf(entry(password));
  expect(refusal).toMatch(/^registry-auth, line \d+: .*; write a list of registry, username and password, and put the password in quotes/);
  expect(refusal.split(';')[0]).toBe(`registry-auth, ${said}`);
  expect(refusal).not.toContain('unter');
});

const NAMES = 'b c d e f g h i'.split(' ');
const manyOf = (name: string): string => Array(9).fill(`*${name}`).join(',');
const BOMB = ['a: &a [x,x,x,x,x,x,x,x,x]', ...NAMES.map((name, at) => `${name}: &${name} [${manyOf(NAMES[at - 1] ?? 'a')}]`)].join('\n');

test.each([
  ['an alias bomb', BOMB],
  ['a list of anchors and aliases', '- &a [x]\n- [*a, *a]'],
  ['thousands of brackets', '['.repeat(5_000)],
  ['thousands of mappings', '- {a: '.repeat(2_000)],
  ['a merge key', '- &a {password: x}\n- <<: *a'],
  ['a second document', `${entry('a')}---\n${entry('b')}`],
])('%s is refused in one line', async (_, text) => {
  const refusal = await refusalOf(text);
  expect(refusal).toMatch(/^registry-auth.*(has a value|is not YAML)/);
  expect(refusal.split('\n')).toHaveLength(1);
});
