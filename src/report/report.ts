import type { Built } from '../build/build.ts';
import type { Verdict } from '../check/verdict.ts';
import type { PlatformImage } from '../oci/candidate.ts';
import type { Plan, PlannedImage } from '../plan/plan.ts';
import type { Repository } from '../plan/text/reference.ts';
import type { SourceLocation } from '../plan/text/source-location.ts';
import type { Outcome } from '../publish/outcome.ts';

/** All that is known when the step ends, well or not: what outputs, summary and log are rendered from. */
export type Report = {
  /** Undefined where the inputs had mistakes. */
  readonly plan: Plan | undefined;
  /** Empty where nothing was built. */
  readonly images: readonly ImageReport[];
  /** Undefined where publishing did not begin. */
  readonly outcome: Outcome | undefined;
  /** Packages that this run made, and of which it is known whether everybody may pull them. */
  readonly newPackages: readonly NewPackage[];
  /** buildx's build result metadata, as it wrote it; '' where there is none. */
  readonly metadata: string;
  readonly durations: Durations;
  /** What went wrong, each cause once; empty where nothing did. */
  readonly failures: readonly ReportFailure[];
};

export type NewPackage = { readonly repository: Repository; readonly isPublic: boolean };

/** A finished image: built now, or reused. */
export type ImageReport = {
  /** The target of the bake files that made it; '' where there are none. */
  readonly target: string;
  readonly digest: string;
  readonly platforms: readonly PlatformImage[];
  /** Its id in the engine; absent where it was not put there. */
  readonly imageId?: string;
  /** The published reference that was reused instead of a build; absent where it was built. */
  readonly adopted?: string;
  /** What the gates found; absent where they were not reached. */
  readonly verdict?: Verdict;
};

type Reported = {
  readonly planned: PlannedImage;
  readonly built: Built;
  readonly adopted: string | undefined;
  readonly imageId?: string;
};

/** What is known of an image, with what the gates found where they were reached. */
export function reportImage({ planned, built, adopted, imageId }: Reported, verdict?: Verdict): ImageReport {
  const { root, images } = built.candidate;
  return {
    target: planned.target,
    digest: root.digest,
    platforms: images,
    ...(imageId === undefined ? {} : { imageId }),
    ...(adopted === undefined ? {} : { adopted }),
    ...(verdict === undefined ? {} : { verdict }),
  };
}

/** A cause: its first line says it all, further ones are a stack or another program's last words. */
export type ReportFailure = {
  readonly message: string;
  /** The lines of the user's file that it is about, both inclusive. */
  readonly place?: SourceLocation;
};

/** Milliseconds. Stations that did not run are undefined. */
export type Durations = {
  readonly total: number;
  readonly preflight?: number;
  readonly build?: number;
  readonly check?: number;
  readonly publish?: number;
};
