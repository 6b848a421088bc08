const MAX_HASTE = 100;

/**
 * How many times faster than promised (P7) registries are given up and tried again: 1, and more only for tests, whose tables of faults would take
 * hours at two minutes a row. It divides waits; it changes no decision. A whole number up to 100; anything else is 1.
 */
export function readHaste({ TAGBOAT_TEST_HASTE: given = '' }: NodeJS.ProcessEnv): number {
  const haste = /^\d{1,3}$/.test(given) ? Number(given) : 1;
  return haste >= 1 && haste <= MAX_HASTE ? haste : 1;
}
