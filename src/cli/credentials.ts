import type { Readable } from 'node:stream';
import type { RawInputs } from '../plan/inputs/raw-inputs.ts';
import { ProblemError } from '../plan/text/problem.ts';

/** Inputs that may come by a variable of the environment, where the command line does not have them. */
const VARIABLES: Readonly<Record<string, string>> = {
  registry: 'TAGBOAT_REGISTRY',
  username: 'TAGBOAT_USERNAME',
  password: 'TAGBOAT_PASSWORD',
  'registry-auth': 'TAGBOAT_REGISTRY_AUTH',
  'github-token': 'TAGBOAT_GITHUB_TOKEN',
  secrets: 'TAGBOAT_SECRETS',
};

/** Those that hold secrets; as arguments every user of the machine can read them. */
const SECRET = ['password', 'registry-auth', 'github-token', 'secrets'];

const STDIN_LIMIT = 65_536;

type GivenCredentials = {
  readonly inputs: RawInputs;
  readonly environment: NodeJS.ProcessEnv;
  /** Where the password is read from; undefined where it is not. */
  readonly stdin: (Readable & { readonly isTTY?: boolean }) | undefined;
};

/** The inputs with what comes by the environment and standard input, and the environment without secrets, for other programs to be started with. */
export type LocalCredentials = {
  readonly inputs: RawInputs;
  readonly environment: NodeJS.ProcessEnv;
  readonly warnings: readonly string[];
};

/** @throws {ProblemError} where the password is given twice, has no username, or does not come. */
export async function readLocalCredentials({ inputs, environment, stdin }: GivenCredentials): Promise<LocalCredentials> {
  const exposed = SECRET.filter((name) => (inputs[name] ?? '') !== '');
  const warnings = exposed.map((name) => {
    const better = name === 'password' ? '--password-stdin or the variable TAGBOAT_PASSWORD' : `the variable ${VARIABLES[name]}`;
    return `--${name}: every user of this machine can read the arguments of a process; use ${better}`;
  });
  const piped = stdin === undefined ? {} : { password: await readPassword(inputs, stdin) };
  const fromEnvironment = Object.entries(VARIABLES).flatMap(([name, variable]) => {
    const value = environment[variable] ?? '';
    return value === '' || inputs[name] !== undefined ? [] : [[name, value] as const];
  });
  const whole: RawInputs = { ...Object.fromEntries(fromEnvironment), ...inputs, ...piped };
  if (stdin !== undefined && (whole.username ?? '') === '') throw refusal('has no user', 'give --username too');
  const secret = SECRET.map((name) => VARIABLES[name]);
  const kept = Object.entries(environment).filter(([name]) => !secret.includes(name));
  return { inputs: whole, environment: Object.fromEntries(kept), warnings };
}

async function readPassword(inputs: RawInputs, stdin: Readable & { readonly isTTY?: boolean }): Promise<string> {
  if (inputs.password !== undefined) throw refusal('stands beside --password', 'give one of them');
  if (stdin.isTTY === true)
    throw refusal('reads a terminal, where the password would be shown', 'pipe it in: tagboat run --password-stdin <file');
  let text = '';
  for await (const chunk of stdin.setEncoding('utf8')) {
    text += String(chunk);
    if (text.length > STDIN_LIMIT) throw refusal(`reads more than ${STDIN_LIMIT} characters`, 'pipe in the password alone');
  }
  const password = text.replace(/\r?\n$/, '');
  if (password === '') throw refusal('reads nothing', 'pipe in the password');
  return password;
}

function refusal(wrong: string, accepted: string): ProblemError {
  return new ProblemError({ where: 'command line', given: '--password-stdin', wrong, accepted });
}
