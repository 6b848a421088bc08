/** How a registry asks for authentication: `{ scheme: 'bearer', parameters: { realm, service, scope } }`, names in lower case. */
export type Challenge = { readonly scheme: string; readonly parameters: Readonly<Record<string, string>> };

const MAX_LENGTH = 8192;
const TOKEN = /[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}/y;
const PARAMETER = /([!#$%&'*+.^_`|~0-9A-Za-z-]{1,256})[ \t]{0,8}=[ \t]{0,8}(?:"((?:[^"\\]|\\.){0,4096})"|([^\s,"]{1,4096}))/y;
const SEPARATOR = /[ \t,]{0,64}/y;

/**
 * Reads a WWW-Authenticate header, which may hold several challenges. What cannot be read is left out, with all that follows it.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1
 */
export function parseChallenges(header: string): readonly Challenge[] {
  const text = header.slice(0, MAX_LENGTH);
  const challenges: Challenge[] = [];
  let position = match(SEPARATOR, text, 0)?.end ?? 0;
  while (position < text.length) {
    const scheme = match(TOKEN, text, position);
    if (scheme === undefined) break;
    const { parameters, end } = parseParameters(text, scheme.end);
    challenges.push({ scheme: scheme.groups[0]?.toLowerCase() ?? '', parameters });
    position = end;
  }
  return challenges;
}

function parseParameters(text: string, start: number): { readonly parameters: Readonly<Record<string, string>>; readonly end: number } {
  const found: [string, string][] = [];
  let end = match(SEPARATOR, text, start)?.end ?? start;
  for (let parameter = match(PARAMETER, text, end); parameter !== undefined; parameter = match(PARAMETER, text, end)) {
    const [, name = '', quoted, plain = ''] = parameter.groups;
    found.push([name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? plain]);
    end = match(SEPARATOR, text, parameter.end)?.end ?? parameter.end;
  }
  return { parameters: Object.fromEntries(found), end };
}

/** The pattern at exactly that position. */
function match(
  pattern: RegExp,
  text: string,
  at: number,
): { readonly groups: readonly (string | undefined)[]; readonly end: number } | undefined {
  const sticky = new RegExp(pattern); // lastIndex is state, so each match has its own
  sticky.lastIndex = at;
  const groups = sticky.exec(text);
  return groups === null ? undefined : { groups, end: sticky.lastIndex };
}
