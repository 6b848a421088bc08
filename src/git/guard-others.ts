/** As SETTINGS of run-git.ts, of which others can bear these. */
const SETTINGS = { 'safe.bareRepository': 'explicit', 'core.fsmonitor': 'false' } as const;

/**
 * Variables for programs that start git by themselves: buildx asks it in the build context for the commit (`git show`), which would fetch what a prepared
 * repository lacks by a program that the repository names. Settings that the user hands over in variables stay.
 * @see https://git-scm.com/docs/git-config#ENVIRONMENT
 */
export function guardGit({ GIT_CONFIG_COUNT = '0' }: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  const first = /^\d+$/.test(GIT_CONFIG_COUNT) ? Number(GIT_CONFIG_COUNT) : 0;
  const pairs = Object.entries(SETTINGS).flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${first + index}`, key],
    [`GIT_CONFIG_VALUE_${first + index}`, value],
  ]);
  const count = String(first + Object.keys(SETTINGS).length);
  return {
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_COUNT: count,
    ...Object.fromEntries(pairs),
  };
}
