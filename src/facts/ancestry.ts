import { isAncestorInGit } from '../git/facts.ts';
import type { Host } from '../host/host.ts';
import { githubApi, isAncestorOnGitHub } from './github.ts';
import type { Intent } from './read-request.ts';

/** Asks the checkout, which may be shallow, then GitHub where there is a token; undefined where neither knows both commits. Each pair is asked for once. */
export function findAncestor(host: Host, { inputs, context }: Intent): (older: string, newer: string) => Promise<boolean | undefined> {
  const api = githubApi(host, { token: inputs.githubToken, repository: context.repository.fullName });
  const answers = new Map<string, Promise<boolean | undefined>>();
  const ask = async (older: string, newer: string): Promise<boolean | undefined> => {
    const inGit = await isAncestorInGit(older, newer, host);
    return inGit !== undefined || api.token === '' || api.repository === '' ? inGit : isAncestorOnGitHub(older, newer, api);
  };
  return (older, newer) => {
    const pair = `${older}...${newer}`;
    const answer = answers.get(pair) ?? ask(older, newer);
    answers.set(pair, answer);
    return answer;
  };
}
