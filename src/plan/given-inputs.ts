import type { InputEntry } from './input-table/entry.ts';

/** The names of those inputs that ask for something: neither for nothing, nor for what is usual. */
export function givenNames(inputs: readonly InputEntry[], text: (name: string) => string): readonly string[] {
  return inputs.filter(({ name, default: usual = '' }) => ![usual, ''].includes(text(name).trim().toLowerCase())).map(({ name }) => name);
}
