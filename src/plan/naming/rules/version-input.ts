import { ProblemError } from '../../text/problem.ts';
import type { ReadyRule } from './read-rules.ts';

/** What setup-buildx-action's `version` may be: a release of buildx, a channel, a build of its repository. */
const BUILDX = /^(?:v0\.\d+\.\d+(?:-rc\.?\d+)?|latest|edge|(?:cloud|lab|official):.*|https?:\/\/.*)$/;

/**
 * The text that version rules read: the `version` input, else the git tag.
 * @param tag the git tag; one that says the same version leaves no doubt.
 * @throws {ProblemError} where version rules would read what may be buildx's version.
 */
export function parseVersionText(version: string, tag: string | undefined, rules: readonly ReadyRule[]): string | undefined {
  if (version === '') return tag;
  if (version === tag || !BUILDX.test(version) || !rules.some(({ readsVersion }) => readsVersion)) return version;
  const own = /^v\d/.test(version) ? version.slice(1) : '1.2.3';
  throw new ProblemError({
    where: 'version',
    given: version,
    wrong: 'may be the version of buildx, as in setup-buildx-action, and version rules would read it as that of the image',
    accepted: `for buildx leave it out, since the machine's is used; for the image write ${own}`,
  });
}

/** What is to be said of a version that no rule reads. */
export function describeIdleVersion(version: string, rules: readonly ReadyRule[]): readonly string[] {
  if (version === '' || rules.some(({ readsVersion }) => readsVersion)) return [];
  const advice = BUILDX.test(version) ? ' As that of buildx leave it out: the machine’s is used.' : '';
  return [`version: no rule reads ${version}, only type=release, semver, pep440 and match without value= do.${advice}`];
}
