import type { Intent } from '../facts/read-request.ts';
import type { Host } from '../host/host.ts';
import { plain } from '../plan/text/escape.ts';
import { renderOutputs } from '../report/outputs.ts';
import { publishedNow } from '../report/published.ts';
import type { Report } from '../report/report.ts';
import { renderSummary } from '../report/summary.ts';
import { writeNamingOutputs } from './naming-outputs.ts';

type Results = {
  readonly report: Report;
  /** Undefined where something is wrong with it. */
  readonly intent: Intent | undefined;
  readonly wantsSummary: boolean;
};

/**
 * Writes outputs and summary: each is tried, whatever becomes of the other. The images may be published by now, so that a full disk is said in a line, with
 * what is published.
 * @returns whether all that later steps read was written.
 */
export async function writeResults(host: Host, { report, intent, wantsSummary }: Results): Promise<boolean> {
  const { log } = host;
  const rendered = renderOutputs(report);
  const markdown = wantsSummary ? renderSummary(report) : '';
  const naming = await attempt(async () => (intent === undefined ? {} : await writeNamingOutputs(host, intent)));
  const outputs = await attempt(() => host.setOutputs({ ...naming.value, ...rendered }));
  const summary = wantsSummary ? await attempt(() => host.writeSummary(markdown)) : undefined;
  if (summary?.failure !== undefined) log.warning(plain(`The job summary cannot be written: ${summary.failure}`));
  const failure = naming.failure ?? outputs.failure;
  if (failure === undefined) return true;
  log.error(plain(`The outputs cannot be written: ${failure}; later steps lack them. ${publishedNow(report.outcome)}`));
  return false;
}

type Attempt<Value> = { readonly value?: Value; readonly failure?: string };

async function attempt<Value>(write: () => Value | Promise<Value>): Promise<Attempt<Value>> {
  try {
    return { value: await write() };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
