import { parse, stringify } from '@renovatebot/pep440/lib/version.js';
import { MAX_VERSION_LENGTH, type Reading } from './reading.ts';

export const PEP440_NAMES = ['raw', 'version', 'major', 'minor', 'patch', 'epoch'] as const;

/**
 * Reads a Python version in any of its spellings, also with a leading `v`; missing parts are 0.
 * @see https://packaging.python.org/en/latest/specifications/version-specifiers/
 */
export function parsePep440(text: string): Reading | undefined {
  const parsed = text.length > MAX_VERSION_LENGTH ? null : parse(text.trim());
  if (parsed === null) return undefined;
  const { epoch, release, pre, post, dev, local } = parsed;
  const [major = '0', minor = '0', patch = '0'] = release.map(String);
  const version = stringify({ ...parsed, local: normalLocal(local) }) ?? text;
  const values = { raw: text, version, major, minor, patch, epoch: String(epoch) };
  // pre and dev are null where absent, whatever the types say
  const isStable = !(pre as unknown) && !(dev as unknown);
  return {
    scheme: 'pep440',
    version,
    isStable,
    isPost: isStable && Boolean(post),
    major,
    minor,
    patch,
    hasThreeParts: release.length <= 3,
    values,
  };
}

/** The parser gives a list although its types say text; PEP 440's normal form has dots between the parts. */
function normalLocal(local: unknown): string | null {
  return Array.isArray(local) ? local.join('.') : null;
}
