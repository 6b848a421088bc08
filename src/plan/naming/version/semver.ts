import parse from 'semver/functions/parse.js';
import { MAX_VERSION_LENGTH, type Reading } from './reading.ts';

export const SEMVER_NAMES = ['raw', 'version', 'major', 'minor', 'patch', 'prerelease', 'build'] as const;

/** Reads `1.2.3-rc.1+build.5`, also with a leading `v`. Build metadata is no part of `{{version}}`. @see https://semver.org */
export function parseSemver(text: string): Reading | undefined {
  const parsed = text.length > MAX_VERSION_LENGTH ? null : parse(text);
  if (parsed === null) return undefined;
  const [major, minor, patch] = [String(parsed.major), String(parsed.minor), String(parsed.patch)];
  const prerelease = parsed.prerelease.map(String);
  const values = { raw: text, version: parsed.version, major, minor, patch, prerelease, build: parsed.build };
  return {
    scheme: 'semver',
    version: parsed.version,
    isStable: prerelease.length === 0,
    isPost: false,
    major,
    minor,
    patch,
    hasThreeParts: true,
    values,
  };
}
