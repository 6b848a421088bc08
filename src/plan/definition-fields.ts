import type { Json } from './text/json.ts';
import { parseObject } from './text/parse-json.ts';

/** What users call the parts of a definition. */
const NAMES: Readonly<Record<string, string>> = {
  buildArgs: 'build-args',
  buildContexts: 'build-contexts',
  secretIds: 'secrets',
  extraArgs: 'extra-args',
  targets: 'bake-files',
  packing: 'exports',
};
/** Hex digits a field; see FIELDS_LABEL. */
const DIGITS = 3;

/**
 * The fields of a definition, hashed each for itself: `platforms:1f3 build-args:9c0`. What is empty is left out.
 * @param definition canonical JSON.
 * @param key both sides of a comparison have it: the commit.
 */
export function hashFields(definition: string, key: string, hash: (text: string) => string): string {
  const fields = Object.entries(parseObject(definition)).filter(([, value]) => !isEmpty(value));
  const digits = (name: string, value: Json | undefined) => hash(`${key} ${name} ${JSON.stringify(value)}`).slice(0, DIGITS);
  return fields.map(([name, value]) => `${NAMES[name] ?? name}:${digits(name, value)}`).join(' ');
}

function isEmpty(value: Json | undefined): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === undefined || value === null || value === false || value === '';
}

/** The fields in which two definitions of one commit differ, in their order; none where one of them does not say its fields. */
export function differingFields(ours: string | undefined, held: string | undefined): readonly string[] {
  if (ours === undefined || held === undefined) return [];
  const [mine, theirs] = [parseFields(ours), parseFields(held)];
  return [...new Set([...mine.keys(), ...theirs.keys()])].filter((name) => mine.get(name) !== theirs.get(name));
}

/** What is no field, in an image of somebody else's making, is left out: the names are shown. */
function parseFields(text: string): ReadonlyMap<string, string> {
  const fields = [...text.slice(0, 1000).matchAll(/(?:^| )([a-z-]{1,40}):([0-9a-f]{3})(?= |$)/g)];
  return new Map(fields.map(([, name = '', digits = '']) => [name, digits]));
}
