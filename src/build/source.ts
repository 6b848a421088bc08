import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Workspace } from '../docker/workspace.ts';
import { runProcess } from '../host/exec.ts';
import type { Host } from '../host/host.ts';
import { firstLine, lastLine } from '../host/last-line.ts';
import type { Candidate } from '../oci/candidate.ts';
import { convertDockerArchive, isDockerArchive } from '../oci/docker-archive.ts';
import { readLayout } from '../oci/layout.ts';
import { formatSource, type Source } from '../plan/inputs/source.ts';
import { formatPlatform, type Platform } from '../plan/text/platform.ts';
import { ProblemError } from '../plan/text/problem.ts';
import type { Built } from './build.ts';

type SourceOptions = { readonly host: Host; readonly workspace: Workspace; readonly platforms: readonly Platform[] };

/**
 * Reads the image that another tool made. Nothing is sent, and nothing of it is changed.
 * @throws {ProblemError} where there is none, it is not whole, or it is not for the platforms that are named.
 */
export async function readSource(source: Source, means: SourceOptions): Promise<Built> {
  const given = formatSource(source);
  const candidate = await readLayout(await findLayout(source, means), { where: 'source', given });
  checkPlatforms(candidate, means.platforms, given);
  return { candidate, metadata: '' };
}

async function findLayout(source: Source, { host, workspace }: SourceOptions): Promise<string> {
  if (source.kind === 'path' && (await stat(source.path)).isDirectory()) return source.path;
  const folder = path.join(workspace.folder, 'source');
  await mkdir(folder);
  const archive = source.kind === 'path' ? path.resolve(source.path) : await saveImage(source.reference, workspace);
  await unpack(archive, { folder, given: formatSource(source), host, signal: workspace.signal });
  if (source.kind === 'engine') await rm(archive);
  return (await isDockerArchive(folder)) ? convert(folder, formatSource(source)) : folder;
}

async function convert(folder: string, given: string): Promise<string> {
  const layout = `${folder}-layout`;
  try {
    await convertDockerArchive(folder, layout);
    return layout;
  } catch (error) {
    const wrong = `is not a docker archive that can be published (${error instanceof Error ? error.message : String(error)})`;
    throw new ProblemError({
      where: 'source',
      given,
      wrong,
      accepted: 'write the archive of one image, as docker save or an OCI tool writes it',
    });
  }
}

/** @see https://docs.docker.com/reference/cli/docker/image/save/ (an OCI layout since Docker 25) */
async function saveImage(reference: string, { folder, run }: Workspace): Promise<string> {
  const archive = path.join(folder, 'source.tar');
  const { code, stderr } = await run(['image', 'save', `--output=${archive}`, '--', reference]);
  if (code === 0) return archive;
  throw new ProblemError({
    where: 'source',
    given: `docker-daemon:${reference}`,
    wrong: `cannot be taken from the engine (${lastLine(stderr)})`,
    accepted: 'name an image that docker images lists',
  });
}

type Unpacking = { readonly folder: string; readonly given: string; readonly host: Host; readonly signal: AbortSignal };

/** By the system's tar: it is on every runner, reads what is compressed too, and lets no entry out of the folder. */
async function unpack(archive: string, { folder, given, host, signal }: Unpacking): Promise<void> {
  const args = ['--extract', '--no-same-owner', '--no-same-permissions', `--file=${archive}`, `--directory=${folder}`];
  const { code, stderr } = await runProcess({ file: 'tar', args, env: host.environment, signal });
  signal.throwIfAborted(); // how tar ended says nothing then
  if (code === 0) return;
  const wrong = `cannot be unpacked (${firstLine(stderr)})`;
  throw new ProblemError({ where: 'source', given, wrong, accepted: 'write a tar archive of an OCI layout, or the folder of one' });
}

function checkPlatforms({ images }: Candidate, platforms: readonly Platform[], given: string): void {
  const held = images.map(({ platform }) => platform).sort();
  const wanted = platforms.map(formatPlatform).sort();
  if (wanted.length === 0 || wanted.join() === held.join()) return;
  const accepted = `platforms names ${wanted.join(', ')}: write those it is for, or leave platforms out`;
  throw new ProblemError({ where: 'source', given, wrong: `is for ${held.join(', ')}`, accepted });
}
