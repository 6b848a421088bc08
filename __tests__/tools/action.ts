import { randomUUID } from 'node:crypto';
import { globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type FileCommands, makeCommandFiles } from '../../runner/command-files.ts';
import { type Command, makeCommandReader } from '../../runner/commands.ts';
import {
  contextVariables,
  inputVariables,
  makeGithubContext,
  makeRunnerContext,
  stateVariables,
  type Trigger,
} from '../../runner/environment.ts';
import { interpolate } from '../../runner/expressions.ts';
import { type ProcessEnd, runProcess } from '../../runner/process.ts';
import { readAction } from '../../runner/workflow.ts';
import { asObject } from '../../src/plan/text/json.ts';

export type ActionOptions = Trigger & {
  /** The entry, e.g. `dist/main/index.js`. */
  readonly main: string;
  /** The post step's entry; run after main with what that saved, however main ended. */
  readonly post?: string | undefined;
  readonly inputs?: Readonly<Record<string, string>>;
  /** The folder of the `action.yml` whose defaults fill in for inputs that are not given. */
  readonly definition?: string;
  /** Beside PATH, a HOME of its own, and what the runner sets. */
  readonly env?: Readonly<Record<string, string>>;
  /** Files that stand for the runner's own, by variable: `{ GITHUB_OUTPUT: '/dev/full' }`. Of main alone. */
  readonly commandFiles?: Readonly<Record<string, string>>;
  /** The repository and current folder; a new, empty one by default. */
  readonly workspace?: string;
  /** Signals for main, each sent once, when a line of its output holds the text. */
  readonly signals?: readonly { readonly after: string; readonly signal: NodeJS.Signals }[];
  /** Cancels main as GitHub's runner does: SIGINT, SIGTERM after 7.5 s, SIGKILL after 2.5 s more. */
  readonly cancel?: AbortSignal;
  /** The program that runs the entries, this process's own by default. */
  readonly node?: string;
};

/** All that the outside world sees of one process. */
export type ActionProcess = ProcessEnd &
  Omit<FileCommands, 'problems'> & {
    /** What it printed, each line ended. */
    readonly stdout: string;
    readonly stderr: string;
    /** Workflow commands among the lines of both; what stands between `stop-commands` and its end is none. */
    readonly commands: readonly Command[];
    /** Files it left in RUNNER_TEMP, by their path there. */
    readonly leftovers: readonly string[];
    /** Command lines of processes it started that run on. */
    readonly orphans: readonly string[];
    readonly durationMs: number;
    /** From the first signal that it was sent to its end. */
    readonly afterSignalMs: number | undefined;
  };

export type ActionRun = ActionProcess & { readonly post: ActionProcess | undefined };

/** Runs an action's entry as one process, as GitHub's runner would start it, in an environment that holds nothing else. */
export async function runAction(options: ActionOptions): Promise<ActionRun> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'action-'));
  try {
    const place = layOut(root, options);
    const main = await runEntry(options.main, place, options);
    if (options.post === undefined) return { ...main, post: undefined };
    const post = await runEntry(options.post, { ...place, env: { ...place.env, ...stateVariables(main.state) } }, {});
    return { ...main, post };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

type Place = { readonly node: string; readonly temp: string; readonly workspace: string; readonly env: Readonly<Record<string, string>> };

function layOut(root: string, options: ActionOptions): Place {
  const workspace = options.workspace ?? path.join(root, 'workspace');
  const runner = makeRunnerContext(root);
  const github = makeGithubContext(options, workspace);
  const temp = path.join(root, '_temp');
  const home = path.join(root, 'home');
  for (const folder of [workspace, temp, path.join(root, '_tool'), home]) mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(root, 'event.json'), JSON.stringify(github.event));
  const scope = { contexts: { github, runner }, status: 'success' as const, workspace };
  const declared = Object.entries(options.definition === undefined ? {} : (readAction(options.definition).inputs ?? {}));
  const defaults = Object.fromEntries(declared.map(([name, input]) => [name, interpolate(input?.default, scope)]));
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: home,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    ...contextVariables(github, asObject(runner)),
    GITHUB_EVENT_PATH: path.join(root, 'event.json'),
    GITHUB_ACTION: '__self',
    RUNNER_TRACKING_ID: `github_${randomUUID()}`,
    ...inputVariables({ ...defaults, ...options.inputs }),
    ...options.env,
  };
  return { node: options.node ?? process.execPath, temp, workspace, env };
}

async function runEntry(
  entry: string,
  { node, temp, workspace, env }: Place,
  { signals = [], cancel, commandFiles = {} }: Pick<ActionOptions, 'signals' | 'cancel' | 'commandFiles'>,
): Promise<ActionProcess> {
  const files = makeCommandFiles(temp);
  const lines = { stdout: '', stderr: '' };
  const read = makeCommandReader();
  const commands: Command[] = [];
  const waiting = new Set(signals);
  let child: number | undefined;
  let signalled: number | undefined;
  const begun = performance.now();
  const end = await runProcess({
    argv: [node, path.resolve(entry)],
    cwd: workspace,
    env: { ...env, ...files.variables, ...commandFiles },
    cancel,
    onStart: (pid) => {
      child = pid;
    },
    onLine: (line, stream) => {
      lines[stream] += `${line}\n`;
      commands.push(...[read(line) ?? []].flat());
      for (const wish of waiting) {
        if (child === undefined || !line.includes(wish.after)) continue;
        waiting.delete(wish);
        signalled ??= performance.now();
        process.kill(child, wish.signal);
      }
    },
  });
  const ended = performance.now();
  const { problems, ...said } = files.collect();
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return {
    ...end,
    ...said,
    ...lines,
    commands,
    durationMs: ended - begun,
    afterSignalMs: signalled === undefined ? undefined : ended - signalled,
    leftovers: listFiles(temp),
    orphans: findProcesses(env.RUNNER_TRACKING_ID ?? ''),
  };
}

function listFiles(folder: string): readonly string[] {
  const names = globSync('**', { cwd: folder, exclude: ['_runner_file_commands'] });
  return names.filter((name) => !statSync(path.join(folder, name)).isDirectory()).sort();
}

/** Processes with this tracking id in their environment; GitHub's runner finds its orphans the same way. */
function findProcesses(trackingId: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && readProcess(name, 'environ').includes(`RUNNER_TRACKING_ID=${trackingId}\0`))
    .map((name) => readProcess(name, 'cmdline').split('\0').join(' ').trim())
    .filter((command) => command !== '');
}

function readProcess(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return ''; // it has ended, or is somebody else's
  }
}
