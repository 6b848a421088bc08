/** Runs both, one after the other; which goes first changes from round to round, so that neither always finds the machine warmer. */
export async function inTurn<Value>(
  round: number,
  one: () => Promise<Value>,
  other: () => Promise<Value>,
): Promise<readonly [Value, Value]> {
  if (round % 2 === 0) {
    const first = await one();
    return [first, await other()];
  }
  const second = await other();
  return [await one(), second];
}
