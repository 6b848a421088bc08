const MAX_HASTE = 100;

/**
 * How many times faster than promised (P7) registries are given up and tried again: 1, and more only for tests, whose tables of faults would take
 * hours at two minutes a row. It divides waits; it changes no decision. A whole number up to 100; anything else is 1.
 */
export function readTimeScale({ TAGBOAT_TEST_TIME_SCALE: given = '' }: NodeJS.ProcessEnv): number {
  const timeScale = /^\d{1,3}$/.test(given) ? Number(given) : 1;
  return timeScale >= 1 && timeScale <= MAX_HASTE ? timeScale : 1;
}
