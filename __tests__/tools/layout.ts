import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from '@jest/globals';
import type { Made } from './image.ts';

/** What a layout's folder gets: `index.json` as it is given, and the blobs by digest. */
export type LayoutContent = { readonly index?: string | object; readonly blobs?: readonly Made[] };

/** Gives the function that writes a layout; its folder goes with the test. */
export function layoutForEachTest(): (content: LayoutContent) => Promise<string> {
  const directories: string[] = [];
  afterEach(async () => {
    for (const directory of directories.splice(0)) await rm(directory, { recursive: true });
  });
  return async ({ index, blobs = [] }) => {
    const directory = await mkdtemp(join(tmpdir(), 'layout-'));
    directories.push(directory);
    const folder = join(directory, 'blobs', 'sha256');
    await mkdir(folder, { recursive: true });
    if (index !== undefined) await writeFile(join(directory, 'index.json'), typeof index === 'string' ? index : JSON.stringify(index));
    await Promise.all(blobs.map(({ digest, bytes }) => writeFile(join(folder, digest.slice('sha256:'.length)), bytes)));
    return directory;
  };
}
