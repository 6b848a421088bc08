/** Vectors free of oddities that we answer otherwise on purpose. docs/differences.md gives the reasons; there may be ten at most. */
export const EXCEPTIONS = [
  'annotations-2a974398',
  'annotations-7fc69742',
  'combo-07eb118c',
  'combo-44fb9da5',
  'combo-6a10ad78',
  'combo-9b3e6780',
  'combo-b58b902a',
  'flavor-0e1c1076',
  'schedule-24b426b5',
  'template-d7d791aa',
] as const;

/** Oddities where we do as the peer does. */
export const KEPT = ['flavor-prefix-skips-sha-pr', 'pr-head-ref', 'collapsed-duplicates'];
