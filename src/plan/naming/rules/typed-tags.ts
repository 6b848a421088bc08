import { collectAll, ProblemError } from '../../text/problem.ts';
import type { Flavor } from '../flavor.ts';
import { describeWrongTag, MAX_TAG_LENGTH, nearestTag, needsHash } from '../tag-name.ts';
import type { ReadyRule } from './read-rules.ts';

const SHOWN_LENGTH = 40;

/**
 * Checks the tags that are written out, with what the flavor puts around them. One that comes of a ref is mended; one that somebody typed would not
 * be theirs any more.
 * @param flavor undefined where it is wrong by itself.
 * @throws {ProblemError} with the nearest tag that registries take.
 */
export function checkTypedTags(rules: readonly ReadyRule[], flavor: Flavor | undefined): readonly ReadyRule[] {
  if (flavor === undefined) return rules;
  collectAll(rules, ({ literal, prefix, suffix, where }) => {
    if (literal === undefined) return;
    const before = (prefix ?? flavor.prefix.template).text;
    const after = (suffix ?? flavor.suffix.template).text;
    if (before.includes('{{') || after.includes('{{')) return;
    const text = `${before}${literal}${after}`;
    if (needsHash(text)) throw new ProblemError({ where, given: shorten(text), wrong: describeWrongTag(text), accepted: advise(text) });
  });
  return rules;
}

function advise(text: string): string {
  const near = nearestTag(text);
  const write = near === undefined ? 'write letters, digits, _, . and -, such as 1.2.3' : `write ${shorten(near)}`;
  if (text.length > MAX_TAG_LENGTH) return 'write a shorter one';
  if (/^\$\w+$/.test(text)) return `${write}, or {{env.${text.slice(1)}}} for the variable of that name, since no shell reads it`;
  return text.startsWith('-') && near !== undefined
    ? `${write}, or for tags that end with it leave this line out and write flavor: suffix=${text}`
    : write;
}

function shorten(text: string): string {
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}
