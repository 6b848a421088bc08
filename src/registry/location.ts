import type { Answer } from './answer.ts';

/** Where a list goes on, as the answer's `Link` says. @see https://www.rfc-editor.org/rfc/rfc8288#section-3 */
export function nextPage({ headers, url }: Pick<Answer, 'headers' | 'url'>): URL | undefined {
  return resolveLocation(/^<([^>]{1,4096})>; *rel="?next"?/.exec(String(headers.link ?? ''))?.[1], url);
}

/** The header's URL; undefined where it is none, or none of HTTP. */
export function resolveLocation(location: string | undefined, base: URL): URL | undefined {
  if (location === undefined || !URL.canParse(location, base.href)) return undefined;
  const url = new URL(location, base.href);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}
