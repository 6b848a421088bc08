import path from 'node:path';
import type { Host } from '../host/host.ts';
import { isRemoteContext } from '../plan/inputs/build-context.ts';
import type { KnownDockerfile } from '../plan/inputs/dockerfile.ts';
import type { EarlyInputs } from '../plan/inputs/early-inputs.ts';
import type { Boundary } from './boundary.ts';
import { look, readNamedFiles } from './named-files.ts';

/** The names that BuildKit tries, in this order. */
const NAMES = ['Dockerfile', 'dockerfile'];

/** What is known of it, and what a plan on the command line says of a build that would fail. A dry run may be about names alone, and needs none. */
export async function readDockerfile(
  { local, signal }: Pick<Host, 'local' | 'signal'>,
  early: EarlyInputs,
  place: CheckoutFiles,
): Promise<DockerfileFacts> {
  if (local?.simulated !== undefined) return { dockerfile: undefined, warnings: [] };
  const dockerfile = await findDockerfile(early, { ...place, signal });
  if (!early.dryRun || dockerfile === undefined || dockerfile.text !== undefined) return { dockerfile, warnings: [] };
  const warning = `There is no ${dockerfile.path}: a build of this plan would fail`;
  return { dockerfile: undefined, warnings: local === undefined ? [] : [warning] };
}

type CheckoutFiles = {
  readonly hasCheckout: boolean;
  /** Set where the files are those of a foreign head. */
  readonly boundary: Boundary | undefined;
};

type DockerfileFacts = { readonly dockerfile: KnownDockerfile; readonly warnings: readonly string[] };

/** Reads the Dockerfile that would be built, where it is a file here. One that `file` names and that is not there is another parser's to report. */
async function findDockerfile(
  { context, file, bake, source }: EarlyInputs,
  place: CheckoutFiles & Pick<Host, 'signal'>,
): Promise<KnownDockerfile> {
  const isElsewhere = isRemoteContext(context) || isRemoteContext(file) || (context === '' && !place.hasCheckout);
  if (isElsewhere || bake.inputs !== undefined || source !== undefined) return undefined;
  const folder = context === '' ? '.' : context;
  if (look(folder) !== 'folder') return undefined;
  const candidates = file === '' ? NAMES.map((name) => path.join(folder, name)) : [file];
  const found = candidates.find((candidate) => look(candidate) === 'file');
  if (found === undefined) return file === '' ? { path: candidates[0] ?? '', text: undefined } : undefined;
  const [read] = await readNamedFiles([found], place);
  return read !== undefined && 'text' in read.content ? { path: found, text: read.content.text } : undefined;
}
