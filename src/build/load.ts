import { DockerError, type ProcessResult, type RunDocker } from '../host/process.ts';
import type { Candidate } from '../oci/candidate.ts';

export type Loading = {
  /** `127.0.0.1:5000/candidate`, where the engine finds the image. */
  readonly repository: string;
  readonly candidate: Candidate;
  /** Whether the engine can hold all platforms of one image. */
  readonly holdsAll: boolean;
  /** What it is called in the engine. */
  readonly name: string;
};

/**
 * Puts an image into the engine by pulling it: what is there then is the very image that is published, with its digest. A second export of the build
 * would have a provenance with other times, and so another digest.
 * @returns its id in the engine: the digest where that has the containerd image store, else that of the image's configuration.
 * @throws {DockerError}
 */
export async function pullIntoEngine({ repository, candidate, name, holdsAll }: Loading, run: RunDocker): Promise<string> {
  const reference = `${repository}@${candidate.root.digest}`;
  const isOne = candidate.images.length === 1;
  const platforms = holdsAll || isOne ? candidate.images.map(({ platform }) => `--platform=${platform}`) : []; // else the engine's own
  for (const option of platforms.length === 0 ? [[]] : platforms.map((each) => [each])) {
    check(`docker pull ${reference}`, await pullWhole(() => run(['pull', '--quiet', ...option, reference])));
  }
  check(`docker tag ${name}`, await run(['tag', reference, name]));
  return readId(name, candidate, run);
}

/** The same where the engine reaches no registry of ours: with the archive of an OCI layout. The containerd image store keeps its digest. */
export async function loadArchive(file: string, { candidate, name }: Pick<Loading, 'candidate' | 'name'>, run: RunDocker): Promise<string> {
  check('docker image load', await run(['image', 'load', '--quiet', `--input=${file}`]));
  check(`docker tag ${name}`, await run(['tag', candidate.root.digest, name]));
  return readId(name, candidate, run);
}

/** The id under which the engine has the image of that name. */
export async function readId(name: string, { root }: Candidate, run: RunDocker): Promise<string> {
  const inspected = await run(['image', 'inspect', '--format={{.Id}}', name]);
  check(`docker image inspect ${name}`, inspected);
  return inspected.stdout.trim() || root.digest;
}

/**
 * What a pull ends with where another job on the same engine removes an image meanwhile, and with it content that the pull found there.
 * @see https://github.com/containerd/nerdctl/issues/4104
 */
const LOST_CONTENT = /content digest sha256:[0-9a-f]{64}: not found/;
const MOST_PULLS = 3;

/** Pulls again where content was lost on the way. */
export async function pullWhole(pull: () => Promise<ProcessResult>): Promise<ProcessResult> {
  let result = await pull();
  for (let pulls = 1; pulls < MOST_PULLS && result.code !== 0 && LOST_CONTENT.test(result.stderr); pulls += 1) result = await pull();
  return result;
}

function check(what: string, result: ProcessResult): void {
  if (result.code !== 0) throw new DockerError(what, result);
}
