import type { BuildInputs, Inputs } from '../inputs/inputs.ts';
import type { RegistryLogin } from '../inputs/registry-auth.ts';
import type { Context } from '../naming/context.ts';
import { asList, asObject, asText, type Json } from '../text/json.ts';

/** A text that must not be shown. */
export type KnownSecret = {
  readonly value: string;
  /** What stands before it in a login. */
  readonly username?: string;
  /** Where it comes from, for messages: `secrets, npm`. */
  readonly where: string;
};

/** What the secrets are that `secret-envs` and `secret-files` only name. */
export type SecretContents = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** By path; files that cannot be read are left out. */
  readonly files: Readonly<Record<string, string>>;
};

/** What was given as a secret: it may stand in none of the texts that are published or that other users of the machine can read. */
export function givenSecrets(
  { secrets, githubToken }: Pick<Inputs, 'secrets' | 'githubToken'>,
  logins: readonly RegistryLogin[],
  { environment, files }: SecretContents,
): readonly KnownSecret[] {
  const builds = secrets.map((secret): KnownSecret => {
    if (secret.kind === 'value') return { value: secret.value, where: `secrets, ${secret.id}` };
    if (secret.kind === 'environment') return { value: environment[secret.variable] ?? '', where: `secret-envs, ${secret.id}` };
    return { value: files[secret.path] ?? '', where: `secret-files, ${secret.id}` };
  });
  const passwords = logins.map(({ registry, username, password }) => ({
    value: password,
    username,
    where: `the password for ${registry}`,
  }));
  const tokens =
    githubToken === '' || logins.some(({ password }) => password === githubToken) ? [] : [{ value: githubToken, where: 'github-token' }];
  return [...passwords, ...builds, ...tokens].filter(({ value }) => value.trim() !== '');
}

/** Whether a text is what everybody knows of the run: handed to a build as a secret, so that the cache does not depend on it, it is none. */
export function isPublic(text: string, { sha, ref, repository, run, event }: Context): boolean {
  const name = ref.replace(/^refs\/(?:heads|tags|pull)\//, '');
  const facts = [sha, ref, name, repository.fullName, repository.name, repository.htmlUrl, run.id, run.number, run.serverUrl, event.name];
  return facts.includes(text.trim());
}

/** Attributes of caches that are keys. @see https://docs.docker.com/build/cache/backends/ */
const KEY_ATTRIBUTE = /(?:^|,)\s*"?(secret_access_key|session_token|token|ghtoken|password)=("[^"]*"|[^,"]*)/g;
const KEY_NAMES = ['secret_access_key', 'session_token', 'token', 'ghtoken', 'password'];

/** `user:password@` and `token@` in a URL. */
const URL_LOGIN = /\b([a-z][a-z0-9+.-]{0,20}:\/\/)([^\s/?#@:"']{0,200})(?::([^\s/?#@"']{1,400}))?@/gi;

/** Secrets that stand within other inputs: keys of caches, and logins in URLs. They are hidden wherever they are printed. */
export function foundSecrets(value: unknown): readonly KnownSecret[] {
  return textsOf(value as Json).flatMap(({ key, text }) => [
    ...(KEY_NAMES.includes(key) ? [{ value: text, where: key }] : []),
    ...[...text.matchAll(KEY_ATTRIBUTE)].map(([, name = '', given = '']) => ({ value: given.replaceAll('"', ''), where: name })),
    ...[...text.matchAll(URL_LOGIN)].map(([, , user = '', password = user]) => ({ value: password, where: 'a URL' })),
  ]);
}

type KeyedText = { readonly key: string; readonly text: string };

function textsOf(value: Json | undefined, key = ''): readonly KeyedText[] {
  const text = asText(value);
  if (text !== undefined) return [{ key, text }];
  const list = asList(value);
  return list.length > 0
    ? list.flatMap((each) => textsOf(each, key))
    : Object.entries(asObject(value)).flatMap(([name, each]) => textsOf(each, name));
}

/** Build arguments with a login in a URL, which was not given as a secret: it may be an example, so it is a warning and not an error. */
export function findUrlLogins({ buildArgs }: BuildInputs): readonly string[] {
  return buildArgs
    .filter(([, text]) => [...text.matchAll(URL_LOGIN)].some(([, , , password]) => password !== undefined))
    .map(([key]) => key);
}

const HIDDEN = '***';

/** A value, such as the plan, with its secrets hidden: for printing only. */
export function hideSecrets<Value>(value: Value, forms: readonly string[]): Value {
  const longest = [...forms].sort((a, b) => b.length - a.length);
  const hide = (text: string): string =>
    longest
      .reduce((shown, form) => shown.replaceAll(form, HIDDEN), text)
      .replace(KEY_ATTRIBUTE, (whole, _name: string, given: string) => whole.slice(0, whole.length - given.length) + HIDDEN)
      .replace(
        URL_LOGIN,
        (_, scheme: string, user: string, password?: string) => `${scheme}${password === undefined ? HIDDEN : `${user}:${HIDDEN}`}@`,
      );
  return hideTexts(value, { hide, key: '' }) as Value; // the same shape, with other texts
}

type Hiding = { readonly hide: (text: string) => string; readonly key: string };

function hideTexts(value: unknown, { hide, key }: Hiding): unknown {
  if (typeof value === 'string') return KEY_NAMES.includes(key) ? HIDDEN : hide(value);
  if (Array.isArray(value)) return value.map((each) => hideTexts(each, { hide, key }));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, hideTexts(each, { hide, key: name })]));
}
