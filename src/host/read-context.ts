import { readFile } from 'node:fs/promises';
import type { Context } from '../plan/context.ts';
import type { Inputs } from '../plan/inputs.ts';
import { asObject, type Json, type JsonObject } from '../plan/json.ts';
import { type ContextFacts, type GitFacts, lacksCommitTime, lacksRepository, makeContext } from '../plan/make-context.ts';
import { ProblemError } from '../plan/problem.ts';
import { readGit } from './git.ts';
import { askGitHub } from './github.ts';
import type { Host } from './host.ts';

type Wishes = Pick<Inputs, 'refSource' | 'githubToken' | 'dryRun'> & { readonly ref: string; readonly prHeadSha: boolean };

/**
 * Reads all that is known about the run: event, environment, git and the GitHub API, each only where it is needed.
 * A dry run asks no network.
 */
export async function readContext(host: Host, wishes: Wishes): Promise<Context> {
  const { environment } = host;
  const facts: ContextFacts = {
    environment,
    payload: await readEvent(environment.GITHUB_EVENT_PATH),
    git: await readGitWhereWanted(host, wishes),
    prHeadSha: wishes.prHeadSha,
    now: new Date().toISOString(),
  };
  const context = withRef(makeContext(facts), wishes.ref);
  const token = wishes.githubToken;
  const wanted = { repository: lacksRepository(context), commit: lacksCommitTime(context) ? context.sha : undefined };
  if (wishes.dryRun || token === '' || (!wanted.repository && wanted.commit === undefined)) return context;
  const answers = await askGitHub(wanted, {
    token,
    apiUrl: environment.GITHUB_API_URL || 'https://api.github.com',
    repository: context.repository.fullName,
  });
  if (answers.failures.length > 0)
    host.log.notice(`The GitHub API did not answer; labels are made without it (${answers.failures.join('; ')})`);
  return withRef(makeContext({ ...facts, repositoryAnswer: answers.repository, commitAnswer: answers.commit }), wishes.ref);
}

/** On a desk there is no event: git speaks for it. */
function readGitWhereWanted({ environment, signal }: Host, { refSource, ref }: Wishes): Promise<GitFacts | undefined> {
  const git = (): Promise<GitFacts> => readGit({ environment, signal });
  if (refSource === 'git') return git();
  const onDesk = !environment.GITHUB_EVENT_NAME;
  if (!onDesk) return Promise.resolve(undefined);
  return ref === '' ? git() : git().catch(() => undefined);
}

function withRef(context: Context, ref: string): Context {
  return ref === '' ? context : { ...context, ref };
}

async function readEvent(file: string | undefined): Promise<JsonObject> {
  if (!file) return {};
  const text = await readFile(file, 'utf8').catch(() => '{}');
  try {
    return asObject(JSON.parse(text) as Json); // JSON.parse gives just that
  } catch {
    throw new ProblemError({ where: 'GITHUB_EVENT_PATH', given: file, wrong: 'holds no JSON', accepted: 'the event as GitHub writes it' });
  }
}
