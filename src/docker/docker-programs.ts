import type { Problem } from '../plan/text/problem.ts';
import { ProblemError } from '../plan/text/problem.ts';

/** Every command that is not buildx's own: pulling, testing, emulation, `docker-daemon:` sources. */
export const NO_DOCKER: Problem = {
  where: 'docker',
  wrong: 'no docker program is on the PATH',
  accepted: 'install Docker (https://docs.docker.com/engine/install/), or publish an image that another tool made (source)',
};

/** @param plugin `buildx` or `compose`. */
export function noPlugin(plugin: 'buildx' | 'compose'): Problem {
  const accepted = `install docker-${plugin}-plugin (Docker’s package archive) or docker-${plugin} (Debian, Ubuntu), or put the program docker-${plugin} into ~/.docker/cli-plugins`;
  return { where: 'docker', wrong: `has no ${plugin} plugin`, accepted };
}

/** What docker says of a command or flag that it does not know ends so; a plugin that is there points to its own help. */
const TO_DOCKERS_HELP = "'docker --help'";

/** Whether docker has answered instead of one of its plugins. */
export function lacksPlugin(stderr: string): boolean {
  return stderr.includes(TO_DOCKERS_HELP) || /^Usage: +docker \[OPTIONS\] COMMAND/m.test(stderr);
}

/** The problem behind an error of starting docker; the error itself where it is another one. */
export function explainStart(error: unknown): unknown {
  const isMissing =
    error instanceof Error && 'syscall' in error && error.syscall === 'spawn docker' && 'code' in error && error.code === 'ENOENT';
  return isMissing ? new ProblemError(NO_DOCKER) : error;
}
