import type { Release, Tags } from '../registry-pair.ts';

export const OLD = ['1.2.2'];
const FLOATING = ['1', '1.2', 'latest'];

/** The digests of v1.2.2, which both registries held before, and of v1.2.3, which is released. */
type Versions = { readonly before: string; readonly after: string };

/** Every promise that a release broke under one fault; empty where it kept them all. */
export function judge({ run, errors, tags, results }: Release, { before }: Pick<Versions, 'before'>): readonly string[] {
  const after = run.outputs.digest ?? '';
  const files = run.leftovers.filter((file) => !file.startsWith('tagboat-bake-')); // for steps that follow
  const left = [...run.orphans, ...files].map((thing) => `left ${thing}`);
  const registries = ['a', 'b'] as const;
  const wrong = (registry: 'a' | 'b'): readonly string[] =>
    run.code === 0 ? differences(tags[registry], allOf({ before, after })) : halfWay(tags[registry], { before, after });
  const told = run.code === 0 ? errors : errors.length === 0 ? ['it fails without an error'] : [];
  const claims = run.code === 0 ? registries.filter((name) => !/^(?:published|unchanged)/.test(results[name] ?? '')) : [];
  return [
    ...(run.code === 0 || run.code === 1 ? [] : [`it ends with ${run.code ?? run.signal}`]),
    ...told,
    ...claims.map((name) => `it succeeds, and says of ${name}: ${results[name]}`),
    ...left,
    ...registries.flatMap((registry) => wrong(registry).map((what) => `${registry}: ${what}`)),
  ];
}

/** What the tags hold where all went well. */
export function allOf({ before, after }: Versions): Tags {
  return Object.fromEntries([...OLD.map((tag) => [tag, before]), ...['1.2.3', ...FLOATING].map((tag) => [tag, after])]);
}

export function differences(tags: Tags, wanted: Tags): readonly string[] {
  const names = [...new Set([...Object.keys(tags), ...Object.keys(wanted)])];
  return names.flatMap((name) => (tags[name] === wanted[name] ? [] : [`${name} holds ${tags[name]}, not ${wanted[name]}`]));
}

/** P3: the new version may be there; floating tags are where they were. */
function halfWay(tags: Tags, { before, after }: Versions): readonly string[] {
  const { '1.2.3': fixed, ...others } = tags;
  const isOther = fixed !== undefined && fixed !== after;
  const old = Object.fromEntries([...OLD, ...FLOATING].map((tag) => [tag, before]));
  return [...(isOther ? [`1.2.3 holds ${fixed}`] : []), ...differences(others, old)];
}
