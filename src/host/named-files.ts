import { readFile } from 'node:fs/promises';
import type { NamedFile } from '../plan/env-file.ts';
import { readLines } from '../plan/lists.ts';

/** Reads the files that an input names, one a line, from the working folder. What cannot be read says why. */
export function readNamedFiles(list: string): Promise<readonly NamedFile[]> {
  return Promise.all(readLines(list).map(async (path) => ({ path, content: await readText(path) })));
}

async function readText(path: string): Promise<NamedFile['content']> {
  try {
    return { text: await readFile(path, 'utf8') };
  } catch (error) {
    return { failure: describeUnreadable(error) };
  }
}

function describeUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return code === 'ENOENT' ? 'is not there' : `cannot be read (${code})`;
}
