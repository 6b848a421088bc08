import { parseRecords } from '../text/lists.ts';

/**
 * Reads `ssh`: `default` or `id=path`, by comma or line, as build-push-action does. buildx takes several keys of one id by comma too
 * (`id=key1,key2`): what looks like a path and has no id belongs to the one before. An entry in quotes stays whole.
 * @throws {ProblemError} for a quote that is not closed.
 * @see https://docs.docker.com/reference/cli/docker/buildx/build/#ssh
 */
export function parseSsh(text: string): readonly string[] {
  return parseRecords(text, 'ssh').flatMap((record) => (record.isQuoted ? [record.text] : splitEntries(record.text)));
}

function splitEntries(line: string): readonly string[] {
  const entries: string[] = [];
  for (const part of line.split(',').map((each) => each.trim())) {
    if (part === '') continue;
    const last = entries.at(-1);
    const isFurtherKey = last?.includes('=') === true && !part.includes('=') && /[/\\]/.test(part);
    if (isFurtherKey) entries.splice(-1, 1, `${last},${part}`);
    else entries.push(part);
  }
  return entries;
}
