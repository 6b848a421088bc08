/** The first line of what was thrown. The registry client's errors name registry, repository, status and hint in it. */
export function reasonOf(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return text.split('\n', 1)[0] ?? '';
}

/** Said before the reasons of all destinations where each of them may fail and has: a run that publishes nowhere has not done what it is for. */
export const NOBODY_LEFT =
  'optional-registries: every registry of this run is optional, and all of them failed; at least one has to take the image';
