import { parseBoolean, parsePair, unknownName } from '../text/attributes.ts';
import { inputLines, splitFields } from '../text/csv.ts';
import { collectAll, ProblemError } from '../text/problem.ts';
import type { Template } from './template.ts';

/** What is common to all tags of a run. */
export type Flavor = {
  /** `auto`: a stable version brings `latest` with it. */
  readonly latest: 'auto' | 'always' | 'never';
  readonly prefix: Affix;
  readonly suffix: Affix;
};

export type Affix = {
  readonly template: Template;
  /** Whether `latest` has it too. */
  readonly onLatest: boolean;
};

type FlavorTemplate = (text: string, where: string) => Template;
type Setting =
  | { readonly name: 'latest'; readonly value: Flavor['latest'] }
  | { readonly name: 'prefix' | 'suffix'; readonly template: Template; readonly onLatest: boolean | undefined };

const NAMES = ['latest', 'prefix', 'suffix', 'onlatest'];
const LATEST: Readonly<Record<string, Flavor['latest']>> = { auto: 'auto', true: 'always', false: 'never' };

/** Reads the `flavor` input: `latest=auto`, `prefix=a-,onlatest=true`, `suffix=-b`. Of a repeated one the last counts, and of `onlatest` the last that is said of it. @throws {ProblemError} */
export function parseFlavor(input: string, readTemplate: FlavorTemplate): Flavor {
  const lines = collectAll(inputLines(input), ({ text, number }) => parseLine(text, `flavor, line ${number}`, readTemplate));
  const settings = lines.flat();
  const find = (name: 'prefix' | 'suffix'): Affix => {
    const own = settings.filter((setting) => setting.name !== 'latest').filter((setting) => setting.name === name);
    const onLatest = own.findLast((setting) => setting.onLatest !== undefined)?.onLatest ?? false;
    return { template: own.at(-1)?.template ?? readTemplate('', 'flavor'), onLatest };
  };
  const latest = settings.filter((setting) => setting.name === 'latest').at(-1)?.value ?? 'auto';
  return { latest, prefix: find('prefix'), suffix: find('suffix') };
}

function parseLine(text: string, where: string, readTemplate: FlavorTemplate): readonly Setting[] {
  const pairs = splitFields(text, where).map((field) => ({ field, ...parsePair(field) }));
  return collectAll(pairs, ({ field, key, value }, index): Setting | undefined => {
    if (key === 'latest') return { name: key, value: parseLatest(value, where) };
    const next = pairs[index + 1];
    const onLatest = next?.key === 'onlatest' ? parseBoolean(next.value, where, 'onlatest') : undefined;
    if (key === 'prefix' || key === 'suffix') return { name: key, template: readTemplate(value, where), onLatest };
    if (key === 'onlatest') return checkOnLatest(field, pairs[index - 1]?.key, where);
    throw unknownName({ where, given: field, wrong: 'unknown flavor', name: key ?? field }, NAMES);
  }).filter((setting) => setting !== undefined);
}

function parseLatest(value: string, where: string): Flavor['latest'] {
  const latest = LATEST[value];
  if (latest === undefined)
    throw unknownName({ where, given: `latest=${value}`, wrong: 'is neither auto, true nor false', name: value }, Object.keys(LATEST));
  return latest;
}

/** It belongs to the prefix or suffix before it on its line. */
function checkOnLatest(field: string, before: string | undefined, where: string): undefined {
  if (before === 'prefix' || before === 'suffix') return undefined;
  throw new ProblemError({
    where,
    given: field,
    wrong: 'has no prefix or suffix before it on its line',
    accepted: 'write prefix=dev-,onlatest=true',
  });
}
