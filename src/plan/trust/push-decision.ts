import type { Context } from '../naming/context.ts';
import { asObject, asText } from '../text/json.ts';
import type { Problem } from '../text/problem.ts';
import type { Repository } from '../text/reference.ts';
import { type ForeignHead, foreignHead } from './foreign-head.ts';
import type { LoginState } from './login-state.ts';

/** Whether to publish, and the reason in words that end a sentence: `built, not published: this is a pull request from a fork`. */
export type PushDecision = { readonly push: boolean; readonly reason: string };

export type PushWish = 'auto' | 'always' | 'never';

type PushFacts = {
  readonly wish: PushWish;
  readonly context: Context;
  readonly repositories: readonly Repository[];
  readonly loginAt: (registry: string) => LoginState;
  /** Registries for which a login is given, but for its password. */
  readonly passwordless: readonly string[];
  /** Whether a registry is on this machine. */
  readonly isLocal: (registry: string) => boolean;
};

/** The decision where the event leaves nothing to be built. */
export const CLOSED: PushDecision = {
  push: false,
  reason: 'this pull request is closed; what was merged is published by its push, or where ref names it',
};

/** Decides whether the image is published. `auto` publishes on trusted events where every registry has a login. */
export function decidePush({ wish, context, repositories, loginAt, passwordless, isLocal }: PushFacts): PushDecision {
  const foreign = foreignHead(context);
  if (wish === 'never') return { push: false, reason: 'push: false' };
  if (foreign !== undefined && !(wish === 'always' && staysHere(foreign, repositories, isLocal)))
    return { push: false, reason: foreign.reason };
  if (wish === 'always') return { push: true, reason: 'push: true' };
  if (isDependabot(context)) return { push: false, reason: 'Dependabot’s runs get no secrets' };
  if (context.event.name === 'merge_group') return { push: false, reason: 'a merge queue tests the commit, and its push publishes it' };
  if (repositories.length === 0) return { push: false, reason: 'no image is named' };
  const registries = [...new Set(repositories.map(({ registry }) => registry))];
  const missing = registries.filter((registry) => loginAt(registry) === 'missing');
  const described = missing.map((registry) => (passwordless.includes(registry) ? `${registry} (the password is empty)` : registry));
  if (described.length > 0) return { push: false, reason: `there are no credentials for ${described.join(', ')}` };
  return { push: true, reason: describeTrust(registries, loginAt) };
}

function describeTrust(registries: readonly string[], loginAt: PushFacts['loginAt']): string {
  const open = registries.filter((registry) => loginAt(registry) === 'unneeded');
  if (open.length === 0) return 'credentials are there and the event is trusted';
  const needNone = `${open.join(', ')} ${open.length === 1 ? 'is' : 'are'} taken to need no login`;
  const others = open.length < registries.length ? 'credentials are there for the others, ' : '';
  return `${others}${needNone}, and the event is trusted`;
}

/** What stands against `push: true`: a foreign head is never published. */
export function refusePush({ wish, context, repositories, isLocal }: Omit<PushFacts, 'loginAt' | 'passwordless'>): readonly Problem[] {
  const foreign = foreignHead(context);
  if (wish !== 'always' || foreign === undefined || staysHere(foreign, repositories, isLocal)) return [];
  const accepted = 'write push: auto, which builds and tests without publishing; what is merged is published by its push';
  return [{ where: 'push', given: 'true', wrong: `is not possible (${foreign.reason})`, accepted }];
}

/** Where the run holds no secrets, a registry of the job itself, such as one of its `services`, is no publication. */
function staysHere({ isIsolated }: ForeignHead, repositories: readonly Repository[], isLocal: PushFacts['isLocal']): boolean {
  return !isIsolated && repositories.length > 0 && repositories.every(({ registry }) => isLocal(registry));
}

/** Whether the run gets no secrets, so that an absent password is nobody’s mistake. */
export function lacksSecrets(context: Context): boolean {
  return foreignHead(context) !== undefined || isDependabot(context);
}

function isDependabot({ event }: Context): boolean {
  return asText(asObject(event.payload.sender).login) === 'dependabot[bot]';
}

/**
 * Whether the event is that a pull request was closed: its tags were published by earlier events, and what was merged is published by its
 * push. A ref that an input names is another matter.
 */
export function isClosedPull({ event }: Context, givenRef: string): boolean {
  const isPull = event.name === 'pull_request' || event.name === 'pull_request_target';
  return isPull && event.payload.action === 'closed' && givenRef === '';
}
