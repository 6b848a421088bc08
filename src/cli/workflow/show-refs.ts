import { refsData, refsTable, tableDifference } from '../../report/refs-table.ts';
import type { CommandLine } from '../command-line.ts';
import { planRefs, readRefsFile } from './many-refs.ts';

/** Prints the table of refs, or how it differs from the one expected. @returns the exit status: 1 where it differs. @throws {ProblemError} */
export async function tellRefs(commandLine: CommandLine, environment: NodeJS.ProcessEnv): Promise<number> {
  const { refsFile = '', checkFile, json, explain } = commandLine;
  const refs = await readRefsFile(refsFile, '--refs');
  const expected = checkFile === undefined ? undefined : await readRefsFile(checkFile, '--check');
  const rows = await planRefs(
    refs.map(({ ref }) => ref),
    commandLine,
    environment,
  );
  const difference = expected === undefined ? [] : tableDifference(rows, new Map(expected.map(({ ref, tags }) => [ref, tags])));
  if (json) process.stdout.write(`${JSON.stringify({ refs: refsData(rows), difference }, undefined, 2)}\n`);
  else printLines(expected === undefined ? refsTable(rows, { explain }) : difference);
  if (difference.length > 0) return 1;
  if (expected !== undefined) process.stderr.write(`${rows.length} refs get the tags that ${checkFile} says\n`);
  return 0;
}

function printLines(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}
