import { readFile } from 'node:fs/promises';
import { checkoutFolder } from '../plan/build-context.ts';
import type { Context } from '../plan/context.ts';
import type { EarlyInputs } from '../plan/early-inputs.ts';
import { asObject, type JsonObject } from '../plan/json.ts';
import { type ContextFacts, type GitFacts, lacksCommitTime, lacksRepository, makeContext } from '../plan/make-context.ts';
import { parseJson } from '../plan/parse-json.ts';
import { ProblemError } from '../plan/problem.ts';
import { readCommitTime, readGit } from './git.ts';
import { type Api, askGitHub, githubApi } from './github.ts';
import { readGivenRef } from './given-ref.ts';
import type { Host } from './host.ts';

/**
 * Reads all that is known about the run: event, environment, git and the GitHub API, each only where it is needed.
 * On a desk a dry run asks no network. The inputs are not checked yet: what is wrong with them is told later, all at once.
 */
export async function readContext(host: Host, early: EarlyInputs): Promise<Context> {
  const { environment, signal } = host;
  const { prHeadSha, ref, refSource } = early;
  const event: ContextFacts = {
    environment,
    payload: host.desk?.acted?.payload ?? (await readEvent(environment.GITHUB_EVENT_PATH)),
    git: await readGitWhereWanted(host, refSource, ref),
    prHeadSha,
    now: new Date().toISOString(),
  };
  const own = makeContext(event);
  const api = findApi(host, early, own);
  const folder = checkoutFolder(early.context, early.bake.inputs !== undefined);
  const isRehearsed = host.desk !== undefined && early.dryRun;
  const given = ref === '' ? {} : await readGivenRef(ref, own, { host, api, refSource, folder, isRehearsed });
  const complete = (more: Partial<ContextFacts>): Context => makeContext({ ...event, ...given, ...more });
  const context = complete({});
  const commitTime = lacksCommitTime(context) ? await readCommitTime(context.sha, host) : undefined;
  const wanted = {
    repository: lacksRepository(context),
    commit: lacksCommitTime(context) && commitTime === undefined ? context.sha : undefined,
  };
  if (api === undefined || (!wanted.repository && wanted.commit === undefined)) return complete({ commitTime });
  const answers = await askGitHub(wanted, api);
  signal.throwIfAborted();
  if (answers.failures.length > 0)
    host.log.notice(`The GitHub API did not answer; labels are made without it (${answers.failures.join('; ')})`);
  return complete({ commitTime, repositoryAnswer: answers.repository, commitAnswer: answers.commit });
}

/** Where GitHub is asked: from a runner always, from a desk with a token and where it is no dry run. */
function findApi(host: Host, { githubToken: token, dryRun }: EarlyInputs, { repository }: Context): Api | undefined {
  const onRunner = host.environment.GITHUB_ACTIONS === 'true' && host.desk?.acted === undefined;
  const mayAsk = onRunner || (token !== '' && !dryRun);
  if (!mayAsk || !repository.fullName.includes('/')) return undefined;
  return githubApi(host, { token, repository: repository.fullName });
}

/** On a desk there is no event: git speaks for it. */
function readGitWhereWanted({ environment, signal }: Host, refSource: string, ref: string): Promise<GitFacts | undefined> {
  const git = (): Promise<GitFacts> => readGit({ environment, signal });
  if (refSource === 'git') return git();
  const onDesk = !environment.GITHUB_EVENT_NAME;
  if (!onDesk) return Promise.resolve(undefined);
  return ref === '' ? git() : git().catch(() => undefined);
}

async function readEvent(file: string | undefined): Promise<JsonObject> {
  if (!file) return {};
  const event = parseJson(await readFile(file, 'utf8').catch(() => '{}'));
  if (event === undefined)
    throw new ProblemError({ where: 'GITHUB_EVENT_PATH', given: file, wrong: 'holds no JSON', accepted: 'the event as GitHub writes it' });
  return asObject(event);
}
