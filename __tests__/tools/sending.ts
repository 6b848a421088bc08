import { type Sending, type SendingOptions, startSendings } from '../../src/publish/content.ts';
import type { RepositoryClient } from '../../src/registry/types.ts';

/** The way of one image, as a run that makes no other has it. */
export function startSending(destinations: readonly RepositoryClient[], options: SendingOptions): Sending {
  const [sending] = startSendings([destinations], options);
  if (sending === undefined) throw new Error('one image has one way');
  return sending;
}
