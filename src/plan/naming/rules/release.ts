import { ProblemError } from '../../text/problem.ts';
import { isTag } from '../../text/reference.ts';
import { parseTagVersion, type TagVersion } from '../version/tag-version.ts';
import { splitVariant } from '../version/variant.ts';
import { fromBranch, fromPullRequest } from './ref.ts';
import { describeReservedVersion } from './reserved.ts';
import { type GivenTag, nothing, quote, type RuleResult, type RuleSource, type RuleType } from './rule.ts';

export const release: RuleType = {
  type: 'release',
  priority: 950,
  attributes: ['prefix-of-tag', 'channels', 'variants'],
  summary:
    'of a released version `X.Y.Z`, `X.Y` and `X` (not 0), of a prerelease its full version alone, else the branch or `pr-` and the number',
  readsVersion: true,
  compile: (source) => {
    const prefix = source.attributes.get('prefix-of-tag') ?? '';
    const channels = parseNames(source, 'channels');
    const variants = parseNames(source, 'variants');
    return (facts) => {
      if (facts.versionText !== undefined) return fromVersion(facts.versionText, { prefix, channels, variants });
      return facts.branch === undefined ? fromPullRequest(facts) : withoutReserved(fromBranch(facts));
    };
  },
};

function withoutReserved(given: RuleResult): RuleResult {
  const reason = 'tags' in given ? given.tags.map(describeReservedVersion).find((text) => text !== undefined) : undefined;
  return reason === undefined ? given : nothing(reason);
}

type ReleaseOptions = { readonly prefix: string; readonly channels: readonly string[]; readonly variants: readonly string[] };

function fromVersion(tag: string, options: ReleaseOptions): RuleResult {
  const { prefix } = options;
  const found = parseTagVersion(tag);
  if (prefix !== '' && !tag.startsWith(prefix)) return nothing(`the tag ${quote(tag)} does not begin with ${prefix}`);
  const version = prefix === '' ? found : parseTagVersion(tag.slice(prefix.length));
  if (version === undefined || version.release.length < 2) return nothing(`the tag ${quote(tag)} names no version of two to four parts`);
  if (!/^[vV]?$/.test(version.prefix))
    return nothing(
      `before its version the tag ${quote(tag)} has ${version.prefix}; to read it write prefix-of-tag=${prefix}${version.prefix}`,
    );
  return describe(version, options);
}

function describe(version: TagVersion, { channels, variants }: ReleaseOptions): RuleResult {
  const { rest, variant } = splitVariant(version.rest, variants);
  const bare = parseTagVersion(`${version.release.join('.')}${rest}`) ?? version;
  const suffix = variant === '' ? '' : `-${variant}`;
  const tags = [{ text: `${bare.text}${suffix}`, line: undefined }, ...floatingTags(bare, suffix), ...channelTags(bare, channels, suffix)];
  return { tags, release: variant === '' ? bare : undefined };
}

/** `X.Y` and `X` of X.Y.Z: the numbers before the last. 0 is left out, since with 0.x every minor release may break. */
function floatingTags({ release: numbers, isStable, version, scheme }: TagVersion, suffix: string): readonly GivenTag[] {
  if (!isStable) return [];
  const lines = numbers.slice(0, -1).map((_, index) => numbers.slice(0, index + 1).join('.'));
  const wanted = lines.toReversed().filter((within) => !/^0+$/.test(within));
  return wanted.map((within) => ({ text: `${within}${suffix}`, line: { kind: 'version', version, scheme, within } }));
}

const LONG_NAMES: Readonly<Record<string, string>> = { a: 'alpha', b: 'beta', c: 'rc' };

/** `stable` of a release; `next` and its own kind (`rc`, `beta`) of a prerelease. */
function channelTags({ rest, isStable, version, scheme }: TagVersion, wanted: readonly string[], suffix: string): readonly GivenTag[] {
  const kind = /[a-z]+/i.exec(rest)?.[0].toLowerCase() ?? '';
  const offered = isStable ? ['stable'] : ['next', LONG_NAMES[kind] ?? kind];
  const names = wanted.filter((name) => offered.includes(name));
  return names.map((channel) => ({ text: `${channel}${suffix}`, line: { kind: 'channel', channel, version, scheme } }));
}

/** Names between blanks, since a comma ends the attribute. */
function parseNames({ attributes, where }: RuleSource, key: string): readonly string[] {
  const names = (attributes.get(key) ?? '').split(/[\s|]+/).filter((name) => name !== '');
  const bad = names.find((name) => !isTag(name));
  if (bad === undefined) return names;
  throw new ProblemError({
    where,
    given: `${key}=${names.join(' ')}`,
    wrong: `holds ${JSON.stringify(bad)}, which is not a name`,
    accepted: `write names with blanks between them, such as ${key}=rc beta`,
  });
}
