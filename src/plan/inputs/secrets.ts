import { type Pair, parseItems } from '../text/lists.ts';
import { collect, collectAll, type Problem, ProblemError } from '../text/problem.ts';
import type { LocalFiles } from './local-files.ts';

/** A build secret: where its value comes from. Values are never part of the plan. */
export type BuildSecret =
  | { readonly id: string; readonly kind: 'value'; readonly value: string }
  | { readonly id: string; readonly kind: 'environment'; readonly variable: string }
  | { readonly id: string; readonly kind: 'file'; readonly path: string };

type SecretInputs = { readonly values: string; readonly environments: string; readonly files: string };
type BuildSecrets = readonly BuildSecret[];

/**
 * Reads the inputs `secrets`, `secret-envs` and `secret-files`.
 * @param machine undefined where it is not known which variables and files there are.
 * @throws {ProblemError} without ever showing a value, or what may be one in the wrong place.
 */
export function parseSecrets(inputs: SecretInputs, machine?: LocalFiles): BuildSecrets {
  const read = collect<{ readonly values: BuildSecrets; readonly environments: BuildSecrets; readonly files: BuildSecrets }>({
    values: () => parseEntries('secrets', parseValues(inputs.values)).map(([id, value]) => ({ id, kind: 'value', value })),
    environments: () =>
      collectAll(parseEntries('secret-envs', parseItems(inputs.environments)), ([id, variable]) => {
        if (machine !== undefined && machine.environment[variable] === undefined) throw new ProblemError(unsetVariable(id));
        return { id, kind: 'environment', variable };
      }),
    files: () => {
      const entries = parseValues(inputs.files).map((entry) => entry.trim());
      return collectAll(parseEntries('secret-files', entries), ([id, path]) => {
        const found = machine?.look(path);
        if (machine !== undefined && found !== 'file') throw new ProblemError(missingFile(id, found));
        return { id, kind: 'file', path };
      });
    },
  });
  const secrets = [...read.values, ...read.environments, ...read.files];
  collectAll(secrets, ({ id }, index) => {
    if (secrets.findIndex((other) => other.id === id) < index) throw new ProblemError(repeatedId(id));
  });
  return secrets;
}

const ID = /^[A-Za-z0-9_.-]{1,128}$/;

/** What stands before the first `=`, and after it. Messages name wrong entries by their number: a value without its quotes looks like entries. */
function parseEntries(input: string, entries: readonly string[]): readonly Pair[] {
  return collectAll(entries, (entry, index) => {
    const where = `${input}, entry ${index + 1}`;
    const equals = entry.indexOf('=');
    const id = entry.slice(0, Math.max(equals, 0));
    if (ID.test(id)) return [id, entry.slice(equals + 1)];
    const wrong = id === '' ? 'has no id' : 'has an id of other characters than letters, digits, dots, dashes and underscores';
    throw new ProblemError({ where, wrong, accepted: 'write id=value, and quote the whole entry where the value has several lines' });
  });
}

function unsetVariable(given: string): Problem {
  const accepted = 'write id=NAME, and set NAME in the env of the step (to an empty text where there is no secret)';
  return { where: 'secret-envs', given, wrong: 'is of an environment variable that is not set', accepted };
}

function missingFile(given: string, found: 'folder' | 'special' | undefined): Problem {
  return {
    where: 'secret-files',
    given,
    wrong: found === 'special' ? 'is of a pipe, a socket or a device, not a regular file' : 'is of a file that is not there',
    accepted: 'write id=path, the path seen from the working folder',
  };
}

function repeatedId(given: string): Problem {
  return { where: 'secrets, secret-envs, secret-files', given, wrong: 'is the id of two secrets', accepted: 'give each an id of its own' };
}

/**
 * Values by line. One that begins with a quote goes on to the closing quote, over line ends too; a quote inside is doubled.
 * Nothing is trimmed inside: a secret is taken byte for byte.
 */
function parseValues(text: string): readonly string[] {
  const records = text.matchAll(/^[ \t]*"((?:[^"]|"")*)"[ \t]*\r?$|^([^\r\n]+)\r?$/gm);
  return [...records].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '').filter((record) => record.trim() !== '');
}
