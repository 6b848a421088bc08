import { execFile } from 'node:child_process';
import { readFileSync, statfsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Lab, startLab } from '../__tests__/tools/lab.ts';

/** A lab for measurements, and where its engines and registries keep what they are given. */
export type QuietLab = { readonly lab: Lab; readonly content: 'in memory' | 'on disk'; readonly stop: () => Promise<void> };

const MEMORY = '/dev/shm';
/** What the rows write at most, with 1 GB to two registries, and as much again for everything else. */
const NEEDED_BYTES = 16_000_000_000;
/** Another lab may be up beside it. */
const IN_MEMORY = { TAGBOAT_LAB_STATE: `${MEMORY}/tagboat-bench`, TAGBOAT_LAB_PORT: '5640' } as const;

/**
 * In memory where there is enough, for neither do far registries write to this machine's disk, nor is it the disk that is to be measured: one
 * that other machines use too has made a row half as slow again. Such a lab goes with `stop`; another one is left up, as tests leave it.
 */
export async function startQuietLab(settings: Readonly<Record<string, string>>): Promise<QuietLab> {
  if (!hasEnoughMemory()) return { lab: await startLab(settings), content: 'on disk', stop: async () => undefined };
  const lab = await startLab({ ...settings, ...IN_MEMORY });
  const stop = async () => {
    const script = fileURLToPath(new URL('../lab/down', import.meta.url));
    await promisify(execFile)(script, ['--quiet'], { env: { ...process.env, ...IN_MEMORY } });
  };
  return { lab, content: 'in memory', stop };
}

function hasEnoughMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    const available = /^MemAvailable:\s*(\d+) kB/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1];
    return bavail * bsize >= NEEDED_BYTES && Number(available ?? 0) * 1024 >= NEEDED_BYTES;
  } catch {
    return false; // no such file system here
  }
}
