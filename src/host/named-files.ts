import { existsSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { NamedFile } from '../plan/env-file.ts';
import type { Source } from '../plan/source.ts';

/** Reads the files that an input names, from the working folder. What cannot be read says why. */
export function readNamedFiles(files: readonly string[]): Promise<readonly NamedFile[]> {
  return Promise.all(files.map(async (file) => ({ path: file, content: await readText(file) })));
}

/** What a path leads to; undefined where there is nothing. */
export function look(given: string): 'folder' | 'file' | undefined {
  if (!existsSync(given)) return undefined;
  return statSync(given).isDirectory() ? 'folder' : 'file';
}

/** What stands against the path that `source` names, as far as it is seen without reading it; undefined for nothing. */
export async function findSourceFailure(source: Source | undefined): Promise<string | undefined> {
  if (source?.kind !== 'path') return undefined;
  const found = await stat(source.path).catch(() => undefined);
  if (found === undefined) return 'is not there';
  const index = found.isDirectory() ? await stat(path.join(source.path, 'index.json')).catch(() => undefined) : found;
  return index === undefined ? 'is a folder without index.json, and so no OCI layout' : undefined;
}

async function readText(file: string): Promise<NamedFile['content']> {
  try {
    return { text: await readFile(file, 'utf8') };
  } catch (error) {
    return { failure: describeUnreadable(error) };
  }
}

function describeUnreadable(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
  return code === 'ENOENT' ? 'is not there' : `cannot be read (${code})`;
}
