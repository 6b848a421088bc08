import type { Context } from './context.ts';
import { asObject, asText } from './json.ts';
import type { LoginState } from './login-state.ts';
import type { Repository } from './reference.ts';

/** Whether to publish, and the reason in words that end a sentence: `built, not published: this is a pull request from a fork`. */
export type PushDecision = { readonly push: boolean; readonly reason: string };

export type PushWish = 'auto' | 'always' | 'never';

type Facts = {
  readonly wish: PushWish;
  readonly context: Context;
  readonly repositories: readonly Repository[];
  readonly loginAt: (registry: string) => LoginState;
  /** Registries for which a login is given, but for its password. */
  readonly passwordless: readonly string[];
};

/** Decides whether the image is published. `auto` publishes on trusted events where every registry has a login. */
export function decidePush({ wish, context, repositories, loginAt, passwordless }: Facts): PushDecision {
  if (wish === 'never') return { push: false, reason: 'push: false' };
  if (wish === 'always') return { push: true, reason: 'push: true' };
  const foreign = foreignHead(context);
  if (foreign !== undefined) return { push: false, reason: foreign };
  if (repositories.length === 0) return { push: false, reason: 'no image is named' };
  const registries = [...new Set(repositories.map(({ registry }) => registry))];
  const missing = registries.filter((registry) => loginAt(registry) === 'missing');
  const described = missing.map((registry) => (passwordless.includes(registry) ? `${registry} (the password is empty)` : registry));
  if (described.length > 0) return { push: false, reason: `there are no credentials for ${described.join(', ')}` };
  return { push: true, reason: describeTrust(registries, loginAt) };
}

function describeTrust(registries: readonly string[], loginAt: Facts['loginAt']): string {
  const open = registries.filter((registry) => loginAt(registry) === 'unneeded');
  if (open.length === 0) return 'credentials are there and the event is trusted';
  const needNone = `${open.join(', ')} ${open.length === 1 ? 'is' : 'are'} taken to need no login`;
  const others = open.length < registries.length ? 'credentials are there for the others, ' : '';
  return `${others}${needNone}, and the event is trusted`;
}

/** Why this run is not trusted with secrets, and gets none: the code being built is not the repository's own; undefined where it is. */
export function foreignHead({ event, repository }: Context): string | undefined {
  if (asText(asObject(event.payload.sender).login) === 'dependabot[bot]') return 'Dependabot’s runs get no secrets';
  const pull = asObject(event.payload.pull_request);
  const head = asObject(asObject(pull.head).repo);
  const run = asObject(event.payload.workflow_run);
  const from = event.name === 'workflow_run' ? asText(asObject(run.head_repository).full_name) : asText(head.full_name);
  const involved = event.name === 'workflow_run' || event.payload.pull_request !== undefined;
  if (!involved || from === repository.fullName) return undefined;
  return event.name === 'workflow_run' ? 'the triggering workflow ran for a fork' : 'this is a pull request from a fork';
}
