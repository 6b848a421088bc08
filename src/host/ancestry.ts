import type { IsAncestor } from '../publish/publication.ts';
import { isAncestorInGit } from './git.ts';
import { isAncestorOnGitHub } from './github.ts';
import type { Host } from './host.ts';
import type { Intent } from './read-intent.ts';

/** Asks the checkout, which may be shallow, then GitHub where there is a token; undefined where neither knows both commits. Each pair is asked for once. */
export function findAncestor({ environment, signal }: Host, { inputs, context }: Intent): IsAncestor {
  const answers = new Map<string, Promise<boolean | undefined>>();
  const ask = async (older: string, newer: string): Promise<boolean | undefined> => {
    const inGit = await isAncestorInGit(older, newer, { environment, signal });
    if (inGit !== undefined || inputs.githubToken === '' || context.repository.fullName === '') return inGit;
    const apiUrl = environment.GITHUB_API_URL || 'https://api.github.com';
    return isAncestorOnGitHub(older, newer, { token: inputs.githubToken, apiUrl, repository: context.repository.fullName, signal });
  };
  return (older, newer) => {
    const pair = `${older}...${newer}`;
    const answer = answers.get(pair) ?? ask(older, newer);
    answers.set(pair, answer);
    return answer;
  };
}
