import type { RepositoryClient } from '../registry/types.ts';

/** What a destination is known to hold. */
export type Presence = {
  /** Asks once for each digest; a question that failed is asked again the next time. */
  has(digest: string): Promise<boolean>;
  /** Whether it is known already, by an answer or because it was brought there. */
  isKnown(digest: string): boolean;
  add(digest: string): void;
};

/** Nothing is known at first. */
export function makePresence(client: RepositoryClient): Presence {
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
    add: (digest) => void known.add(digest),
  };
}
