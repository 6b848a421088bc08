import type { PlatformImage } from '../build/candidate.ts';
import type { Verdict } from '../check/verdict.ts';
import type { Plan } from '../plan/plan.ts';
import type { Outcome } from '../publish/outcome.ts';

/** All that is known when the step ends, well or not: what outputs, summary and log are rendered from. */
export type Report = {
  /** Undefined where the inputs had mistakes. */
  readonly plan: Plan | undefined;
  /** Empty where nothing was built. */
  readonly images: readonly PlatformImage[];
  /** The digest of what was built; undefined where nothing was. */
  readonly digest: string | undefined;
  /** The published reference that was taken up instead of a build; absent where something was built. */
  readonly adopted?: string;
  /** What the gates found; absent where they were not reached. */
  readonly verdict?: Verdict;
  /** Undefined where publishing did not begin. */
  readonly outcome: Outcome | undefined;
  /** buildx's build result metadata, as it wrote it; '' where there is none. */
  readonly metadata: string;
  readonly durations: Durations;
  /** What went wrong, each cause once; empty where nothing did. */
  readonly failures: readonly Failure[];
};

/** A cause: its first line says it all, further ones are a stack or another program's last words. */
export type Failure = {
  readonly message: string;
  /** The lines of the user's file that it is about, both inclusive. */
  readonly place?: Place;
};

export type Place = { readonly file: string; readonly line: number; readonly endLine: number };

/** Milliseconds. Stations that did not run are undefined. */
export type Durations = {
  readonly total: number;
  readonly preflight?: number;
  readonly build?: number;
  readonly check?: number;
  readonly publish?: number;
};
