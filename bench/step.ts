import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeCommandFiles } from '../runner/command-files.ts';
import { contextVariables, inputVariables, makeGithubContext, makeRunnerContext } from '../runner/environment.ts';
import { asObject } from '../src/plan/text/json.ts';
import { PLATFORMS } from './content.ts';
import { type Ended, time } from './process.ts';
import type { Release } from './release.ts';
import type { Workplace } from './workplace.ts';

export type StepRun = Ended & {
  /** How long the programs it started ran, and the beginnings of their command lines; only with `clocked`. */
  readonly children: readonly { readonly command: string; readonly durationMs: number }[];
};

export type StepOptions = {
  readonly dryRun?: boolean;
  /** Measures the programs it starts, which costs 3 ms. */
  readonly clocked?: boolean;
};

const CHILD_CLOCK = path.join(import.meta.dirname, 'child-clock.js');
const SHA = '5e1f0c6a2b7d4938a1c05d3e7f9b8462d0a4c1e3';

/** What GitHub sends with a pushed tag, so that nothing is left to ask of its API. */
const EVENT = {
  after: SHA,
  head_commit: { id: SHA, timestamp: '2025-01-02T03:04:05Z' },
  repository: {
    full_name: 'octo/bench',
    name: 'bench',
    description: 'Something to measure',
    html_url: 'https://github.com/octo/bench',
    default_branch: 'main',
    license: { spdx_id: 'MIT' },
  },
};

/** Runs the shipped bundle as a runner would: inputs and context in the environment, outputs in files. It must succeed. */
export async function runStep(place: Workplace, release: Release, options: StepOptions = {}): Promise<StepRun> {
  const run = await tryStep(place, release, options);
  if (run.status !== 0) throw new Error(`the step ended with ${run.status}:\n${run.output}`);
  return run;
}

/** The same, however it ends. */
export function tryStep(place: Workplace, release: Release, { dryRun = false, ...options }: StepOptions = {}): Promise<StepRun> {
  const { content, version } = release;
  return tryInputs(place, { content, version, inputs: inputsFor(release, dryRun) }, options);
}

/** A step with whatever inputs, for a pushed version, in a folder that is the checkout. */
export type StepCall = Pick<Release, 'content' | 'version'> & { readonly inputs: Readonly<Record<string, string>> };

/** Runs the shipped bundle with these inputs. It must succeed. */
export async function runInputs(place: Workplace, call: StepCall): Promise<StepRun> {
  const run = await tryInputs(place, call, {});
  if (run.status !== 0) throw new Error(`the step ended with ${run.status}:\n${run.output}`);
  return run;
}

async function tryInputs(
  place: Workplace,
  { content, version, inputs }: StepCall,
  { clocked = false }: Omit<StepOptions, 'dryRun'>,
): Promise<StepRun> {
  const root = path.join(place.folder, 'runner');
  const clock = path.join(root, 'clock');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(path.join(root, '_temp'), { recursive: true });
  writeFileSync(path.join(root, 'event.json'), JSON.stringify(EVENT));
  writeFileSync(clock, '');
  const github = makeGithubContext({ event: EVENT, ref: `refs/tags/v${version}` }, content);
  const ended = await time({
    argv: [process.execPath, path.join(place.dist, 'main/index.js')],
    cwd: content,
    env: {
      ...place.env,
      ...(clocked ? { NODE_OPTIONS: `--import=${CHILD_CLOCK}`, TAGBOAT_BENCH_CLOCK: clock } : {}),
      ...contextVariables(github, asObject(makeRunnerContext(root))),
      ...makeCommandFiles(path.join(root, '_temp')).variables,
      GITHUB_EVENT_PATH: path.join(root, 'event.json'),
      ...inputVariables(inputs),
    },
  });
  return { ...ended, children: readClock(clock) };
}

function inputsFor({ repositories, further = [] }: Release, dryRun: boolean): Readonly<Record<string, string>> {
  return {
    images: repositories.join('\n'),
    tags: ['type=release', ...further.map((tag) => `type=raw,value=${tag}`)].join('\n'),
    platforms: PLATFORMS.join(','),
    'dry-run': String(dryRun),
  };
}

function readClock(file: string): StepRun['children'] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [durationMs, ...command] = line.split(' ');
      return { command: command.join(' '), durationMs: Number(durationMs) };
    });
}
