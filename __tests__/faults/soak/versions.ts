import compare from 'semver/functions/compare.js';

/** What comes out in its turn: mostly the next patch of the newest line, sometimes a minor or major version, sometimes a patch of an old line. */
export function nextVersion(published: readonly string[], random: () => number): string {
  const newest = highest(published);
  if (newest === undefined) return '1.0.0';
  const [major = 0, minor = 0] = newest.split('.').map(Number);
  const drawn = random();
  if (drawn < 0.05) return `${major + 1}.0.0`;
  if (drawn < 0.25) return `${major}.${minor + 1}.0`;
  const from = drawn < 0.5 ? published[Math.floor(random() * published.length)] : newest;
  const line = (from ?? newest).split('.').slice(0, 2).join('.');
  const patches = published.filter((version) => version.startsWith(`${line}.`)).map((version) => Number(version.split('.')[2]));
  return `${line}.${Math.max(...patches) + 1}`;
}

/** What every tag is to hold once these versions are out: each exact one itself, and the floating ones the highest of their line. */
export function expectedTaggedImages(published: readonly string[]): Readonly<Record<string, string>> {
  const lineOf = (version: string, parts: number) => version.split('.').slice(0, parts).join('.');
  const lines = new Set(published.flatMap((version) => [lineOf(version, 2), lineOf(version, 1)]));
  const floating = [...lines].map(
    (line) => [line, highest(published.filter((version) => `${version}.`.startsWith(`${line}.`))) ?? ''] as const,
  );
  return Object.fromEntries([
    ...published.map((version) => [version, version] as const),
    ...floating,
    ['latest', highest(published) ?? ''],
  ]);
}

function highest(versions: readonly string[]): string | undefined {
  return versions.toSorted(compare).at(-1);
}
