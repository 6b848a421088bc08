import { describe, expect, test } from '@jest/globals';
import { brokenPromises } from '../tools/simulation/promises.ts';
import { drawScenario, play } from '../tools/simulation/scenario.ts';

/** More seeds: `SIMULATION_SEEDS=10000 make simulation`; from where: `SIMULATION_FROM=2000`. */
const SEEDS = Number(process.env.SIMULATION_SEEDS ?? 1000);
const FROM = Number(process.env.SIMULATION_FROM ?? 1);

describe('two to four runs at once, with faults', () => {
  test(`keep the promises with ${SEEDS} seeds`, async () => {
    for (let seed = FROM; seed < FROM + SEEDS; seed += 1) {
      const scenario = drawScenario(seed);
      const broken = brokenPromises(await play(scenario));
      // The schedule of a failing seed is printed with what it breaks: it becomes a test of its own.
      if (broken.length > 0) expect({ broken, scenario: JSON.stringify(scenario) }).toEqual({ broken: [], scenario: '' });
    }
  });
});
