import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Workspace } from '../docker/workspace.ts';
import { askTag, githubApi } from '../facts/github.ts';
import type { Intent } from '../facts/read-request.ts';
import type { TagFacts } from '../facts/tag-facts.ts';
import { type Checkout, openCheckout } from '../git/checkout.ts';
import { readHead } from '../git/facts.ts';
import type { GitOptions } from '../git/run-git.ts';
import { findObjects, makeScratchRepository } from '../git/scratch-repository.ts';
import { fetchRef, readNamedObject, type ScratchGit, scratchGit } from '../git/tag-object.ts';
import { runProcess } from '../host/exec.ts';
import type { Host } from '../host/host.ts';
import { lastLine } from '../host/last-line.ts';
import { buildsCheckout } from '../plan/checked-out.ts';
import { checkoutFolder } from '../plan/inputs/build-context.ts';
import type { SignedTagWish } from '../plan/inputs/checks.ts';
import { ProblemError } from '../plan/text/problem.ts';
import { formatAllowedSigners, judgeTag, parseTagObject } from './signed-tag.ts';

/**
 * Checks the signature of the git tag this run is for; other refs need none.
 * @throws {ProblemError} where a signature is demanded and there is no good one.
 */
export async function requireSignedTag(host: Host, { context, inputs, plan }: Intent, workspace: Workspace): Promise<void> {
  const { signedTag } = plan;
  const [, name] = /^refs\/tags\/(.+)$/.exec(context.ref) ?? [];
  if (signedTag.kind === 'no' || name === undefined) return;
  const api = githubApi(host, { token: inputs.githubToken, repository: context.repository.fullName });
  const { context: built, bake } = plan.build;
  const folder = checkoutFolder(built, bake !== undefined);
  const options = { environment: host.environment, signal: workspace.signal };
  const place = { ...options, checkout: folder, scratch: path.join(workspace.folder, 'signers') };
  const facts = signedTag.kind === 'keys' ? await verifyTagWithKeys(name, signedTag, place) : await askTag(name, api);
  // A step before may have checked out another commit. A folder that is no checkout says nothing about its commit.
  const sha = buildsCheckout(plan.build) ? ((await readHead(folder, options)) ?? '') : context.sha;
  const problem = judgeTag({ name, sha }, facts);
  if (problem !== undefined) throw new ProblemError(problem);
}

type Keys = Extract<SignedTagWish, { readonly kind: 'keys' }>;

type TagCheckOptions = GitOptions & {
  /** A folder of the checkout that the tag is looked up in. */
  readonly checkout: string;
  /** A folder that is not there yet, for the keys and a scratch repository. */
  readonly scratch: string;
};

/** What verifies signatures, whatever the machine is set to. `gpgsm` would ask the machine's keys and is not used. */
const VERIFIERS = ['gpg.program=gpg', 'gpg.openpgp.program=gpg', 'gpg.ssh.program=ssh-keygen', 'gpg.minTrustLevel=undefined'];

/**
 * Looks at the tag in the checkout, or else in its remote, with a keyring of this run's own that holds nothing but the given keys, and in a repository of this
 * run's own that no setting of the checkout reaches.
 */
export async function verifyTagWithKeys(
  name: string,
  keys: Keys,
  { checkout: folder, scratch, ...options }: TagCheckOptions,
): Promise<TagFacts> {
  const { environment: env, signal } = options;
  const checkout = await openCheckout(folder, options);
  if (checkout.kind !== 'open') return { kind: 'unknown', reason: checkout.wrong };
  const objects = await findObjects(checkout);
  if (objects === undefined) return { kind: 'unknown', reason: `git cannot read the checkout in ${checkout.folder}` };
  const repository = path.join(scratch, 'repository');
  await mkdir(scratch, { mode: 0o700 });
  await makeScratchRepository(repository, objects);
  const signers = path.join(scratch, 'allowed_signers');
  await writeFile(signers, keys.format === 'ssh' ? formatAllowedSigners(keys.keys) : '');
  if (keys.format === 'openpgp') {
    const imported = await runProcess({
      file: 'gpg',
      args: ['--batch', '--import'],
      input: keys.keys,
      env: { ...env, GNUPGHOME: scratch },
      signal,
    });
    if (imported.code !== 0) return { kind: 'unknown', reason: `gpg cannot import the keys (${lastLine(imported.stderr)})` };
  }
  const git = scratchGit(repository, options);
  const found = await findTag(`refs/tags/${name}`, checkout, git);
  if (found.kind !== 'object') return found;
  const settings = [...VERIFIERS, `gpg.ssh.allowedSignersFile=${signers}`];
  return verifyTag(found.sha, keys.format, (args) => git(args, { settings, variables: { GNUPGHOME: scratch } }));
}

async function verifyTag(sha: string, format: Keys['format'], git: ScratchGit): Promise<TagFacts> {
  const { name, target, format: signedAs } = parseTagObject((await git(['cat-file', 'tag', sha])).stdout);
  const unverified = { kind: 'annotated', name, target, verified: false } as const;
  if (signedAs === undefined) return { ...unverified, reason: 'unsigned' };
  if (signedAs !== format) return { ...unverified, reason: `it is one of format ${signedAs}, and the keys are for ${format}` };
  const { code, stderr } = await git(['verify-tag', sha]);
  return { ...unverified, verified: code === 0, reason: lastLine(stderr) };
}

type FoundTag = { readonly kind: 'object'; readonly sha: string } | Extract<TagFacts, { readonly kind: 'unknown' | 'lightweight' }>;

/**
 * The tag object of the checkout, or else of its remote: actions/checkout has long made a lightweight tag of every tag it checks out.
 * @see https://github.com/actions/checkout/issues/290
 */
async function findTag(ref: string, checkout: Checkout, scratch: ScratchGit): Promise<FoundTag> {
  const local = await readNamedObject((args) => checkout.run(...args), ref);
  if (local?.type === 'tag') return { kind: 'object', sha: local.sha };
  const failure = await fetchRef(ref, checkout, scratch);
  const remote = failure === undefined ? await readNamedObject(scratch, ref) : undefined;
  if (remote?.type === 'tag') return { kind: 'object', sha: remote.sha };
  if (local !== undefined || remote !== undefined) return { kind: 'lightweight' };
  return { kind: 'unknown', reason: `the checkout does not have it, and neither has its remote (${lastLine(failure ?? '')})` };
}
