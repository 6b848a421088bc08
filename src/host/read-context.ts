import { readFile } from 'node:fs/promises';
import type { Context } from '../plan/context.ts';
import { presumeEarlyInputs } from '../plan/early-inputs.ts';
import type { RawInputs } from '../plan/inputs.ts';
import { asObject, type JsonObject } from '../plan/json.ts';
import { type ContextFacts, type GitFacts, lacksCommitTime, lacksRepository, makeContext } from '../plan/make-context.ts';
import { parseJson } from '../plan/parse-json.ts';
import { ProblemError } from '../plan/problem.ts';
import { readCommitTime, readGit } from './git.ts';
import { askGitHub } from './github.ts';
import type { Host } from './host.ts';

/**
 * Reads all that is known about the run: event, environment, git and the GitHub API, each only where it is needed.
 * On a desk a dry run asks no network. The inputs are not checked yet: what is wrong with them is told later, all at once.
 */
export async function readContext(host: Host, raw: RawInputs): Promise<Context> {
  const { environment, signal } = host;
  const { prHeadSha, refSource } = presumeEarlyInputs(raw);
  const facts: ContextFacts = {
    environment,
    payload: host.desk?.acted?.payload ?? (await readEvent(environment.GITHUB_EVENT_PATH)),
    git: await readGitWhereWanted(host, refSource, raw.ref),
    prHeadSha,
    now: new Date().toISOString(),
  };
  const complete = (more: Partial<ContextFacts>): Context => withRef(makeContext({ ...facts, ...more }), raw.ref?.trim() ?? '');
  const context = complete({});
  const commitTime = lacksCommitTime(context) ? await readCommitTime(context.sha, host) : undefined;
  const wanted = {
    repository: lacksRepository(context),
    commit: lacksCommitTime(context) && commitTime === undefined ? context.sha : undefined,
  };
  const token = raw['github-token']?.trim() ?? '';
  const onRunner = environment.GITHUB_ACTIONS === 'true' && host.desk?.acted === undefined;
  const mayAsk = onRunner || (token !== '' && !isTrue(raw['dry-run']));
  if (!mayAsk || (!wanted.repository && wanted.commit === undefined)) return complete({ commitTime });
  const answers = await askGitHub(wanted, {
    token,
    apiUrl: environment.GITHUB_API_URL || API_URL,
    repository: context.repository.fullName,
    signal,
  });
  signal.throwIfAborted();
  if (answers.failures.length > 0)
    host.log.notice(`The GitHub API did not answer; labels are made without it (${answers.failures.join('; ')})`);
  return complete({ commitTime, repositoryAnswer: answers.repository, commitAnswer: answers.commit });
}

const API_URL = 'https://api.github.com';

/** On a desk there is no event: git speaks for it. */
function readGitWhereWanted({ environment, signal }: Host, refSource: string, ref: string | undefined): Promise<GitFacts | undefined> {
  const git = (): Promise<GitFacts> => readGit({ environment, signal });
  if (refSource === 'git') return git();
  const onDesk = !environment.GITHUB_EVENT_NAME;
  if (!onDesk) return Promise.resolve(undefined);
  return !ref ? git() : git().catch(() => undefined);
}

function withRef(context: Context, ref: string): Context {
  return ref === '' ? context : { ...context, ref };
}

async function readEvent(file: string | undefined): Promise<JsonObject> {
  if (!file) return {};
  const event = parseJson(await readFile(file, 'utf8').catch(() => '{}'));
  if (event === undefined)
    throw new ProblemError({ where: 'GITHUB_EVENT_PATH', given: file, wrong: 'holds no JSON', accepted: 'the event as GitHub writes it' });
  return asObject(event);
}

function isTrue(text: string | undefined): boolean {
  return /^true$/i.test(text?.trim() ?? '');
}
