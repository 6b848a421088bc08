/** The first line of what was thrown. The registry client's errors name registry, repository, status and hint in it. */
export function reasonOf(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return text.split('\n', 1)[0] ?? '';
}
