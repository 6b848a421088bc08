import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startLab } from '../tools/lab.ts';

const lab = await startLab();
const LAB = path.resolve(import.meta.dirname, '../../lab');
const folder = await mkdtemp(path.join(tmpdir(), 'clones-'));
/** A lab of its own beside the one that the other tests use, started by a clone with a cache of its own. */
const clone = path.join(folder, 'clone/lab');
const settings = { TAGBOAT_LAB_PORT: '5980', TAGBOAT_LAB_STATE: path.join(folder, 'lab'), TAGBOAT_LAB_ENGINE: 'own' };

const bash = async (script: string): Promise<string> => {
  const { TAGBOAT_LAB_CACHE: cache = path.join(LAB, '.cache') } = process.env;
  const env = { ...process.env, ...settings, SHARED_CACHE: cache };
  return (await promisify(execFile)('bash', ['-euc', script], { env, maxBuffer: 2 ** 24 })).stdout;
};

beforeAll(async () => {
  await cp(LAB, clone, { recursive: true, filter: (source) => path.basename(source) !== '.cache' });
  // A clone that found the lab up has no cache: then the programs come from the lab's state, and the base images are made anew.
  await bash(`mkdir ${clone}/.cache; if [ -d "$SHARED_CACHE" ]; then from=$SHARED_CACHE/.; else from=${lab.env.TAGBOAT_LAB_STATE}/tools; fi
    cp -al "$from" ${clone}/.cache/ 2>/dev/null || cp -a "$from" ${clone}/.cache/`);
  await bash(`unset TAGBOAT_LAB_CACHE; ${clone}/up >/dev/null`);
  await rm(clone, { recursive: true });
});

afterAll(async () => {
  await bash(`${LAB}/down`);
  await rm(folder, { recursive: true, force: true });
});

test('a lab outlives the clone that started it: another clone finds it up, and docker, buildx and emulation work', async () => {
  const build = 'docker buildx build --quiet --platform linux/amd64,linux/arm64 --push --tag "$TAGBOAT_LAB_OPEN/outlives" -';
  const printed = await bash(`eval "$(${LAB}/up)"; printf 'FROM busybox\\nRUN uname -m >/machine' | ${build}`);
  expect(printed).toMatch(/^sha256:/);
});
