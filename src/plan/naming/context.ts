import type { JsonObject } from '../text/json.ts';

/** What is known about the run that asks for an image: plain facts, read once by the host. Times are ISO 8601 texts. */
export type Context = {
  /** The full git ref: `refs/heads/main`, `refs/tags/v1.2.3`, `refs/pull/7/merge`; '' where there is none. */
  readonly ref: string;
  /** The commit, 40 or 64 hex digits; '' where it is not known. */
  readonly sha: string;
  readonly event: { readonly name: string; readonly payload: JsonObject };
  /** `GITHUB_BASE_REF`: the branch a pull request is for, '' elsewhere. */
  readonly baseRef: string;
  readonly repository: RepositoryFacts;
  /** When the commit was made, if the event, git or the API could say. */
  readonly commitTime: string | undefined;
  /** The commit that is checked out, where the input `ref` asks for another ref than the event's own. */
  readonly checkedOut: string | undefined;
  /** The tracked files of the checkout that is built that differ from its commit. */
  readonly changedFiles?: readonly string[];
  /** What `git describe --tags --always` says of the commit, where a template asks for it and git could say. */
  readonly describe?: string | undefined;
  /** Whether what is built is, or may be, another commit than `sha`, which the event does not tell of. */
  readonly buildsOtherCommit: boolean;
  /** Why the run is not trusted, where another CI system than GitHub’s says that it is a fork’s merge request. */
  readonly foreignRequest: string | undefined;
  /** The clock, read once. */
  readonly now: string;
  readonly run: RunFacts;
};

/** What is known of the source repository. Absent facts are undefined: the GitHub API is optional. */
export type RepositoryFacts = {
  /** `owner/name`, or '' outside of GitHub. */
  readonly fullName: string;
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly htmlUrl: string | undefined;
  readonly defaultBranch: string | undefined;
  /** SPDX identifier of its licence. */
  readonly license: string | undefined;
  readonly private: boolean | undefined;
};

/** The workflow run, for provenance, records and links. Empty texts on the command line. */
export type RunFacts = {
  readonly id: string;
  readonly number: string;
  readonly attempt: string;
  /** Who started it. */
  readonly actor: string;
  readonly serverUrl: string;
};
