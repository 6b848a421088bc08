/** Numbers that look random and are the same for the same seed. */
export type Random = {
  /** From 0 up to, not including, 1. */
  readonly next: () => number;
  /** A whole number from `from` to `to`, both included. */
  readonly integer: (from: number, to: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  readonly chance: (probability: number) => boolean;
};

/** The golden ratio in 32 bits: adding it over and over comes by every number once. */
const STEP = 0x9e3779b9;

/** A Weyl sequence through the finalizer of MurmurHash3. @see https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp */
export function makeRandom(seed: number): Random {
  let state = Math.imul(seed, 0x85ebca6b);
  const next = () => {
    state = (state + STEP) | 0;
    const first = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
    return ((second ^ (second >>> 16)) >>> 0) / 2 ** 32;
  };
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    integer,
    pick: (items) => {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    chance: (probability) => next() < probability,
  };
}
