import type { Host } from '../host/host.ts';
import { readRegularFile } from '../host/regular-file.ts';
import type { Inputs } from '../plan/inputs/inputs.ts';
import { parseLogins } from '../plan/inputs/registry-auth.ts';
import { parseSecrets } from '../plan/inputs/secrets.ts';
import type { Context } from '../plan/naming/context.ts';
import type { Json } from '../plan/text/json.ts';
import { ifRead, parsed } from '../plan/text/problem.ts';
import { findUrlLogins, foundSecrets, givenSecrets, hideSecrets, isPublic, type KnownSecret } from '../plan/trust/known-secrets.ts';
import { secretForms, whyNotMasked } from '../plan/trust/secret-forms.ts';
import type { Logins } from './logins.ts';

/** A secret in a file that is larger is too long to be looked for in a log. */
const MAX_FILE_BYTES = 65_536;

/** What everybody knows of a run, whatever it is handed over as. */
const PUBLIC = ['SHA', 'REF', 'REF_NAME', 'REPOSITORY', 'RUN_ID', 'RUN_NUMBER'];

/** Masks what is a secret by its input alone, before any message can show a part of it. The parsers report what cannot be read, without showing it. */
export function maskGiven(host: Host, parseYaml: (text: string) => Json): void {
  const { inputs, environment } = host;
  const text = (name: string): string => inputs[name] ?? '';
  const facts = PUBLIC.map((name) => environment[`GITHUB_${name}`]);
  const mask = (secret: string, username?: string): void => {
    if (!facts.includes(secret.trim())) host.mask(secret, username);
  };
  const logins =
    ifRead(parsed(() => parseLogins(text, { parseYaml, secretsWithheld: true, needsPassword: false, saysRegistry: true })))?.logins ?? [];
  for (const { password, username } of logins) mask(password, username);
  for (const name of ['password', 'github-token']) mask(text(name));
  const secrets = ifRead(parsed(() => parseSecrets({ values: text('secrets'), environments: text('secret-envs'), files: '' }))) ?? [];
  for (const secret of secrets) if (secret.kind === 'value') mask(secret.value);
  for (const secret of secrets) if (secret.kind === 'environment') mask(environment[secret.variable] ?? '');
}

/** What is known to be secret, and how to hide it in what is printed. */
export type MaskedSecrets = {
  readonly given: readonly KnownSecret[];
  /** The same value with its secrets hidden: for printing only. */
  readonly hide: <Value>(value: Value) => Value;
};

type KnownSecrets = { readonly inputs: Inputs; readonly logins: Logins; readonly context: Context };

/** Masks all secrets of the run, and says of which it cannot. */
export async function learnSecrets(host: Host, { inputs, logins, context }: KnownSecrets): Promise<MaskedSecrets> {
  const { environment, log } = host;
  const files = await readFiles(host, inputs);
  const given = givenSecrets(inputs, logins.given, { environment, files }).filter(({ value }) => !isPublic(value, context));
  const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'].map((name) => environment[name] ?? '');
  const found = foundSecrets([inputs.build, inputs.checks, inputs.builder, proxies]).filter(({ value }) => value.length >= 8);
  for (const { value, username } of [...given, ...found]) host.mask(value, username);
  for (const { value, where } of given) {
    const reason = whyNotMasked(value);
    if (reason !== undefined) log.warning(`${where}: ${reason}`);
  }
  for (const key of findUrlLogins(inputs.build)) {
    log.warning(
      `build-args: ${JSON.stringify(key)} holds a password in a URL, which will stand in the image's history; hand it over as a build secret`,
    );
  }
  const forms = [...given, ...found].flatMap(({ value, username }) => secretForms(value, username));
  return { given, hide: (value) => hideSecrets(value, forms) };
}

async function readFiles({ local, signal }: Host, { secrets }: Inputs): Promise<Readonly<Record<string, string>>> {
  if (local?.simulated !== undefined) return {};
  const paths = secrets.flatMap((secret) => (secret.kind === 'file' ? [secret.path] : []));
  const contents = await Promise.all(paths.map((path) => readRegularFile(path, { signal, maxBytes: MAX_FILE_BYTES })));
  return Object.fromEntries(contents.flatMap((content, index) => ('text' in content ? [[paths[index] ?? '', content.text]] : [])));
}
