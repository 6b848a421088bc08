import { DIRTY } from '../plan/changed-files.ts';
import { differingFields } from '../plan/definition-fields.ts';
import type { ImageRecord } from '../plan/origin-labels.ts';

/** How an image differs from ours, one clause each; none where it is a build of the same source by the same definition (P5). */
export function differencesOf(ours: ImageRecord, held: ImageRecord): readonly string[] {
  const changed = [changedOf('it was built from', held.revision), changedOf('this run builds', ours.revision)].flat();
  if (changed.length > 0) return changed;
  const isSameSource = ours.revision !== undefined && ours.revision === held.revision;
  const isSameDefinition = ours.definition !== undefined && ours.definition === held.definition;
  if (!isSameSource && held.revision !== undefined) return [describeSource(ours, held.revision, held.ref)]; // another commit is another build anyway
  return [
    ...(isSameSource ? [] : ['it does not say from which commit it was built']),
    ...(isSameDefinition ? [] : [describeDefinition(ours, held)]),
  ];
}

/** A build of changed files is never one of the commit, nor the same as another (P12). */
function changedOf(what: string, revision = ''): readonly string[] {
  return revision.endsWith(DIRTY) ? [`${what} changed files of commit ${short(revision.slice(0, -DIRTY.length))}`] : [];
}

/** `v4.0.0 was moved from 93f31bf to c115605` */
function describeSource({ revision, ref }: ImageRecord, held: string, heldRef?: string): string {
  if (revision === undefined) return `it was built from commit ${short(held)}, and the commit of this run is not known`;
  const tag = ref !== undefined && ref === heldRef && ref.startsWith('refs/tags/') ? ref.slice('refs/tags/'.length) : undefined;
  if (tag !== undefined) return `${tag} was moved from ${short(held)} to ${short(revision)}`;
  return `it was built from commit ${short(held)}, and this run is of ${short(revision)}`;
}

/** `this run has other platforms and build-args than the build of run 41` */
function describeDefinition(ours: ImageRecord, held: ImageRecord): string {
  if (held.definition === undefined) return 'it does not say how it was built';
  const fields = differingFields(ours.fields, held.fields);
  const build = held.run === undefined ? 'the build there' : `the build of run ${held.run}`;
  if (fields.length > 0) return `this run has other ${listOf(fields)} than ${build}`;
  return `this run differs from ${build} in inputs that the image does not name (definition ${held.definition}, not ${ours.definition ?? 'known here'})`;
}

function listOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function short(revision: string): string {
  return /^[0-9a-f]{40,64}$/.test(revision) ? revision.slice(0, 7) : revision;
}
