import { readFile } from 'node:fs/promises';
import type { JsonObject } from '../plan/text/json.ts';
import { parseObject } from '../plan/text/parse-json.ts';

/** The file's object; an empty one where there is none. */
export async function readJson(file: string): Promise<JsonObject> {
  return parseObject(await readFile(file, 'utf8').catch(() => ''));
}
