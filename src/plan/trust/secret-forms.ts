import { isObject, type Json } from '../text/json.ts';
import { parseJson } from '../text/parse-json.ts';

/** Shorter texts are not masked: they would blot out the log and protect nothing. */
const SHORTEST = 4;
/** Shorter lines of a longer secret, and shorter values, may be anything: `{`, `}`, `"type": "x"`. */
const SHORTEST_LINE = 8;

/** A file of keys has many lines, and each form is one more text to look for. */
const MOST_PARTS = 1000;
const MOST_ENCODED = 50;

/** Words that a log is full of. A secret like that is found by anybody's first guess. */
const COMMON = new Set(
  (
    'admin alpine amd64 arm64 build builder cache config default development docker false github gitlab image latest linux localhost local main master ' +
    'none node null password prod production python registry release root secret staging stable test testing token true ubuntu user username version'
  ).split(' '),
);

/** What keeps a secret from being masked, as the end of a sentence; undefined for nothing. */
export function whyNotMasked(secret: string): string | undefined {
  const trimmed = secret.trim();
  if (trimmed === '') return undefined;
  if (trimmed.length < SHORTEST) return `has fewer than ${SHORTEST} characters, so it is not masked in the log`;
  if (COMMON.has(trimmed.toLowerCase())) return 'is a common word, so it is not masked in the log';
  return partsOf(trimmed).length === 0 ? 'has only short lines, so it is not masked in the log' : undefined;
}

/**
 * The forms in which a secret could turn up in a log: itself, its lines where it has several (never the short ones), base64 (alone, after `user:`,
 * and within a longer text), percent-encoded and JSON-escaped. Of a JSON text its compact form, and the values that it names as secrets.
 */
export function secretForms(secret: string, username?: string): readonly string[] {
  const trimmed = secret.trim();
  if (trimmed.length < SHORTEST || COMMON.has(trimmed.toLowerCase())) return [];
  const parts = partsOf(trimmed).slice(0, MOST_PARTS);
  const encoded = new Set([secret, trimmed, ...parts.slice(0, MOST_ENCODED)]);
  const forms = [
    secret,
    ...parts,
    ...[...encoded].flatMap(encodedForms),
    ...(username === undefined ? [] : [base64(`${username}:${secret}`), base64(`${username}:${trimmed}`)]),
  ];
  return [...new Set(forms)].filter((form) => form.trim().length >= SHORTEST && !/[\r\n]/.test(form));
}

/** Whether a text has the secret in it: as it is, in base64, percent-encoded or escaped. A short one counts only as the whole of it; one that is too short to be masked, and a common word, never. */
export function holdsSecret(text: string, secret: string): boolean {
  const trimmed = secret.trim();
  if (trimmed.length < SHORTEST || COMMON.has(trimmed.toLowerCase())) return false;
  if (text.trim() === trimmed) return true;
  if (trimmed.length < SHORTEST_LINE) return false;
  const forms = [trimmed, ...secretForms(trimmed)].filter((form) => form.length >= SHORTEST_LINE);
  return forms.some((form) => text.includes(form));
}

/** What of a secret is one of its own: the whole of a single line, the long lines of several, the secret values of a JSON text. */
function partsOf(secret: string): readonly string[] {
  const json = /^[[{]/.test(secret) ? parseJson(secret) : undefined;
  if (json !== undefined) return [JSON.stringify(json), ...secretValues(json).flatMap((value) => [value, ...partsOf(value)])];
  const lines = secret.split(/[\r\n]+/);
  if (lines.length === 1) return lines;
  return lines
    .map((line) => line.trim())
    .filter((line) => line.length >= SHORTEST_LINE && !/^-----(BEGIN|END) [A-Z0-9 ]+-----$/.test(line));
}

/** `private_key`, `client_secret`, `accessToken`; not `token_uri`. */
const SECRET_NAME = /(?:key|secret|token|password|passwd|pwd|auth|credentials?)(?:_?id)?$/i;

/** The values under names that say so; all long texts where no name does. */
function secretValues(json: Json): readonly string[] {
  const all = textsOf(json, '');
  const named = all.filter(([name]) => SECRET_NAME.test(name));
  const chosen = named.length > 0 ? named : all.filter(([, text]) => text.length >= 2 * SHORTEST_LINE && !text.includes('://'));
  return chosen.map(([, text]) => text).filter((text) => text.length >= SHORTEST_LINE);
}

function textsOf(json: Json | undefined, name: string): readonly (readonly [name: string, text: string])[] {
  if (typeof json === 'string') return [[name, json]];
  if (Array.isArray(json)) return (json as readonly Json[]).flatMap((each) => textsOf(each, name)); // Array.isArray does not narrow readonly arrays
  return isObject(json) ? Object.entries(json).flatMap(([key, value]) => textsOf(value, key)) : [];
}

function encodedForms(text: string): readonly string[] {
  return [...base64Forms(text), encode(text), JSON.stringify(text).slice(1, -1)];
}

/** A lone surrogate cannot be percent-encoded. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** In base64 of the text alone, and in that of a longer one, where it may begin at any of three offsets; in both alphabets. */
function base64Forms(text: string): readonly string[] {
  const within = ['\0', '\0\0', ''].map((before) => {
    const bytes = before.length + new TextEncoder().encode(text).length;
    const whole = Math.floor((bytes * 8) / 6); // what follows would change the rest
    return base64(before + text).slice(Math.ceil((before.length * 8) / 6), whole);
  });
  const forms = [base64(text), ...within.filter((form) => form.length >= SHORTEST_LINE)];
  return forms.flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')]);
}

/** Base64 without the help of node: this folder is pure. */
function base64(text: string): string {
  const characters = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)); // not all as arguments: a secret may be a file
  return btoa(characters.join(''));
}
