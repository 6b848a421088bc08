/** Runs a task when its turn comes, and gives what it gives. */
export type Limit = <Value>(task: () => Promise<Value>) => Promise<Value>;

/** Lets at most `count` tasks run at once; the others wait and begin in the order in which they came. */
export function makeLimit(count: number): Limit {
  const waiting: (() => void)[] = [];
  let free = count;
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((begin) => waiting.push(begin));
    try {
      return await task();
    } finally {
      const next = waiting.shift(); // a place goes from task to task, so that no newcomer takes it in between
      if (next === undefined) free += 1;
      else next();
    }
  };
}
