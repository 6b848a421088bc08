/** Runs a workflow file on this machine: `node runner/main.ts FILE [options]`. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { JsonObject } from '../src/plan/text/json.ts';
import { runWorkflow } from './run.ts';

const usage = `usage: node runner/main.ts FILE [options]
  --event FILE         the event's payload, as JSON
  --event-name NAME    push (default), pull_request, release, …
  --ref REF            refs/heads/main (default), refs/tags/v1.2.3, …
  --sha SHA            the commit; the workspace's HEAD by default
  --repository NAME    owner/name
  --workspace FOLDER   the repository
  --secret NAME=VALUE  repeatable, as the next two
  --var NAME=VALUE
  --input NAME=VALUE
  --stub NAME=FOLDER   an action's folder to run for a foreign action, repeatable
  --token VALUE        GITHUB_TOKEN
  --api URL            where the GitHub API answers
  --summary FILE       where the job summary is added`;

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    event: { type: 'string' },
    'event-name': { type: 'string' },
    ref: { type: 'string' },
    sha: { type: 'string' },
    repository: { type: 'string' },
    workspace: { type: 'string' },
    secret: { type: 'string', multiple: true, default: [] },
    var: { type: 'string', multiple: true, default: [] },
    input: { type: 'string', multiple: true, default: [] },
    stub: { type: 'string', multiple: true, default: [] },
    token: { type: 'string' },
    api: { type: 'string' },
    summary: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const [file] = positionals;
if (given.help || file === undefined) {
  process.stdout.write(`${usage}\n`);
  process.exit(given.help ? 0 : 2);
}

const cancel = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cancel.abort());

const told = present({
  ref: given.ref,
  sha: given.sha ?? headCommit(given.workspace ?? process.cwd()),
  event: given.event === undefined ? undefined : (JSON.parse(readFileSync(given.event, 'utf8')) as JsonObject), // an event is an object
  eventName: given['event-name'],
  repository: given.repository,
  workspace: given.workspace,
  token: given.token,
  apiUrl: given.api,
});
const run = await runWorkflow(file, {
  ...told,
  secrets: pairs(given.secret),
  vars: pairs(given.var),
  inputs: pairs(given.input),
  stubs: Object.fromEntries(Object.entries(pairs(given.stub)).map(([name, folder]) => [name, path.resolve(folder)])),
  write: (line) => process.stdout.write(`${line}\n`),
  colour: process.stdout.isTTY && process.env.NO_COLOR === undefined,
  cancel: cancel.signal,
}).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return { ok: false, summary: '' };
});
if (given.summary !== undefined) appendFileSync(given.summary, run.summary);
process.exitCode = run.ok ? 0 : 1;

/** The values that were given, without the keys of those that were not. */
function present<Values extends object>(values: Values): { readonly [Key in keyof Values]?: Exclude<Values[Key], undefined> } {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { readonly [Key in keyof Values]?: Exclude<Values[Key], undefined> }; // only keys were dropped
}

function pairs(list: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(list.map((pair) => [pair.replace(/=.*$/s, ''), pair.replace(/^[^=]*=?/, '')]));
}

function headCommit(folder: string): string | undefined {
  try {
    return execFileSync('git', ['-C', folder, 'rev-parse', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined; // no repository: the runner has a default
  }
}
