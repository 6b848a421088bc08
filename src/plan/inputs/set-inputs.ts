import type { InputEntry } from './table/entry.ts';

/** Whether an input asks for something: neither for nothing, nor for what is usual. */
export type IsGiven = (name: string) => boolean;

/** The names of those inputs that ask for something. */
export function givenNames(inputs: readonly InputEntry[], isGiven: IsGiven): readonly string[] {
  return inputs.filter(({ name }) => isGiven(name)).map(({ name }) => name);
}
