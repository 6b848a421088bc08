/** Shorter texts are not masked: they would blot out the log and protect nothing. */
const SHORTEST = 4;
const SHORTEST_LINE = 8;

/**
 * The forms in which a secret could turn up in a log: itself, trimmed, each long line of it, base64 (alone and after `user:`),
 * percent-encoded and JSON-escaped.
 */
export function secretForms(secret: string, username?: string): readonly string[] {
  const trimmed = secret.trim();
  if (trimmed.length < SHORTEST) return [];
  const forms = [
    secret,
    trimmed,
    ...trimmed.split(/\r?\n/).filter((line) => line.length >= SHORTEST_LINE),
    base64(trimmed),
    ...(username === undefined ? [] : [base64(`${username}:${trimmed}`)]),
    encodeURIComponent(trimmed),
    JSON.stringify(trimmed).slice(1, -1),
  ];
  return [...new Set(forms)].filter((form) => form !== '');
}

/** Base64 without the help of node: this folder is pure. */
function base64(text: string): string {
  const characters = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)); // not all as arguments: a secret may be a file
  return btoa(characters.join(''));
}
