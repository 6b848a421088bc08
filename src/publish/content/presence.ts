import { formatRepository } from '../../plan/text/reference.ts';
import type { RepositoryClient } from '../../registry/types.ts';
import { PublishError } from '../expected.ts';
import type { Clock } from '../publication.ts';
import { notThere, readUntil } from '../read-back.ts';

/** What a destination is known to hold. */
export type Presence = {
  /** Asks once for each digest; a question that failed is asked again the next time. */
  has(digest: string): Promise<boolean>;
  /** Whether an answer said so already. */
  isKnown(digest: string): boolean;
  /**
   * Asks anew for what was brought there, until the answer is yes.
   * @throws {PublishError} where the registry took it and does not have it.
   */
  confirm(digest: string): Promise<void>;
};

/** Nothing is known at first. */
export function makePresence(client: RepositoryClient, clock: Clock): Presence {
  const known = new Set<string>();
  const answers = new Map<string, Promise<boolean>>();
  const ask = async (digest: string) => {
    const has = await client.hasBlob(digest);
    if (has) known.add(digest);
    return has;
  };
  return {
    async has(digest) {
      if (known.has(digest)) return true;
      const answer = answers.get(digest) ?? ask(digest);
      answers.set(digest, answer);
      answer.catch(() => answers.delete(digest));
      return answer;
    },
    isKnown: (digest) => known.has(digest),
    async confirm(digest) {
      const isThere = await readUntil(() => ask(digest), Boolean, clock);
      if (!isThere) throw new PublishError(notThere(`${formatRepository(client.repository)}@${digest}`));
    },
  };
}
