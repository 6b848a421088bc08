import type { Value } from '../template.ts';

export type Scheme = 'semver' | 'pep440';

/** A version as one of the two schemes reads it. */
export type Reading = {
  readonly scheme: Scheme;
  /** In the scheme's normal form: `1.2.3-rc.1`, `1.2.3rc1`. */
  readonly version: string;
  /** Neither a prerelease nor a development release; a post-release of a final one is stable. */
  readonly isStable: boolean;
  /** A fix of a release that is not in its code, by PEP 440: `1.0.post1`. */
  readonly isPost: boolean;
  readonly major: string;
  readonly minor: string;
  readonly patch: string;
  /** Whether major, minor and patch are all there is. */
  readonly hasThreeParts: boolean;
  /** What a pattern may name: `{{version}}`, `{{major}}` and so on. */
  readonly values: Readonly<Record<string, Value>>;
};

/** Longer texts are no versions: node-semver has this limit, and it bounds the time of PEP 440's regular expression. */
export const MAX_VERSION_LENGTH = 256;
