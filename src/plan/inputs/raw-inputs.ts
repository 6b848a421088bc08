import { nearest, type Problem } from '../text/problem.ts';
import { asksForUsual, ELSEWHERE } from './table/replaced.ts';
import { INPUTS } from './table.ts';

/** Input texts by name, as the runner or the command line gives them. */
export type RawInputs = Readonly<Record<string, string>>;

const DEFAULTS: RawInputs = Object.fromEntries(INPUTS.map(({ name, default: value }) => [name, value ?? '']));

/** Fills in the default of every empty or absent input. */
export function completeInputs(given: RawInputs): RawInputs {
  const filled = Object.entries(given).filter(([name, value]) => (name.startsWith('sep-') ? value !== '' : value.trim() !== '')); // a blank may separate
  return { ...DEFAULTS, ...Object.fromEntries(filled) };
}

/** Whether a text asks for nothing, or for what is usual. */
export function isUsual(name: string, text: string): boolean {
  return [DEFAULTS[name] ?? '', ''].includes(text.trim().toLowerCase());
}

/** Every input that does not exist, with what to write instead; docker's own are accepted where they ask for what happens anyway. */
export function findUnknownInputs(given: RawInputs): readonly Problem[] {
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(DEFAULTS, name) && !asksForUsual(name, given[name] ?? ''));
  return unknown.map((name) => ({ where: 'inputs', given: name, wrong: 'unknown input', accepted: adviseOn(name) }));
}

function adviseOn(unknown: string): string {
  const names = Object.keys(DEFAULTS);
  const hint = nearest(unknown, names);
  return (
    ELSEWHERE.get(unknown)?.instead ??
    (hint === undefined ? `action.yml and docs/inputs.md list all ${names.length}` : `did you mean ${hint}?`)
  );
}
