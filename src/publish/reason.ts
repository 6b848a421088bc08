/** The first line of what was thrown. The registry client's errors name registry, repository, status and hint in it. */
export function reasonOf(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return text.split('\n', 1)[0] ?? '';
}

const NOBODY_LEFT = 'optional-registries: every registry of this run is optional, one at least has to take the image, and all failed';

/** The reasons of all destinations where each of them may fail and has: a run that publishes nowhere has not done what it is for. */
export function nobodyLeft(reasons: readonly string[]): readonly string[] {
  return reasons.map((reason, index) => (index === 0 ? `${NOBODY_LEFT}: ${reason}` : reason));
}
