import type { IncomingMessage } from 'node:http';
import type { JournalEntry } from '../registry/protocol.ts';
import { findRoute } from '../registry/routes.ts';
import { kindOf } from './rule.ts';

/** One request through the proxy, in the words of the test registry's journal and some more. */
export type FaultEntry = JournalEntry & {
  /** From 1, in the order of arrival. */
  readonly number: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** What a manifest request names; undefined for other requests. */
  readonly names: 'tag' | 'digest' | undefined;
  /** The name of the rule that was applied, or `gate`. */
  readonly by: string | undefined;
  readonly fault: string | undefined;
  /** What the registry behind answered; 0 where it was not asked. */
  readonly upstreamStatus: number;
  readonly answerBytes: number;
  /** From arrival to the end of the answer; undefined while it lasts. */
  readonly durationMs: number | undefined;
};

export type MutableEntry = { -readonly [Key in keyof FaultEntry]: FaultEntry[Key] };

/** What entries are looked for by: equal values, or a regular expression for texts. */
export type Query = { readonly [Key in keyof FaultEntry]?: FaultEntry[Key] | RegExp };

/** Begins the entry of a request. */
export function makeEntry(request: IncomingMessage, number: number): MutableEntry {
  const { method = '', url = '', headers } = request;
  const route = findRoute(method, url.split('?')[0] ?? '');
  const scheme = headers.authorization?.split(' ')[0]?.toLowerCase();
  return {
    ...route,
    method,
    path: url,
    headers,
    authorization: scheme === 'basic' || scheme === 'bearer' ? scheme : 'none',
    bodyBytes: 0,
    status: 0,
    number,
    at: Date.now(),
    names: route.operation.startsWith('manifest-') ? kindOf(route.reference) : undefined,
    by: undefined,
    fault: undefined,
    upstreamStatus: 0,
    answerBytes: 0,
    durationMs: undefined,
  };
}

/** The entries that agree with a query, in their order. */
export function findEntries(journal: readonly FaultEntry[], query: Query): readonly FaultEntry[] {
  const wanted = Object.entries(query);
  return journal.filter((entry) =>
    wanted.every(([key, want]) => {
      const value = entry[key as keyof FaultEntry]; // the keys of a Query are those of an entry
      return want instanceof RegExp ? typeof value === 'string' && want.test(value) : value === want;
    }),
  );
}
