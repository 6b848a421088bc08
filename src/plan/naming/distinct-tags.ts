import type { PlannedTag } from './naming.ts';

/**
 * Each tag once. The first place counts; the line is that of whichever knows more of it, so that a raw `latest` is guarded like an automatic one.
 * @param keyOf what makes two tags the same.
 */
export function distinctTags(tags: readonly PlannedTag[], keyOf: (tag: PlannedTag) => string): readonly PlannedTag[] {
  const found = new Map<string, PlannedTag>();
  for (const tag of tags) {
    const key = keyOf(tag);
    const first = found.get(key);
    if (first === undefined) found.set(key, tag);
    else if (first.line?.kind === 'other' && first.lifetime === 'floating') found.set(key, { ...tag, from: first.from });
  }
  return [...found.values()];
}
