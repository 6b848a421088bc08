import type { Attributes } from '../../text/attributes.ts';
import type { Context } from '../context.ts';
import type { Line } from '../naming.ts';
import type { Search } from '../pattern.ts';
import type { Scope, Template } from '../template.ts';
import type { Scheme } from '../version/reading.ts';

/** One type of rule: `type=sha`, say. Adding one means a file like the others and a line in list.ts. */
export type RuleType = {
  readonly type: string;
  /** Of several rules those with the higher priority come first; `priority=` overrides it. */
  readonly priority: number;
  /** The attributes it knows beside `type`, `enable`, `priority`, `prefix`, `suffix` and `target`. */
  readonly attributes: readonly string[];
  /** Whether it reads the `version` input, or the git tag, where it has no value=. */
  readonly readsVersion?: true;
  /** Checks the attributes in full, whatever the event. @throws {ProblemError} */
  readonly compile: (source: RuleSource) => Rule;
  /** For the documentation: when it gives tags, and which. */
  readonly summary: string;
};

/** What a rule gives for a run. */
export type Rule = (facts: RuleFacts) => RuleResult;

export type RuleSource = {
  readonly attributes: Attributes;
  /** `tags, line 3` */
  readonly where: string;
  /** Reads an attribute's template; `names` are known to it beside the global ones. @throws {ProblemError} */
  readonly template: (text: string, names?: readonly string[]) => Template;
};

export type RuleFacts = {
  readonly context: Context;
  readonly branch: string | undefined;
  readonly tag: string | undefined;
  /** `7` for `refs/pull/7/merge`. */
  readonly pullRequest: string | undefined;
  /** The text that rules read a version from: the `version` input, else the git tag. */
  readonly versionText: string | undefined;
  readonly shortSha: string;
  readonly scope: Scope;
  readonly search: Search;
};

/** Tags, or the reason why there are none. */
export type RuleResult = { readonly tags: readonly GivenTag[]; readonly release?: Release | undefined } | { readonly reason: string };

export type GivenTag = {
  /** Without prefix and suffix, and before any character is replaced. */
  readonly text: string;
  /** Stands before it instead of the flavor's prefix, unless the rule has one of its own. */
  readonly prefix?: string;
  /** Undefined for a fixed tag. */
  readonly line: Line | undefined;
};

/** The version that the rule read: stable ones let `latest` follow, others hold it back. */
export type Release = { readonly scheme: Scheme; readonly version: string; readonly isStable: boolean };

/** Why nothing was given. */
export function nothing(reason: string): RuleResult {
  return { reason };
}

const QUOTE_LENGTH = 80;

/** A ref in a reason: in quotes, and not longer than one reads. */
export function quote(text: string): string {
  return JSON.stringify(text.length > QUOTE_LENGTH ? `${text.slice(0, QUOTE_LENGTH)}…` : text);
}
