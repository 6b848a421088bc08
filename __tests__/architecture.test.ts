import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { INPUTS } from '../src/plan/inputs/table.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Which folders of src/ a folder may import from, besides itself, types included. A folder stands below all that may import it. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  plan: [],
  host: ['plan'],
  oci: ['plan', 'host'],
  registry: ['plan', 'host', 'oci'],
  git: ['plan', 'host'],
  docker: ['plan', 'host', 'registry', 'git'],
  facts: ['plan', 'host', 'registry', 'git', 'docker'],
  staging: ['plan', 'oci'],
  build: ['plan', 'host', 'oci', 'docker', 'facts', 'staging'],
  check: ['plan', 'host', 'oci', 'git', 'docker', 'facts', 'staging', 'build'],
  publish: ['plan', 'host', 'oci', 'registry', 'staging'],
  report: ['plan', 'oci', 'build', 'check', 'publish'],
  app: ['plan', 'host', 'oci', 'registry', 'git', 'docker', 'facts', 'staging', 'build', 'check', 'publish', 'report'],
  cli: ['plan', 'host', 'git', 'docker', 'facts', 'report', 'app'],
  '.': ['host', 'docker', 'app', 'cli'],
};

/** Packages by folder. What is not named here may import none. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  plan: ['semver', '@renovatebot/pep440', '@handlebars/parser', 'moment'],
  host: ['@actions/core'],
  docker: ['@actions/core'],
  facts: ['@actions/github', '@handlebars/parser', 'moment', 'yaml'],
  cli: ['@actions/expressions', 'yaml'],
};
/** They print and plan, and read nothing. */
const PURE = ['plan', 'report'];

/** What a pure folder must not touch: the clock, chance, the environment, the network. */
const IMPURE = /\b(process\.|Date\.now\(|new Date\(\)|Math\.random\(|performance\.|fetch\(|setTimeout\(|console\.)/;

type Import = { readonly from: string; readonly isType: boolean };

const files = globSync('src/**/*.ts', { cwd: ROOT }).map((file) => {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const folder = path.dirname(file).split(path.sep)[1] ?? '.';
  return { file, folder, text, imports: readImports(text) };
});

/** Static and lazy imports and re-exports; `import type` and `import { type A }` alone are types. */
function readImports(text: string): readonly Import[] {
  const statics = [...text.matchAll(/^(?:import|export)\s+(type\s+)?([^;'"]*?)\s*from\s+'([^']+)'/gms)].map(
    ([, type, names = '', from = '']) => ({
      from,
      isType:
        type !== undefined ||
        (names.startsWith('{') &&
          names
            .replace(/[{}]/g, '')
            .split(',')
            .every((name) => /^\s*(type\s|$)/.test(name))),
    }),
  );
  const bare = [...text.matchAll(/^import\s+'([^']+)'/gm)].map(([, from = '']) => ({ from, isType: false }));
  const lazy = [...text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, from = '']) => ({
    from,
    isType: /typeof import\('/.test(text) && !text.includes(`await import('${from}')`) && !text.includes(` import('${from}') :`),
  }));
  return [...statics, ...bare, ...lazy];
}

function folderOf(importer: string, from: string): string {
  const target = path.relative('src', path.join(path.dirname(importer), from));
  return target.includes(path.sep) ? (target.split(path.sep)[0] ?? '.') : '.';
}

describe('imports point one way', () => {
  test.each(files.map((each) => [each.file, each] as const))('%s', (_, { file, folder, imports }) => {
    const allowed = MAY_IMPORT[folder];
    const relative = imports.filter(({ from }) => from.startsWith('.')).map((each) => ({ ...each, to: folderOf(file, each.from) }));
    const wrong = relative.filter(({ to }) => to !== folder && allowed?.includes(to) !== true);
    expect(wrong).toEqual([]);
  });
});

describe('packages are used where they belong', () => {
  test.each(files.map((each) => [each.file, each] as const))('%s', (_, { folder, imports }) => {
    const packages = imports.map(({ from }) => from).filter((from) => !from.startsWith('.'));
    const allowed = PACKAGES[folder] ?? [];
    const isAllowed = (name: string): boolean =>
      name.startsWith('node:') ? !PURE.includes(folder) : allowed.some((known) => name === known || name.startsWith(`${known}/`));
    expect(packages.filter((name) => !isAllowed(name))).toEqual([]);
  });
});

test('the pure folders touch neither clock nor chance nor environment', () => {
  const touching = files.filter(({ folder, text }) => PURE.includes(folder) && IMPURE.test(withoutComments(text)));
  expect(touching.map(({ file }) => file)).toEqual([]);
});

describe('the text of every input is parsed once', () => {
  /** The parsers, where the texts come from, and what masks secrets before anything can go wrong with them. */
  const MAY_NAME_TEXTS =
    /^src\/(?:plan\/inputs\/(?:request|raw-inputs)|facts\/(?:read-request|mask-secrets)|host\/(?:host|actions|terminal)|app\/run|cli\/.*)\.ts$/;
  const plan = files.filter(({ folder }) => folder === 'plan').map(({ text }) => withoutComments(text));
  const parses = (name: string) => plan.join('\n').match(new RegExp(`\\b(?:text|words|lines|boolean|separator)\\('${name}'\\)`, 'g'));

  test.each(INPUTS.map(({ name }) => name))('%s', (name) => {
    expect(parses(name)).toHaveLength(1);
  });

  test('and what follows the parsers sees no text of an input', () => {
    const seeing = files.filter(({ text }) => /\bRawInputs\b|\bcompleteInputs\b|\bhost\.inputs\b/.test(withoutComments(text)));
    expect(seeing.map(({ file }) => file).filter((file) => !MAY_NAME_TEXTS.test(file))).toEqual([]);
  });
});

test('no file is longer than 250 lines', () => {
  const long = files.filter(({ text }) => text.split('\n').length > 250);
  expect(long.map(({ file, text }) => `${file}: ${text.split('\n').length}`)).toEqual([]);
});

test('nothing is called utils, and no file only passes on what others export', () => {
  const barrels = files.filter(({ text }) => /^export \* from/m.test(text)).map(({ file }) => file);
  const utils = files.filter(({ file }) => /^(utils?|helpers?|misc|common)\b/.test(path.basename(file))).map(({ file }) => file);
  expect([...barrels, ...utils]).toEqual([]);
});

describe('ARCHITECTURE.md', () => {
  const page = readFileSync(path.join(ROOT, 'ARCHITECTURE.md'), 'utf8');

  test('its table of folders and packages is what this test allows', () => {
    const named = (cell: string | undefined): readonly string[] => [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    const rows = [...page.matchAll(/^\| `([a-z.]+)` \| ([^|]+) \| ([^|]+) \|$/gm)];
    expect(Object.fromEntries(rows.map(([, folder = '', imports]) => [folder, named(imports)]))).toEqual(MAY_IMPORT);
    expect(
      Object.fromEntries(rows.map(([, folder = '', , packages]) => [folder, named(packages)]).filter(([, names]) => names?.length)),
    ).toEqual(PACKAGES);
  });

  test('every file and folder it names is there', () => {
    const named = [...page.matchAll(/`((?:src|__tests__|scripts|dist|docs|bench|lab|runner)\/[^`\s]*)`/g)].map(([, file = '']) => file);
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });

  test('it has ten questions, each with a file', () => {
    const questions = [...page.matchAll(/^\| [^|]+\? \| [^|]*`src\/[^`]+\.ts`[^|]*\|$/gm)];
    expect(questions).toHaveLength(10);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}
