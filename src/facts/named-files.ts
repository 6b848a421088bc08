import { existsSync, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { readRegularFile } from '../host/regular-file.ts';
import type { Source } from '../plan/inputs/source.ts';
import type { NamedFile } from '../plan/text/env-file.ts';
import type { Boundary } from './boundary.ts';
import { LINK } from './foreign-files.ts';

type NamedFilesOptions = { readonly signal: AbortSignal; readonly boundary: Boundary | undefined };

/** Reads the files that an input names, from the working folder. What cannot be read says why. */
export function readNamedFiles(files: readonly string[], { signal, boundary }: NamedFilesOptions): Promise<readonly NamedFile[]> {
  return Promise.all(
    files.map(async (file) => {
      const isLeft = (await boundary?.isLeftBy(file)) === true;
      return { path: file, content: isLeft ? { failure: LINK.wrong } : await readRegularFile(file, { signal }) };
    }),
  );
}

/** What a path leads to; undefined where there is nothing. Pipes, sockets and devices are `special`. */
export function look(given: string): 'folder' | 'file' | 'special' | undefined {
  if (!existsSync(given)) return undefined;
  const found = statSync(given);
  if (found.isDirectory()) return 'folder';
  return found.isFile() ? 'file' : 'special';
}

/** What stands against the path that `source` names, as far as it is seen without reading it; undefined for nothing. */
export async function findSourceFailure(source: Source | undefined): Promise<string | undefined> {
  if (source?.kind !== 'path') return undefined;
  const found = await stat(source.path).catch(() => undefined);
  if (found === undefined) return 'is not there';
  const index = found.isDirectory() ? await stat(path.join(source.path, 'index.json')).catch(() => undefined) : found;
  return index === undefined ? 'is a folder without index.json, and so no OCI layout' : undefined;
}
