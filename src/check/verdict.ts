import { type Problem, ProblemError } from '../plan/text/problem.ts';

/** What the gates found in the candidate. */
export type Verdict = {
  readonly sizes: readonly PlatformSize[];
  /** The tag whose image the sizes are compared with, e.g. `ghcr.io/octo/app:1.2`; undefined where there was none. */
  readonly comparedWith: string | undefined;
  /** Why `max-growth` was held against nothing; undefined where it was, or is not asked for. */
  readonly uncompared: string | undefined;
  readonly tests: readonly TestResult[];
  /** Why tests that are asked for were not run; undefined where they were, or none are. */
  readonly untested: string | undefined;
  /** What stands against publishing; empty where the candidate is approved. */
  readonly objections: readonly Problem[];
};

/** Compressed bytes, as a registry holds them. */
export type PlatformSize = {
  readonly platform: string;
  readonly sizeBytes: number;
  /** Of the same platform in the image that the tag holds; undefined where it holds none. */
  readonly beforeBytes: number | undefined;
  /** From the base up. */
  readonly layers: readonly Layer[];
};

/** A layer, and the step that made it, where the image says. */
export type Layer = { readonly sizeBytes: number; readonly step: string | undefined };

/** How one command went on one platform. */
export type TestResult = {
  readonly platform: string;
  /** As it was written, and on which line. */
  readonly text: string;
  readonly inputLine: number;
  /** The exit status; undefined where the time limit ended it. */
  readonly code: number | undefined;
  readonly durationMs: number;
  /** The last lines it printed. */
  readonly tail: readonly string[];
};

/** What stands against the image of a target of the bake files, or of the only image (''). */
export type Objections = Pick<Verdict, 'objections'> & { readonly target: string };

/** Lets candidates through that nothing stands against: one that does not pass holds back all. @throws {ProblemError} with every objection. */
export function approve(all: readonly Objections[]): void {
  const found = all.flatMap(({ target, objections }) =>
    objections.map((problem) => (target === '' ? problem : { ...problem, where: `${problem.where}, target ${target}` })),
  );
  if (found.length > 0) throw new ProblemError(found);
}
