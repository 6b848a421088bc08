import { execFileSync } from 'node:child_process';
import { PLATFORMS } from './content.ts';
import { time } from './process.ts';
import { type Release, tagsOf } from './release.ts';
import type { Workplace } from './workplace.ts';

/**
 * What people type instead: one `docker buildx build --push` with every name. The images it also leaves in the engine are removed,
 * unclocked, so that later runs find the engine as this one did.
 * @returns milliseconds.
 */
export async function pushByHand({ env, folder }: Workplace, release: Release): Promise<number> {
  const names = release.repositories.flatMap((repository) => tagsOf(release).map((tag) => `${repository}:${tag}`));
  const { status, durationMs, output } = await time({
    argv: [
      'docker',
      'buildx',
      'build',
      `--platform=${PLATFORMS.join(',')}`,
      ...names.map((name) => `--tag=${name}`),
      '--push',
      release.content,
    ],
    cwd: folder,
    env,
  });
  if (status !== 0) throw new Error(`docker buildx build ended with ${status}:\n${output}`);
  execFileSync('docker', ['image', 'rm', '--force', ...names], { env, stdio: 'ignore' });
  return durationMs;
}
