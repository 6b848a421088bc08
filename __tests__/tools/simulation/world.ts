import type { Clock } from '../../../src/publish/publication.ts';

/** A world with its own time, in which nothing happens at the same moment and every run of the same program is the same. */
export type World = {
  readonly clock: Clock;
  /** Runs a program until it ends, moving time on to the next sleeper whenever all are asleep. */
  readonly run: <Value>(program: () => Promise<Value>) => Promise<Value>;
};

type Sleeper = { readonly untilMs: number; readonly wake: () => void };

export function makeWorld(): World {
  let nowMs = 0;
  const sleepers: Sleeper[] = [];
  const sleep = (ms: number) =>
    new Promise<void>((wake) => {
      const untilMs = nowMs + ms;
      const later = sleepers.findIndex((sleeper) => sleeper.untilMs > untilMs);
      sleepers.splice(later < 0 ? sleepers.length : later, 0, { untilMs, wake });
    });
  const run = async <Value>(program: () => Promise<Value>): Promise<Value> => {
    let running = true;
    const result = program().finally(() => {
      running = false;
    });
    result.catch(() => undefined); // heard by whoever awaits it below
    await everythingThatCanRun();
    while (running) {
      const next = sleepers.shift();
      if (next === undefined) throw new Error('the program waits for something that never happens');
      nowMs = next.untilMs;
      next.wake();
      await everythingThatCanRun();
    }
    return result;
  };
  return { clock: { now: () => nowMs, sleep }, run };
}

/** The event loop comes to an immediate when no promise can go on. */
function everythingThatCanRun(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
