import { ProblemError } from './problem.ts';

/**
 * A full ref from what people type: `tags/v1.2.3`, `heads/main` and `pull/7` stand for the refs they are short for, as git has it.
 * @throws {ProblemError} for a bare name, which may be a branch or a tag.
 */
export function expandRef(given: string, where: string): string {
  const text = given.trim();
  const full = /^(?:heads|tags|pull)\/./.test(text) ? `refs/${text}` : text;
  if (/^refs\/pull\/\d+$/.test(full)) return `${full}/merge`;
  if (full === '' || /^refs\/./.test(full)) return full;
  if (isCommit(text)) {
    const accepted = 'write refs/tags/… or refs/heads/…, and check that commit out';
    throw new ProblemError({ where, given: text, wrong: 'names a commit, and no tag or branch that rules could read', accepted });
  }
  throw new ProblemError({
    where,
    given: text,
    wrong: 'may be a branch or a tag',
    accepted: `write refs/tags/${text} or refs/heads/${text}`,
  });
}

/** Whether that is a name without `refs/tags/` or `refs/heads/` before it: only a repository knows which of the two it is. */
export function isBareName(given: string): boolean {
  const text = given.trim();
  return text !== '' && !isCommit(text) && !/^(?:refs|heads|tags|pull)\/./.test(text);
}

function isCommit(text: string): boolean {
  return /^(?:HEAD|[0-9a-f]{40})$/.test(text);
}
