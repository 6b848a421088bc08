import { BuildError } from '../build/failure.ts';
import { DockerError } from '../host/process.ts';
import { describeProblem, ProblemError } from '../plan/text/problem.ts';
import { isExpected } from '../publish/expected.ts';
import { PreflightError } from '../publish/preflight.ts';
import type { Durations, Report, ReportFailure } from '../report/report.ts';

/** The report while it grows: what is noted is there however the run ends. */
export type ReportBuilder = {
  readonly note: (facts: Partial<Omit<Report, 'durations' | 'failures'>>) => void;
  /** Runs a stage, and notes how long it took. */
  readonly time: <Value>(request: keyof Omit<Durations, 'total'>, run: () => Promise<Value>) => Promise<Value>;
  /** Runs the work; what it throws becomes failures of the report, and its value undefined. */
  readonly attempt: <Value>(run: () => Promise<Value>) => Promise<Value | undefined>;
  readonly finish: () => Report;
};

/** @param signal its reason replaces any error that a cancelled stage threw. */
export function startReport(signal: AbortSignal): ReportBuilder {
  const started = performance.now();
  let durations: Omit<Durations, 'total'> = {};
  let report: Omit<Report, 'durations'> = {
    plan: undefined,
    images: [],
    outcome: undefined,
    newPackages: [],
    metadata: '',
    failures: [],
  };
  const note = (facts: Partial<Report>): void => {
    report = { ...report, ...facts };
  };
  return {
    note,
    time: async (request, run) => {
      const begun = performance.now();
      try {
        return await run();
      } finally {
        durations = { ...durations, [request]: performance.now() - begun };
      }
    },
    attempt: async (run) => {
      try {
        return await run();
      } catch (error) {
        note({ failures: [...report.failures, ...describeFailure(signal.aborted ? signal.reason : error)] });
        return undefined;
      }
    },
    finish: () => ({
      ...report,
      failures: [...report.failures, ...describeOutcome(report.outcome)],
      durations: { ...durations, total: performance.now() - started },
    }),
  };
}

/** One line a cause for what a user can mend; the stack for what is a bug. */
export function describeFailure(error: unknown): readonly ReportFailure[] {
  if (error instanceof ProblemError) return error.problems.map(describeProblem).map(asFailure);
  if (error instanceof PreflightError) return error.reasons.map(asFailure);
  if (error instanceof AggregateError) return error.errors.flatMap(describeFailure);
  if (error instanceof BuildError)
    return [error.place === undefined ? asFailure(error.message) : { message: error.message, place: error.place }];
  if (error instanceof DockerError) return [asFailure(error.message)];
  if (error instanceof Error && isExpected(error)) return [asFailure(error.message)];
  return [asFailure(error instanceof Error ? (error.stack ?? error.message) : String(error))];
}

/** What publishing failed of, and the bugs of ours that it met. */
function describeOutcome(outcome: Report['outcome']): readonly ReportFailure[] {
  const { messages = [], bugs = [] } = outcome?.failure ?? {};
  return [...messages.map(asFailure), ...bugs.flatMap(describeFailure)];
}

function asFailure(message: string): ReportFailure {
  return { message };
}
