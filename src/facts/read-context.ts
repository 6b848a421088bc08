import { type CheckedOut, readCheckedOut, readCommitTime } from '../git/facts.ts';
import type { Host } from '../host/host.ts';
import { readRegularFile } from '../host/regular-file.ts';
import { checkoutFolder } from '../plan/inputs/build-context.ts';
import type { EarlyInputs } from '../plan/inputs/early-inputs.ts';
import type { Context } from '../plan/naming/context.ts';
import { type ContextFacts, type GitFacts, lacksCommitTime, lacksRepository, makeContext } from '../plan/naming/make-context.ts';
import { plain } from '../plan/text/escape.ts';
import { asObject, type JsonObject } from '../plan/text/json.ts';
import { parseJson } from '../plan/text/parse-json.ts';
import { ProblemError } from '../plan/text/problem.ts';
import { type Api, askGitHub, githubApi } from './github.ts';
import { isOtherCommit } from './other-commit.ts';
import { readGivenRef } from './requested-ref.ts';

/**
 * Reads all that is known about the run: event, environment, git and the GitHub API, each only where it is needed.
 * On the command line a dry run uses no network. The inputs are checked later, and all their mistakes reported at once.
 */
export async function readContext(host: Host, early: EarlyInputs): Promise<Context> {
  const { environment, signal } = host;
  const { prHeadSha, ref, refSource } = early;
  const event: ContextFacts = {
    environment,
    payload: host.local?.simulated?.payload ?? (await readEvent(environment.GITHUB_EVENT_PATH, signal)),
    git: await readGitWhereWanted(host, refSource, ref),
    prHeadSha,
    now: new Date().toISOString(),
  };
  const own = makeContext(event);
  const api = findApi(host, early, own);
  const folder = checkoutFolder(early.context, early.bake.inputs !== undefined);
  const isSimulated = host.local !== undefined && early.dryRun;
  const given = ref === '' ? {} : await readGivenRef(ref, own, { host, api, refSource, folder, isSimulated });
  const expected = ref === '' ? (environment.GITHUB_SHA ?? '') : makeContext({ ...event, ...given }).sha;
  const buildsOtherCommit = await isOtherCommit({ host, early, folder, expected });
  const complete = (more: Partial<ContextFacts>): Context => makeContext({ ...event, ...given, buildsOtherCommit, ...more });
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

/** Where GitHub is asked: always on a runner; on the command line with a token, unless it is a dry run. */
function findApi(host: Host, { githubToken: token, dryRun }: EarlyInputs, { repository }: Context): Api | undefined {
  const onRunner = host.environment.GITHUB_ACTIONS === 'true' && host.local?.simulated === undefined;
  const mayAsk = onRunner || (token !== '' && !dryRun);
  if (!mayAsk || !repository.fullName.includes('/')) return undefined;
  return githubApi(host, { token, repository: repository.fullName });
}

/**
 * The command line has no event: the facts come from git.
 * @throws {ProblemError} where it has to and cannot.
 */
async function readGitWhereWanted(host: Host, refSource: string, ref: string): Promise<GitFacts | undefined> {
  const read = (where: string, mayBeBehind: boolean): Promise<CheckedOut> => readCheckedOut({ where, mayBeBehind }, host);
  if (refSource === 'git') return refuseNameless(await read('ref-source', true), host, ref);
  const locally = !host.environment.GITHUB_EVENT_NAME;
  if (!locally) return undefined;
  if (ref !== '') return read('checkout', false).catch(() => undefined);
  const git = refuseNameless(await read('checkout', false), host, ref);
  tellOtherTags(git, host);
  return git;
}

/** A person can say what a detached commit is. On a CI system it may be built without a name. @throws {ProblemError} */
function refuseNameless(git: CheckedOut, { environment }: Host, ref: string): CheckedOut {
  if (git.ref !== '' || ref !== '' || environment.CI) return git;
  const wrong = `HEAD is detached at ${git.sha.slice(0, 7)}, and no branch or tag is there`;
  throw new ProblemError({ where: 'checkout', wrong, accepted: 'check one out, or name it (--ref heads/main)' });
}

/** A tag at the commit that is not what will be published. */
function tellOtherTags({ ref, tags }: CheckedOut, { log }: Host): void {
  const other = tags.find((tag) => tag !== ref);
  if (other === undefined) return;
  const short = (name: string): string => name.replace(/^refs\/(?:tags|heads)\//, '');
  log.notice(
    plain(
      `The tag ${short(other)} is at this commit too, and ${short(ref)} was taken: --ref ${other.replace('refs/', '')} publishes the tag`,
    ),
  );
}

/** GitHub's payloads have at most 25 MB. @see https://docs.github.com/en/webhooks/webhook-events-and-payloads#payload-cap */
const MAX_EVENT_BYTES = 32 * 1_048_576;

/** @throws {ProblemError} where there is a file that cannot be read: what it says decides what may be published. */
async function readEvent(file: string | undefined, signal: AbortSignal): Promise<JsonObject> {
  if (!file) return {};
  const content = await readRegularFile(file, { signal, maxBytes: MAX_EVENT_BYTES });
  const isAbsent = 'failure' in content && content.failure === 'is not there'; // CI systems that act like GitHub write none
  const event = 'text' in content ? parseJson(content.text) : undefined;
  if (isAbsent) return {};
  if (event !== undefined) return asObject(event);
  const wrong = 'failure' in content ? content.failure : 'holds no JSON';
  throw new ProblemError({ where: 'GITHUB_EVENT_PATH', given: file, wrong, accepted: 'name the file with the event as GitHub writes it' });
}
