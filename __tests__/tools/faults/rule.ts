import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isDigest, type Operation } from '../registry/protocol.ts';

/** A request as rules see it. */
export type Subject = {
  readonly operation: Operation;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly repository: string;
  readonly reference: string;
  readonly headers: IncomingHttpHeaders;
};

/** Which requests a rule is about; all that is given has to fit. Texts are regular expressions. */
export type Match = {
  readonly operation?: Operation | readonly Operation[];
  readonly method?: string | readonly string[];
  /** What a manifest request names. */
  readonly names?: 'tag' | 'digest';
  readonly path?: string;
  readonly repository?: string;
  readonly reference?: string;
  readonly header?: Readonly<Record<string, string>>;
};

/** Seconds to wait, or the same as a date. */
export type RetryAfter = number | { readonly dateInSeconds: number };

/** What is done to a request. */
export type Fault =
  /** Nothing; the journal shows the rule's name. */
  | { readonly kind: 'pass' }
  /**
   * A false answer. `stored`: the registry gets the request first and does what it asks. `early`: sent while the client may still be
   * writing, as a front end does that turns a request away.
   */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly code?: string;
      readonly message?: string;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly retryAfter?: RetryAfter;
      readonly stored?: boolean;
      readonly early?: boolean;
    }
  /**
   * The connection breaks: by TCP reset, or with an orderly end. At the `start` nothing has reached the registry; in the `request` or the
   * `response` after so many bytes of its body; before the `reply` the registry has done it all and the client never learns.
   */
  | { readonly kind: 'reset' | 'close'; readonly when: 'start' | 'reply' }
  | { readonly kind: 'reset' | 'close'; readonly when: 'request' | 'response'; readonly afterBytes: number }
  /** No answer until the client goes. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'throttle'; readonly direction: 'request' | 'response'; readonly bytesPerSecond: number }
  /** One bit of the answer's body is flipped, in the byte at this place. */
  | { readonly kind: 'flip'; readonly at: number }
  /** The registry does what it is asked for, and its answer has these headers in the place of its own; names in lower case. */
  | { readonly kind: 'headers'; readonly headers: Readonly<Record<string, string>> }
  /** A tag that exists is not put again. */
  | { readonly kind: 'immutable' }
  /** Blobs and manifests are answered with 201 and thrown away. */
  | { readonly kind: 'swallow' };

export type Rule = {
  readonly name: string;
  readonly match?: Match;
  /** Let so many pass first. */
  readonly skip?: number;
  /** Apply so often, then no more. */
  readonly times?: number;
  /** Apply to every so-manieth. */
  readonly every?: number;
  /** Apply with this probability, drawn from the seed: the same seed gives the same faults. */
  readonly chance?: number;
  readonly seed?: number;
  readonly fault: Fault;
};

/** Rules with their counters: gives the first rule that has something to do with a request. */
export type Rules = {
  readonly choose: (subject: Subject) => Rule | undefined;
  readonly counts: () => readonly { readonly name: string; readonly matched: number; readonly applied: number }[];
};

/** @throws where a regular expression is malformed. */
export function makeRules(rules: readonly Rule[]): Rules {
  const counted = rules.map((rule) => ({
    rule,
    fits: compileMatch(rule.match ?? {}),
    draw: makeRandom(rule.seed ?? 1),
    matched: 0,
    applied: 0,
  }));
  return {
    choose: (subject) => {
      for (const item of counted) {
        if (!item.fits(subject)) continue;
        item.matched += 1;
        if (!isDue(item)) continue;
        item.applied += 1;
        return item.rule;
      }
      return undefined;
    },
    counts: () => counted.map(({ rule, matched, applied }) => ({ name: rule.name, matched, applied })),
  };
}

function isDue({ rule, draw, matched, applied }: { rule: Rule; draw: () => number; matched: number; applied: number }): boolean {
  const { skip = 0, times = Number.POSITIVE_INFINITY, every = 1, chance = 1 } = rule;
  if (matched <= skip || applied >= times || (matched - skip - 1) % every !== 0) return false;
  return chance >= 1 || draw() < chance;
}

function compileMatch(match: Match): (subject: Subject) => boolean {
  const within = (wanted: string | readonly string[] | undefined, value: string) => wanted === undefined || [wanted].flat().includes(value);
  const pattern = (source: string | undefined) => (source === undefined ? undefined : new RegExp(source));
  const texts = (['path', 'repository', 'reference'] as const).map((field) => [field, pattern(match[field])] as const);
  const headers = Object.entries(match.header ?? {}).map(([name, source]) => [name.toLowerCase(), new RegExp(source)] as const);
  return (subject) =>
    within(match.operation, subject.operation) &&
    within(match.method, subject.method) &&
    (match.names === undefined || (subject.operation.startsWith('manifest-') && match.names === kindOf(subject.reference))) &&
    texts.every(([field, regexp]) => regexp === undefined || regexp.test(subject[field])) &&
    headers.every(([name, regexp]) => regexp.test(String(subject.headers[name] ?? '')));
}

/** What a reference to a manifest is. */
export function kindOf(reference: string): 'tag' | 'digest' {
  return isDigest(reference) ? 'digest' : 'tag';
}

/** Numbers from 0 to 1, the same for the same seed. */
function makeRandom(seed: number): () => number {
  let drawn = 0;
  return () => {
    drawn += 1;
    return createHash('sha256').update(`${seed} ${drawn}`).digest().readUInt32BE() / 2 ** 32;
  };
}
