import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ProcessResult } from '../build/process.ts';
import { formatAllowedSigners, judgeTag, parseTagObject, type TagFacts } from '../check/signed-tag.ts';
import { checkoutFolder } from '../plan/build-context.ts';
import { buildsCheckout } from '../plan/checked-out.ts';
import type { SignedTagWish } from '../plan/checks.ts';
import { ProblemError } from '../plan/problem.ts';
import { runProcess } from './exec.ts';
import { readHead } from './git.ts';
import { askTag, githubApi } from './github.ts';
import type { Host } from './host.ts';
import { lastLine } from './last-line.ts';
import type { Intent } from './read-intent.ts';
import type { Workshop } from './workshop.ts';

/**
 * Checks the signature of the git tag this run is for; other refs need none.
 * @throws {ProblemError} where a signature is demanded and there is no good one.
 */
export async function requireSignedTag(host: Host, { context, inputs, plan }: Intent, workshop: Workshop): Promise<void> {
  const { signedTag } = plan;
  const [, name] = /^refs\/tags\/(.+)$/.exec(context.ref) ?? [];
  if (signedTag.kind === 'no' || name === undefined) return;
  const api = githubApi(host, { token: inputs.githubToken, repository: context.repository.fullName });
  const place = { environment: host.environment, folder: workshop.folder, signal: workshop.signal };
  const facts = signedTag.kind === 'keys' ? await verifyTagWithKeys(name, signedTag, place) : await askTag(name, api);
  const { context: built, bake } = plan.build;
  const folder = checkoutFolder(built, bake !== undefined);
  const checkedOut = buildsCheckout(plan.build) ? await readHead(folder, host) : undefined; // a step before may have checked out another commit
  const problem = judgeTag({ name, sha: checkedOut ?? context.sha }, facts);
  if (problem !== undefined) throw new ProblemError(problem);
}

type Keys = Extract<SignedTagWish, { readonly kind: 'keys' }>;
type Place = { readonly environment: NodeJS.ProcessEnv; readonly folder: string; readonly signal: AbortSignal };
type Git = (...args: readonly string[]) => Promise<ProcessResult>;

/** No setting of the machine or the checkout decides what verifies a signature. */
const VERIFIERS = ['gpg.program=gpg', 'gpg.openpgp.program=gpg', 'gpg.ssh.program=ssh-keygen', 'gpg.minTrustLevel=undefined'];

/** Looks at the tag in the checkout, with a keyring of this run's own that holds nothing but the given keys. */
export async function verifyTagWithKeys(name: string, keys: Keys, { environment, folder: parent, signal }: Place): Promise<TagFacts> {
  const folder = path.join(parent, 'signers');
  await mkdir(folder, { mode: 0o700 });
  const signers = path.join(folder, 'allowed_signers');
  await writeFile(signers, keys.format === 'ssh' ? formatAllowedSigners(keys.keys) : '');
  const env = { ...environment, GNUPGHOME: folder, GIT_TERMINAL_PROMPT: '0', GIT_NO_REPLACE_OBJECTS: '1' };
  if (keys.format === 'openpgp') {
    const imported = await runProcess({ file: 'gpg', args: ['--batch', '--import'], input: keys.keys, env, signal });
    if (imported.code !== 0) return { kind: 'unknown', reason: `gpg cannot import the keys (${lastLine(imported.stderr)})` };
  }
  const settings = [...VERIFIERS, `gpg.ssh.allowedSignersFile=${signers}`].flatMap((setting) => ['-c', setting]);
  return verifyTag(name, (...args) => runProcess({ file: 'git', args: [...settings, ...args], env, signal }));
}

async function verifyTag(name: string, git: Git): Promise<TagFacts> {
  const found = await findTag(name, git);
  if (found.kind !== 'object') return found;
  const { target, ...object } = parseTagObject((await git('cat-file', 'tag', found.sha)).stdout);
  if (!object.isSigned) return { kind: 'annotated', name: object.name, target, verified: false, reason: 'unsigned' };
  const verified = await git('verify-tag', found.sha);
  return { kind: 'annotated', name: object.name, target, verified: verified.code === 0, reason: lastLine(verified.stderr) };
}

type Found = { readonly kind: 'object'; readonly sha: string } | Extract<TagFacts, { readonly kind: 'unknown' | 'lightweight' }>;

/**
 * The tag object of the checkout, or else of its remote: actions/checkout has long made a lightweight tag of every tag it checks out.
 * @see https://github.com/actions/checkout/issues/290
 */
async function findTag(name: string, git: Git): Promise<Found> {
  const ref = `refs/tags/${name}`;
  const local = await readObject(await git('rev-parse', '--verify', '--quiet', ref), git);
  if (local?.type === 'tag') return { kind: 'object', sha: local.sha };
  const listed = await git('ls-remote', 'origin', ref);
  if (listed.code === 0 && listed.stdout !== '') await git('fetch', '--quiet', '--no-tags', '--no-write-fetch-head', 'origin', ref);
  const remote = await readObject(listed, git);
  if (remote?.type === 'tag') return { kind: 'object', sha: remote.sha };
  if (local === undefined && remote === undefined) return { kind: 'unknown', reason: 'neither the checkout nor its remote has it' };
  return { kind: 'lightweight' };
}

async function readObject(answer: ProcessResult, git: Git): Promise<{ readonly sha: string; readonly type: string } | undefined> {
  const [sha] = /^[0-9a-f]{40,64}/.exec(answer.stdout) ?? [];
  if (answer.code !== 0 || sha === undefined) return undefined;
  const type = await git('cat-file', '-t', sha);
  return type.code === 0 ? { sha, type: type.stdout.trim() } : undefined;
}
