/** The last line of what a program said, which is where most of them tell what went wrong. */
export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() || 'without a word';
}

/** The first line of what a program said: of those that also tell what came of it, such as tar. */
export function firstLine(text: string): string {
  return text.trim().split('\n')[0]?.trim() || 'without a word';
}
