import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a process said through its five files. */
export type FileCommands = {
  readonly env: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  /** In the order they were added; the last one comes first in PATH. */
  readonly path: readonly string[];
  readonly summary: string;
  /** What the runner would complain about, each failing the step. */
  readonly problems: readonly string[];
};

/** Five fresh, empty files: the variables that name them, and what reads and removes them when the process has ended. */
export type CommandFiles = { readonly variables: Readonly<Record<string, string>>; readonly collect: () => FileCommands };

const fileNames = {
  GITHUB_ENV: 'set_env',
  GITHUB_OUTPUT: 'set_output',
  GITHUB_STATE: 'save_state',
  GITHUB_PATH: 'add_path',
  GITHUB_STEP_SUMMARY: 'step_summary',
} as const;

/** GitHub refuses a longer one. @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
const summaryLimitBytes = 1024 * 1024;

/** Lays the five files down under the runner's temporary folder. */
export function makeCommandFiles(temp: string): CommandFiles {
  const folder = path.join(temp, '_runner_file_commands');
  const id = randomUUID();
  mkdirSync(folder, { recursive: true });
  const locate = (variable: keyof typeof fileNames) => path.join(folder, `${fileNames[variable]}_${id}`);
  const variables = Object.keys(fileNames).map((name) => [name, locate(name as keyof typeof fileNames)] as const); // keys of that very object
  for (const [, file] of variables) writeFileSync(file, '');
  return {
    variables: Object.fromEntries(variables),
    collect: () => {
      const commands = readCommands((variable) => readFileSync(locate(variable), 'utf8'));
      for (const [, file] of variables) rmSync(file);
      return commands;
    },
  };
}

function readCommands(read: (variable: keyof typeof fileNames) => string): FileCommands {
  const problems: string[] = [];
  const pairs = (variable: 'GITHUB_ENV' | 'GITHUB_OUTPUT' | 'GITHUB_STATE') => {
    try {
      return parsePairs(read(variable));
    } catch (error) {
      problems.push(`Unable to process file command '${variable.slice(7).toLowerCase()}' successfully.`, String((error as Error).message)); // parsePairs throws only Errors
      return {};
    }
  };
  const { NODE_OPTIONS: nodeOptions, ...env } = pairs('GITHUB_ENV');
  if (nodeOptions !== undefined) problems.push("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
  const summary = read('GITHUB_STEP_SUMMARY');
  const size = Buffer.byteLength(summary);
  const tooLong = size > summaryLimitBytes;
  if (tooLong)
    problems.push(`$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${Math.ceil(size / 1024)}k.`);
  const folders = read('GITHUB_PATH').split(/\r?\n/).filter(Boolean);
  return { env, outputs: pairs('GITHUB_OUTPUT'), state: pairs('GITHUB_STATE'), path: folders, summary: tooLong ? '' : summary, problems };
}

/**
 * `NAME=value` lines and `NAME<<DELIMITER` blocks.
 * @throws in the words of GitHub's runner where a line is neither, or a block has no end.
 */
export function parsePairs(text: string): Readonly<Record<string, string>> {
  const pairs: [string, string][] = [];
  const lines = text.split(/\r?\n/);
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    if (line !== '') pairs.push(parsePair(line, lines));
  }
  return Object.fromEntries(pairs);
}

/** One pair; a block's lines are taken off `following`. */
function parsePair(line: string, following: string[]): [string, string] {
  const equals = line.indexOf('=');
  const block = line.indexOf('<<');
  if (equals > 0 && (block < 0 || equals < block)) return [line.slice(0, equals), line.slice(equals + 1)];
  if (block <= 0 || equals === 0) throw new Error(`Invalid format '${line}'`);
  const delimiter = line.slice(block + 2);
  const end = following.indexOf(delimiter);
  if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
  const value = following.splice(0, end + 1).slice(0, -1);
  return [line.slice(0, block), value.join('\n')];
}
