import { asObject, asText } from '../../text/json.ts';
import { collectAll, ProblemError } from '../../text/problem.ts';
import { formatRepository } from '../../text/reference.ts';
import { distinctTags } from '../distinct-tags.ts';
import type { Affix, Flavor } from '../flavor.ts';
import type { Line, Naming, PlannedTag, RuleOutcome } from '../naming.ts';
import { makeTagName, needsHash } from '../tag-name.ts';
import type { Scope } from '../template.ts';
import { checkEnable, type ReadyRule } from './read-rules.ts';
import { describeReserved } from './reserved.ts';
import { type GivenTag, quote, type Release, type RuleFacts, type RuleResult } from './rule.ts';

type Ran = {
  readonly tags: readonly PlannedTag[];
  readonly release: Release | undefined;
  readonly outcome: RuleOutcome;
  readonly notices: readonly string[];
};

/** Runs every rule. The tags come without duplicates, `latest` last unless a rule gave it. @throws {ProblemError} for an `enable` that renders to neither true nor false. */
export function runRules(
  rules: readonly ReadyRule[],
  flavor: Flavor,
  facts: RuleFacts,
): Pick<Naming, 'tags' | 'rules' | 'latest' | 'notices'> {
  const ran = collectAll(rules, (rule) => runRule(rule, flavor, facts));
  const given = ran.flatMap(({ tags }) => tags);
  const { tag: latest, reason } = decideLatest(ran, flavor, facts);
  const outcomes = ran.map(({ outcome }) => outcome).toSorted((a, b) => a.inputLine - b.inputLine);
  return {
    tags: distinctTags(latest === undefined ? given : [...given, latest], reference),
    rules: outcomes,
    latest: { tag: latest?.name, reason },
    notices: [...new Set(ran.flatMap(({ notices }) => notices))],
  };
}

function runRule(rule: ReadyRule, flavor: Flavor, facts: RuleFacts): Ran {
  const outcome = { rule: rule.text, inputLine: rule.number };
  const none = (reason: string): Ran => ({ tags: [], release: undefined, outcome: { ...outcome, tags: [], reason }, notices: [] });
  const isEnabled = checkEnable(rule.enable.render(facts.scope).trim(), rule.where);
  if (isEnabled) refuseRefName(rule, facts);
  const given: RuleResult = isEnabled
    ? rule.run(facts)
    : { reason: `${rule.enable.text.includes('{{') ? `enable=${rule.enable.text} is false here` : 'enable=false'}` };
  if ('reason' in given) return none(given.reason);
  const taken = rule.number === 0 ? given.tags.map(describeReserved).find((reason) => reason !== undefined) : undefined;
  if (taken !== undefined) return none(taken);
  const texts = given.tags.map((tag) => ({ text: addAffixes(tag, rule, { flavor, scope: facts.scope }), line: tag.line }));
  const tags = texts.filter(({ text }) => text !== '').map(({ text, line }) => plan(text, line, rule));
  if (tags.length === 0) return none('its text is empty here');
  const names = tags.map(({ name }) => name);
  const notices = texts.map(({ text }) => text).flatMap((text) => describeMended(text, rule.where));
  return {
    tags,
    release: rule.only === undefined ? given.release : undefined,
    outcome: { ...outcome, tags: names, reason: undefined },
    notices,
  };
}

/** A tag that comes of a ref has to be something. */
function describeMended(text: string, where: string): readonly string[] {
  return needsHash(text) ? [`${where}: ${quote(text)} is not a valid tag, so it becomes ${makeTagName(text)}`] : [];
}

/** `tags: ${{ github.ref_name }}` on the branch `octo/app` means a tag, and `octo/app` is an image. @throws {ProblemError} */
function refuseRefName({ bareName, where }: ReadyRule, { context }: RuleFacts): void {
  const { ref, event } = context;
  const head = asText(asObject(asObject(event.payload.pull_request).head).ref);
  if (bareName === undefined || ![ref.replace(/^refs\/(?:heads|tags|pull)\//, ''), head].includes(bareName)) return;
  throw new ProblemError({
    where,
    given: bareName,
    wrong: 'is the name of this ref, and docker takes it for an image',
    accepted: `for a tag write type=ref,event=branch (event=tag, event=pr) or type=raw,value=${bareName}; for the image ${bareName}:latest`,
  });
}

function addAffixes(
  { text, prefix }: GivenTag,
  rule: ReadyRule,
  { flavor, scope }: { readonly flavor: Flavor; readonly scope: Scope },
): string {
  const before = rule.prefix?.render(scope) ?? prefix ?? flavor.prefix.template.render(scope);
  const after = (rule.suffix ?? flavor.suffix.template).render(scope);
  return `${before}${text}${after}`;
}

function plan(text: string, line: Line | undefined, { text: from, only }: Pick<ReadyRule, 'text' | 'only'>): PlannedTag {
  const name = makeTagName(text) ?? '';
  return { name, lifetime: line === undefined ? 'fixed' : 'floating', line, from, ...(only === undefined ? {} : { only }) };
}

type Latest = { readonly tag: PlannedTag | undefined; readonly reason: string };

/** With latest=auto every rule that read a version has a say, whatever its priority: a stable one brings `latest`, any other holds it back. */
function decideLatest(ran: readonly Ran[], flavor: Flavor, facts: RuleFacts): Latest {
  if (!ran.some(({ tags }) => tags.some(({ only }) => only === undefined))) return { tag: undefined, reason: 'no rule gave a tag' };
  if (flavor.latest === 'never') return { tag: undefined, reason: 'the flavor says latest=false' };
  const releases = ran.map(({ release }) => release).filter((release) => release !== undefined);
  const stable = releases.find(({ isStable }) => isStable);
  const other = releases.find(({ isStable }) => !isStable);
  if (flavor.latest === 'auto' && other !== undefined) return { tag: undefined, reason: `${quote(other.version)} is not a stable version` };
  if (flavor.latest === 'auto' && stable === undefined) return { tag: undefined, reason: 'no rule read a version' };
  const render = ({ template, onLatest }: Affix) => (onLatest ? template.render(facts.scope) : '');
  const text = `${render(flavor.prefix)}latest${render(flavor.suffix)}`;
  const reason = flavor.latest === 'always' ? 'the flavor says latest=true' : `${quote(stable?.version ?? '')} is a stable version`;
  return { tag: plan(text, latestLine(stable, facts), { text: 'flavor' }), reason };
}

/** What `latest` follows: the versions, or where there is none, whatever the ref is. */
function latestLine(stable: Release | undefined, { branch, pullRequest }: RuleFacts): Line {
  if (stable !== undefined) return { kind: 'version', version: stable.version, scheme: stable.scheme, within: '' };
  if (branch !== undefined) return { kind: 'branch', branch };
  return pullRequest === undefined ? { kind: 'other' } : { kind: 'pull-request', number: pullRequest };
}

function reference({ name, only }: PlannedTag): string {
  return `${only === undefined ? '' : formatRepository(only)}:${name}`;
}
