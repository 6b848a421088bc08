import { readFile } from 'node:fs/promises';
import type { Context } from '../../plan/context.ts';
import { completeInputs, type RawInputs, refuseUnknownInputs } from '../../plan/inputs.ts';
import { loadLibraries } from '../../plan/libraries.ts';
import { makeContext } from '../../plan/make-context.ts';
import { readNaming } from '../../plan/make-naming.ts';
import type { NamingInputs } from '../../plan/naming-inputs.ts';
import { collectAll, describeProblem, ProblemError } from '../../plan/problem.ts';
import { type RefRow, readTable } from '../../report/refs-table.ts';
import type { CommandLine } from '../command-line.ts';
import { readNamingInputs, withEnvironment } from '../read-intent.ts';
import { asRunner } from './act-run.ts';
import { openWorkflow } from './acted-step.ts';
import { readCheckout } from './checkout-facts.ts';
import { type DescribedRun, describeRun } from './described-run.ts';
import { readEventFile } from './event-file.ts';
import { expandRef } from './expand-ref.ts';

/** Commit and clock are the same for all refs and on all days, so that the table is. */
const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const TIME = '2001-02-03T04:05:06Z';

/** A table of refs from its file, with full refs; tags are '' where a line has none. @throws {ProblemError} for every line that is no ref. */
export async function readRefsFile(file: string, option: string): Promise<readonly { readonly ref: string; readonly tags: string }[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new ProblemError({ where: option, given: file, wrong: 'cannot be read', accepted: 'name a file with a ref a line' });
  });
  return collectAll(readTable(text), ({ number, ref, tags }) => ({ ref: expandRef(ref, `${file}, line ${number}`), tags }));
}

/** Plans every ref: with the inputs given or, where there is a workflow, with those of its step. @throws {ProblemError} with each problem once. */
export async function planRefs(
  refs: readonly string[],
  commandLine: CommandLine,
  environment: NodeJS.ProcessEnv,
): Promise<readonly RefRow[]> {
  const { workflow, inputs, eventFile, eventName } = commandLine;
  const event = eventFile === undefined ? undefined : await readEventFile(eventFile);
  const [checkout, act] = await Promise.all([
    readCheckout(event, { environment, signal: AbortSignal.timeout(30_000) }),
    workflow === undefined ? undefined : openWorkflow({ ...workflow, given: inputs, question: 'tags' }),
  ]);
  const describe = (ref: string): DescribedRun =>
    describeRun({ ref, sha: COMMIT, eventName, payload: undefined, inputs: workflow?.inputs ?? {}, checkout });
  const planned = collectOnce(refs, (ref) => {
    const run = describe(ref);
    const step = act?.(run) ?? { inputs, env: {}, rehearsal: undefined };
    const runner = asRunner(environment, { ...step.env, ...run.variables });
    return { ref, skipped: step.rehearsal?.skipped, ...readRaw(step.inputs, runner), context: makeRefContext(run, runner) };
  });
  const name = await readNamings(planned.map(({ naming }) => naming));
  return collectOnce(planned, ({ ref, skipped, raw, naming, context }) => {
    const wanted = raw.ref?.trim() ?? '';
    return { ref, skipped, naming: name(naming)(wanted === '' ? context : { ...context, ref: wanted }) };
  });
}

function readRaw(inputs: RawInputs, environment: NodeJS.ProcessEnv): { readonly raw: RawInputs; readonly naming: NamingInputs } {
  const given = withEnvironment({ inputs, environment });
  refuseUnknownInputs(given);
  const raw = completeInputs(given);
  return { raw, naming: readNamingInputs(raw) };
}

function makeRefContext({ payload }: DescribedRun, environment: NodeJS.ProcessEnv): Context {
  return makeContext({ environment, payload, prHeadSha: false, now: TIME, commitTime: TIME });
}

/** Rules that do not depend on the ref are read once. */
async function readNamings(inputs: readonly NamingInputs[]): Promise<(inputs: NamingInputs) => ReturnType<typeof readNaming>> {
  const distinct = new Map(inputs.map((each) => [JSON.stringify(each), each]));
  const libraries = await Promise.all([...distinct.values()].map(loadLibraries));
  const read = collectOnce([...distinct.values()], (each, index) => {
    const library = libraries[index];
    return library === undefined ? [] : [readNaming(each, library)];
  });
  const byText = new Map([...distinct.keys()].map((key, index) => [key, read[index]?.[0]]));
  return (each) => {
    const found = byText.get(JSON.stringify(each));
    if (found === undefined) throw new Error('a naming that was not read');
    return found;
  };
}

/** As collectAll, but what is wrong for many refs is told once. */
function collectOnce<Item, Value>(items: readonly Item[], make: (item: Item, index: number) => Value): readonly Value[] {
  try {
    return collectAll(items, make);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new ProblemError([...new Map(error.problems.map((problem) => [describeProblem(problem), problem])).values()]);
  }
}
