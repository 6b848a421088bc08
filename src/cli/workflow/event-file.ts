import { readFile } from 'node:fs/promises';
import { asObject, type JsonObject } from '../../plan/text/json.ts';
import { parseJson } from '../../plan/text/parse-json.ts';
import { ProblemError } from '../../plan/text/problem.ts';

/** The payload in the file that `--event` names. @throws {ProblemError} where there is no such file, or no JSON in it. */
export async function readEventFile(file: string): Promise<JsonObject> {
  const problem = (wrong: string) =>
    new ProblemError({ where: '--event', given: file, wrong, accepted: 'name a file with the event as GitHub writes it' });
  const text = await readFile(file, 'utf8').catch(() => {
    throw problem('cannot be read');
  });
  const event = parseJson(text);
  if (event === undefined) throw problem('holds no JSON');
  return asObject(event);
}
