import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { ACTION, stageStepForEachTest } from '../tools/stage-step.ts';
import { commitAll, runGit } from '../tools/step.ts';

export const stage = stageStepForEachTest();

export function makeCheckout(...tags: readonly string[]): string {
  const folder = mkdtempSync(path.join(stage().folder, 'checkout-'));
  writeFileSync(path.join(folder, 'Dockerfile'), 'FROM scratch\n');
  writeFileSync(path.join(folder, 'app.py'), 'print("one")\n');
  commitAll(folder);
  for (const tag of tags) runGit(folder, 'tag', tag);
  return folder;
}

export type LocalRun = { readonly cwd: string; readonly env?: Readonly<Record<string, string>> };

/** Runs the command line without blocking this process, in which the registries are. */
export async function tagboat({ cwd, env }: LocalRun, ...args: readonly string[]) {
  const { docker, folder } = stage();
  const child = spawn(process.execPath, [path.join(ACTION, 'dist/main/index.js'), ...args], {
    cwd,
    env: { HOME: path.join(folder, 'home'), ...docker.env, PATH: `${docker.env.PATH}:${process.env.PATH}`, ...env },
  });
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { status: status as number, stdout, stderr };
}

export const RULES = ['--tags', 'type=release'] as const;
