import type { Credentials } from './types.ts';

/** The credentials for one registry, asked for when the registry wants some. */
export type HeldCredentials = {
  /** Asked for once; again where that failed, and a minute before they end. */
  readonly current: () => Promise<Credentials | undefined>;
  /**
   * Others than those that a registry refused, which may have ended during a long build: their source is asked once more.
   * @returns undefined where it gives the same ones.
   */
  readonly instead: (refused: Credentials) => Promise<Credentials | undefined>;
};

/** What ends sooner is asked for anew: an upload that begins with it is to end with it. */
const MARGIN_MS = 60_000;

type CachedCredentials = { readonly credentials: Credentials | undefined; readonly renewAtMs: number };

/** @param find may ask a helper program or a token service. */
export function holdCredentials(find: () => Promise<Credentials | undefined>): HeldCredentials {
  let held: Promise<CachedCredentials> | undefined;
  const renewals = new Map<string, Promise<Credentials | undefined>>();
  const ask = (): Promise<CachedCredentials> => {
    const asked = find().then((credentials) => ({ credentials, renewAtMs: renewalOf(credentials, Date.now()) }));
    asked.catch(() => {
      if (held === asked) held = undefined;
    });
    held = asked;
    return asked;
  };
  return {
    current: async () => {
      const before = held;
      const known = await (before ?? ask());
      if (known.renewAtMs > Date.now()) return known.credentials;
      return (await (held === before || held === undefined ? ask() : held)).credentials; // one renews for all
    },
    instead: async (refused) => {
      const known = await (held ?? ask());
      if (known.credentials !== undefined && !isSame(known.credentials, refused)) return known.credentials;
      const key = keyOf(refused);
      const renewal = renewals.get(key) ?? ask().then(({ credentials }) => credentials);
      renewals.set(key, renewal); // a source that gives the same once is not asked about them again
      const fresh = await renewal;
      return fresh === undefined || isSame(fresh, refused) ? undefined : fresh;
    },
  };
}

/** Those that live less than two minutes serve half of their life. What is over when it comes has a wrong clock behind it, and lasts until it is refused. */
function renewalOf(credentials: Credentials | undefined, nowMs: number): number {
  const lifeMs = (credentials?.expiresAtMs ?? Number.POSITIVE_INFINITY) - nowMs;
  return lifeMs <= 0 ? Number.POSITIVE_INFINITY : nowMs + Math.max(lifeMs - MARGIN_MS, lifeMs / 2);
}

function isSame(one: Credentials, other: Credentials): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(credentials: Credentials): string {
  return credentials.kind === 'password' ? `${credentials.username}:${credentials.password}` : credentials.token;
}
