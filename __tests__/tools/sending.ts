import { type ContentCopy, type CopyOptions, openCopies } from '../../src/publish/content/content.ts';
import type { RepositoryClient } from '../../src/registry/types.ts';

/** The way of one image, as a run that makes no other has it. */
export function openCopy(destinations: readonly RepositoryClient[], options: CopyOptions): ContentCopy {
  const [sending] = openCopies([destinations], options);
  if (sending === undefined) throw new Error('one image has one way');
  return sending;
}
