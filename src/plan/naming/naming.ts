import { formatRepository, type Repository } from '../text/reference.ts';

/** What the image is to be called: tags with their kind, labels and annotations, and why each rule gave what it gave. */
export type Naming = {
  /** The first tag's name by priority, as metadata-action's `version`; '' where no rule gave a tag. */
  readonly version: string;
  readonly images: readonly Image[];
  /** Without duplicates, in the order of the `tags` output: priority first, `latest` last. */
  readonly tags: readonly PlannedTag[];
  readonly rules: readonly RuleOutcome[];
  /** What `latest` of the flavor came to: the tag it gave, or undefined, and why. */
  readonly latest: { readonly tag: string | undefined; readonly reason: string };
  readonly labels: Labels;
  /** As they would be in every run for this ref and commit, without its number and clock; absent where the labels are just that. */
  readonly stableLabels?: Labels;
  readonly annotations: readonly Annotation[];
  /** What was accepted although it does nothing or not all that it says, one line each, for warnings. */
  readonly notices: readonly string[];
};

/** An image's repository, and its name as the user wrote it (in lower case), which is how the `tags` output says it. */
export type Image = Repository & { readonly name: string };

/** Key to value, sorted by key. Values are data: newlines, quotes and `=` stand for themselves. */
export type Labels = { readonly [key: string]: string };

export type PlannedTag = {
  /** Matches the OCI tag grammar. @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pulling-manifests */
  readonly name: string;
  /** A fixed tag names one content for ever (`1.2.3`, `sha-1a2b3c4`); a floating one follows a line. */
  readonly lifetime: 'fixed' | 'floating';
  /** What a floating tag follows; undefined for fixed ones. */
  readonly line: Line | undefined;
  /** Where the tag came from: the rule as the user wrote it, or `flavor` for `latest`. */
  readonly from: string;
  /** Set where the tag was given as a full reference: it goes to this repository alone. */
  readonly only?: Repository;
};

/** A floating tag's line: what has to be compared before it moves. */
export type Line =
  | {
      readonly kind: 'version';
      readonly version: string;
      readonly scheme: 'semver' | 'pep440';
      /** `1.2`, `1`, or '' for all stable versions. */
      readonly within: string;
    }
  | { readonly kind: 'branch'; readonly branch: string }
  | { readonly kind: 'pull-request'; readonly number: string }
  | { readonly kind: 'schedule' }
  | { readonly kind: 'channel'; readonly channel: string; readonly version: string; readonly scheme: 'semver' | 'pep440' }
  | { readonly kind: 'other' };

/** What one rule gave. Every rule gives tags or a reason. */
export type RuleOutcome = {
  /** The rule as written, trimmed; `type=ref,event=branch (default)` for default rules. */
  readonly rule: string;
  /** 1-based line of the `tags` input; 0 for a default rule. */
  readonly inputLine: number;
  readonly tags: readonly string[];
  /** Why there is no tag; undefined where there is one. */
  readonly reason: string | undefined;
};

export type AnnotationLevel = 'manifest' | 'index' | 'manifest-descriptor' | 'index-descriptor';

export type Annotation = {
  readonly level: AnnotationLevel;
  /** `linux/amd64` in `manifest[linux/amd64]:key=value`; undefined means every platform. */
  readonly platform: string | undefined;
  readonly key: string;
  readonly value: string;
};

/** Where the image goes, each once: its images, and what single tags are for. */
export function repositoriesOf({ images, tags }: Pick<Naming, 'images' | 'tags'>): readonly Repository[] {
  const named = [...images, ...tags.flatMap(({ only }) => (only === undefined ? [] : [only]))];
  return [...new Map(named.map((repository) => [formatRepository(repository), repository])).values()];
}
