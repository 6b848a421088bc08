import { readFile } from 'node:fs/promises';
import { asObject, type Json, type JsonObject } from '../../plan/json.ts';
import { ProblemError } from '../../plan/problem.ts';

/** The payload in the file that `--event` names. @throws {ProblemError} where there is no such file, or no JSON in it. */
export async function readEventFile(file: string): Promise<JsonObject> {
  const problem = (wrong: string) =>
    new ProblemError({ where: '--event', given: file, wrong, accepted: 'name a file with the event as GitHub writes it' });
  const text = await readFile(file, 'utf8').catch(() => {
    throw problem('cannot be read');
  });
  try {
    return asObject(JSON.parse(text) as Json); // JSON.parse gives just that
  } catch {
    throw problem('holds no JSON');
  }
}
