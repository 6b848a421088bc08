import { readFile } from 'node:fs/promises';
import { readBakeFiles } from '../../facts/bake-files.ts';
import { loadLibraries } from '../../facts/load-libraries.ts';
import { withEnvironment } from '../../facts/read-request.ts';
import type { RawInputs } from '../../plan/inputs/raw-inputs.ts';
import { parseRequest, type Request } from '../../plan/inputs/request.ts';
import type { Context } from '../../plan/naming/context.ts';
import { makeContext } from '../../plan/naming/make-context.ts';
import { parseNamings } from '../../plan/naming/name-targets.ts';
import { expandRef } from '../../plan/text/expand-ref.ts';
import { collectAll, describeProblem, ProblemError, refuse } from '../../plan/text/problem.ts';
import { type RefRow, readTable } from '../../report/refs-table.ts';
import type { CommandLine } from '../command-line.ts';
import { readCheckout } from './checkout-facts.ts';
import { type DescribedRun, describeRun } from './described-run.ts';
import { readEventFile } from './event-file.ts';
import { asRunner } from './simulate-run.ts';
import { openWorkflow } from './simulated-step.ts';

/** Commit and clock are the same for all refs and on all days, so that the table is. */
const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const TIME = '2001-02-03T04:05:06Z';

/** A table of refs from its file, with full refs; tags are '' where a line has none. @throws {ProblemError} where there is none, and for every line that is no ref. */
export async function readRefsFile(file: string, option: string): Promise<readonly { readonly ref: string; readonly tags: string }[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new ProblemError({ where: option, given: file, wrong: 'cannot be read', accepted: 'name a file with one ref per line' });
  });
  const rows = readTable(text);
  if (rows.length === 0)
    throw new ProblemError({ where: option, given: file, wrong: 'has no ref', accepted: 'write one ref per line, such as tags/v1.2.3' });
  return collectAll(rows, ({ number, ref, tags }) => ({ ref: expandRef(ref, `${file}, line ${number}`), tags }));
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
    readCheckout(event, { environment, signal: AbortSignal.timeout(TIMEOUT_MS) }),
    workflow === undefined ? undefined : openWorkflow({ ...workflow, given: inputs, question: 'tags' }),
  ]);
  const describe = (ref: string): DescribedRun =>
    describeRun({ ref, sha: COMMIT, eventName, payload: undefined, inputs: workflow?.inputs ?? {}, checkout });
  const planned = collectOnce(refs, (ref) => {
    const run = describe(ref);
    const step = act?.(run) ?? { inputs, env: {}, simulation: undefined };
    const runner = asRunner(environment, { ...step.env, ...run.variables });
    return { ref, skipped: step.simulation?.skipped, request: readRequest(step.inputs, runner), context: makeRefContext(run, runner) };
  });
  const name = await readDistinct(planned, { environment, signal: AbortSignal.timeout(TIMEOUT_MS) });
  return collectOnce(planned, (plannedRef) => {
    const { ref, skipped, request, context } = plannedRef;
    const wanted = request.early.ref;
    return { ref, skipped, images: name(plannedRef)(wanted === '' ? context : { ...context, ref: wanted }) };
  });
}

/** The longest that git, and then buildx, are waited for. */
const TIMEOUT_MS = 30_000;

type ReadRef = { readonly request: Request };
type BakeFileOptions = Parameters<typeof readBakeFiles>[1];

/** @throws {ProblemError} for what is wrong with the inputs that the tags follow from. */
function readRequest(inputs: RawInputs, environment: NodeJS.ProcessEnv): Request {
  const request = parseRequest(withEnvironment({ inputs, environment }));
  refuse(request.problems.filter(({ where }) => ['inputs', 'ref'].includes(where)));
  return request;
}

function makeRefContext({ payload }: DescribedRun, environment: NodeJS.ProcessEnv): Context {
  return makeContext({ environment, payload, prHeadSha: false, now: TIME, commitTime: TIME });
}

/** Rules and bake files that do not depend on the ref are read once. */
async function readDistinct(refs: readonly ReadRef[], place: BakeFileOptions): Promise<(read: ReadRef) => NameImages> {
  const distinct = new Map(refs.map((each) => [keyOf(each), each]));
  const found = [...distinct.values()];
  const loaded = await Promise.all(
    found.map(async ({ request: { naming, early } }) => ({
      libraries: await loadLibraries(naming),
      bake: await readBakeFiles(early.bake, place),
    })),
  );
  const read = collectOnce(found, ({ request: { naming, early, parseImages } }, index) => {
    const facts = loaded[index];
    if (facts === undefined) return [];
    const inputs = { ...naming, images: parseImages(facts.bake?.known ?? []), platforms: early.platforms };
    return [parseNamings(inputs, facts.libraries, facts.bake)];
  });
  const byKey = new Map([...distinct.keys()].map((key, index) => [key, read[index]?.[0]]));
  return (each) => {
    const name = byKey.get(keyOf(each));
    if (name === undefined) throw new Error('a naming that was not read');
    return name;
  };
}

type NameImages = (context: Context) => RefRow['images'];

function keyOf({ request: { naming, early, parseImages } }: ReadRef): string {
  return JSON.stringify([naming, parseImages('any'), early.platforms, early.bake]);
}

/** As collectAll, but reports a mistake that many refs share once. */
function collectOnce<Item, Value>(items: readonly Item[], make: (item: Item, index: number) => Value): readonly Value[] {
  try {
    return collectAll(items, make);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new ProblemError([...new Map(error.problems.map((problem) => [describeProblem(problem), problem])).values()]);
  }
}
