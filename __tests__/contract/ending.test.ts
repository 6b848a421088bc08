import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { ACTION, said, stageStepForEachTest } from '../tools/stage-step.ts';
import { until } from '../tools/until.ts';

const stage = stageStepForEachTest();

const temporary = () => path.join(stage().folder, 'tmp');
const builds = () => stage().docker.callsOf('buildx', 'build');
const isPresent = (pid: number) => existsSync(`/proc/${pid}`);

/** Starts `tagboat run` with a login, so that there is a credential to leave behind. */
function startRun(...args: readonly string[]) {
  mkdirSync(temporary(), { recursive: true });
  const command = [path.join(ACTION, 'dist/main/index.js'), 'run', '--ref=refs/tags/v1.2.3', '--push=false', ...args];
  const { docker, folder } = stage();
  return spawn(process.execPath, command, {
    cwd: path.join(folder, 'workspace'),
    env: { HOME: path.join(folder, 'home'), TMPDIR: temporary(), GITHUB_SHA: '1a2b3c4d'.repeat(5), ...docker.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

const LOGIN = ['--registry=r.test', '--username=ann', '--password=hunter2hunter2'];

// signal, exit status
test.each([
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGQUIT', 131],
  ['SIGTERM', 143],
] as const)('P8: %s ends the command line with status %i, and no process, folder or credential is left', async (signal, status) => {
  stage().docker.behave({ build: 'hang' });
  const run = startRun(...LOGIN);
  const log = text(run.stderr);
  await until(() => builds().length > 0);
  run.kill(signal);
  const [code] = await once(run, 'close');
  expect([code, await log]).toEqual([status, expect.stringContaining(`error: cancelled by ${signal}`)]);
  expect(readdirSync(temporary())).toEqual([]);
  await until(() => builds().every(({ pid }) => !isPresent(pid)));
});

test('P8: a reader that goes away ends nothing: the run goes on in silence and leaves nothing', async () => {
  const run = startRun(...LOGIN);
  run.stdout.destroy();
  run.stderr.destroy();
  const [code, signal] = await once(run, 'close');
  expect([code, signal, builds().length]).toEqual([0, null, 1]);
  expect(readdirSync(temporary())).toEqual([]);
});

test('P8: a step whose log nobody reads publishes all the same', async () => {
  const node = path.join(stage().folder, 'node-without-reader');
  writeFileSync(node, `#!/bin/bash\nexec '${process.execPath}' "$@" > >(:) 2> >(:)\n`, { mode: 0o755 });
  const run = await stage().release({ node });
  expect([run.code, run.outputs.pushed, run.leftovers.filter((file) => !file.includes('bake'))]).toEqual([0, 'true', []]);
});

// Both reach Node's uncaughtException.
test.each(['throw new Error("a bug")', 'Promise.reject(new Error("a bug"))'])(
  'P8: an error that nothing catches ends the run in order: %s',
  async (bug) => {
    stage().docker.behave({ build: 'hang' });
    const preload = path.join(stage().folder, 'bug.cjs');
    const marker = path.join(stage().folder, 'now');
    const watch = `setInterval(() => { if (require('node:fs').existsSync('${marker}')) { require('node:fs').rmSync('${marker}'); ${bug}; } }, 10).unref()`;
    writeFileSync(preload, `if (process.argv[1]?.endsWith('main/index.js')) ${watch};`);
    const running = stage().release({ env: { NODE_OPTIONS: `--require=${preload}` } });
    await until(() => builds().length > 0);
    writeFileSync(marker, '');
    const run = await running;
    expect(run).toMatchObject({ code: 1, orphans: [], outputs: { pushed: 'false' } });
    expect(run.leftovers.filter((file) => !file.includes('bake'))).toEqual([]);
    expect(said(run, 'error')).toEqual([expect.stringMatching(/^Error: a bug\n\s+at /)]);
  },
);

test('the folder of a killed run is removed at the next start, and nothing else', async () => {
  stage().docker.behave({ build: 'hang' });
  const killed = startRun(...LOGIN);
  await until(() => builds().length > 0);
  killed.kill('SIGKILL');
  await once(killed, 'close');
  for (const { pid } of builds()) process.kill(pid, 'SIGKILL');
  const [left = ''] = readdirSync(temporary());
  const owner = readFileSync(path.join(temporary(), left, 'owner.json'), 'utf8');
  expect(readFileSync(path.join(temporary(), left, 'docker/config.json'), 'utf8')).toContain('r.test');
  const victim = path.join(stage().folder, 'victim');
  const layOut = (folder: string, content: string | undefined) => {
    mkdirSync(folder);
    if (content !== undefined) writeFileSync(path.join(folder, 'owner.json'), content);
  };
  const living = JSON.stringify({ ...JSON.parse(owner), ...describe(process.pid) });
  layOut(victim, owner);
  symlinkSync(victim, path.join(temporary(), 'tagboat-link'));
  layOut(path.join(temporary(), 'tagboat-living'), living);
  layOut(path.join(temporary(), 'tagboat-reused'), JSON.stringify({ ...JSON.parse(living), started: '1' }));
  layOut(path.join(temporary(), 'tagboat-elsewhere'), JSON.stringify({ ...JSON.parse(owner), namespace: 'pid:[1]' }));
  layOut(path.join(temporary(), 'tagboat-unowned'), undefined);
  layOut(path.join(temporary(), 'tagboat-strange'), '{"pid": "-1"}');
  stage().docker.behave({});
  const [code] = await once(
    startRun().on('spawn', () => undefined),
    'exit',
  );
  expect(code).toBe(0);
  expect(readdirSync(temporary()).sort()).toEqual(['elsewhere', 'link', 'living', 'strange', 'unowned'].map((name) => `tagboat-${name}`));
  expect(existsSync(path.join(victim, 'owner.json'))).toBe(true);
});

/** A process as a folder's owner is described. */
function describe(pid: number) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return { pid: String(pid), started: stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] };
}

// what is full, the exit status, what is said
test.each([
  [
    'GITHUB_OUTPUT',
    1,
    'error',
    /^The outputs cannot be written: ENOSPC: .*; later steps lack them\. published at this moment: \S+ 1\.2\.3, 1\.2, 1 and latest$/,
  ],
  ['GITHUB_STEP_SUMMARY', 0, 'warning', /^The job summary cannot be written: ENOSPC: no space left on device/],
] as const)('P9: a full disk under %s is told in a line, and the other is written', async (file, code, command, expected) => {
  const run = await stage().release({ commandFiles: { [file]: '/dev/full' } });
  expect(run.code).toBe(code);
  expect(said(run, command)).toEqual([expect.stringMatching(expected)]);
  expect(run.stdout + run.stderr).not.toMatch(/^\s+at .*:\d+/m);
  expect(run.stdout).toContain('::group::Result: published');
  if (file === 'GITHUB_OUTPUT') expect(run.summary).toContain('1.2.3');
  else expect(run.outputs).toMatchObject({ pushed: 'true', version: '1.2.3' });
});

test('P9: a full disk under GITHUB_STATE ends the run before anything is secret, and leaves no folder', async () => {
  const run = await stage().release({ commandFiles: { GITHUB_STATE: '/dev/full' } });
  expect([run.code, run.leftovers]).toEqual([1, []]);
  expect(said(run, 'error')).toContainEqual(expect.stringMatching(/^GITHUB_STATE: cannot be written \(ENOSPC: .*\); see that/));
  expect(run.outputs).toMatchObject({ pushed: 'false' });
});
