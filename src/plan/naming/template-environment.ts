import type { Inputs } from '../inputs/inputs.ts';
import type { Problem, ProblemError } from '../text/problem.ts';
import { isSecretName } from '../text/secret-name.ts';
import type { NamingTexts } from './naming-inputs.ts';
import type { TemplateEnvironment } from './template.ts';
import { TEMPLATES } from './template-text.ts';

/** Shorter secrets are found in any text. */
const SHORTEST_PART = 6;

/**
 * The value of `{{env.NAME}}`, which ends in tags, labels and annotations: everybody can read them.
 * @throws {ProblemError} for a variable that is not set, and one that is called like a secret.
 */
export function readVariable(
  name: string,
  environment: TemplateEnvironment | undefined,
  problem: (wrong: string, accepted: string) => ProblemError,
): string {
  if (!/^[A-Za-z_]\w*$/.test(name)) throw problem(`names {{env.${name}}}, which is not a variable`, 'write {{env.NAME}}');
  if (isSecretName(name)) {
    throw problem(
      `reads ${name}, which is called like a secret, and would be published`,
      'if its value is not a secret, give the variable another name in env',
    );
  }
  const value = environment === undefined ? '' : environment[name];
  if (value === undefined) throw problem(`reads ${name}, which the environment does not have`, 'set it in the env of the step or the job');
  return value;
}

/** Variables of templates that hold the value of a known secret, or are build secrets themselves. */
export function findSecretVariables(
  texts: NamingTexts,
  environment: TemplateEnvironment,
  { registries, secrets, githubToken }: Pick<Inputs, 'registries' | 'secrets' | 'githubToken'>,
): readonly Problem[] {
  const own = secrets.flatMap((secret) => (secret.kind === 'environment' ? [secret.variable] : []));
  const passwords = registries.logins.map(({ password }) => password);
  const buildSecrets = secrets.flatMap((secret) => (secret.kind === 'value' ? [secret.value] : []));
  const values = [...passwords, ...buildSecrets, ...own.map((name) => environment[name] ?? ''), githubToken]
    .map((value) => value.trim())
    .filter((value) => value !== '');
  const holds = (text: string): boolean =>
    values.some((value) => text.trim() === value || (value.length >= SHORTEST_PART && text.includes(value)));
  return Object.entries(texts).flatMap(([where, text]) =>
    namesIn(text)
      .filter((name) => own.includes(name) || holds(environment[name] ?? ''))
      .map((name) => ({
        where,
        given: `{{env.${name}}}`,
        wrong: 'has the value of a secret, and would be published',
        accepted: 'leave it out; a build gets secrets by secrets, secret-envs or secret-files',
      })),
  );
}

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(TEMPLATES)].flatMap(([template]) => [...template.matchAll(/\benv\.(\w+)/g)].map(([, name = '']) => name));
}
