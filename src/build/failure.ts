import { type BuildPlace, type Excerpt, findDockerfile } from '../facts/dockerfile-place.ts';
import { DockerError, describeTries, type ProcessResult, type Tries } from '../host/process.ts';

/** Where and how a build failed, as the end of buildx's plain progress says. */
export type BuildFailure = Excerpt & {
  /** The target of the bake files that failed; undefined in a build without them. */
  readonly target: string | undefined;
  /** `linux/arm64`; undefined where the step is the same for all platforms, or there is only one. */
  readonly platform: string | undefined;
  /** BuildKit's own words for what went wrong. */
  readonly cause: string;
  /** The last lines that the instruction printed; empty where it printed nothing. */
  readonly output: readonly string[];
};

/** A build that failed at a line of a Dockerfile. The message is one line, followed by the last lines of the instruction's output. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
  /** Undefined where the Dockerfile is no file. */
  readonly place: { readonly file: string; readonly line: number; readonly endLine: number } | undefined;

  constructor(failure: BuildFailure, file: string | undefined, tries?: Tries) {
    const { line, endLine, output } = failure;
    const where = file === undefined ? `dockerfile-inline, line ${line}` : `${file}:${line}`;
    super([`${where}: ${describeBuildFailure(failure)}${describeTries(tries)}`, ...output].join('\n'));
    this.place = file === undefined ? undefined : { file, line, endLine };
  }
}

/** How much of an instruction's output goes into the error; all of it is in the log. */
const SHOWN_LINES = 10;

/**
 * The error of a build that did not end well: with the failing line of the Dockerfile where buildx names one.
 * @param placesOf gives where that may be by the target, which is undefined where there are no bake files or a single target.
 */
export async function buildError(
  what: string,
  result: ProcessResult,
  placesOf: (target: string | undefined) => readonly BuildPlace[],
): Promise<Error> {
  const failure = parseBuildFailure(result.stderr);
  if (failure === undefined) return new DockerError(what, result, gitHint(result.stderr));
  return new BuildError(failure, await findDockerfile(failure, placesOf(failure.target)), result.tries);
}

/** A private repository without a login looks like this: GitHub says that there is none. */
const GIT_REFUSAL =
  /could not read (?:Username|Password)|terminal prompts disabled|Authentication failed|Repository not found|returned error: 40[134]/i;

/** What to do where BuildKit's git could not read a repository. */
function gitHint(stderr: string): string | undefined {
  if (!GIT_REFUSAL.test(stderr)) return undefined;
  return 'the Git context cannot be read: give the job permissions contents: read, or secrets GIT_AUTH_TOKEN=… with a token for that repository';
}

/**
 * Reads buildx's plain progress: the lines of the failed step and, at the end, the excerpt of the Dockerfile with `>>>` before the failing
 * lines, and the `ERROR:` line. Undefined where it names no line.
 * @see https://github.com/docker/buildx/blob/v0.29.1/commands/build.go, and `Print` of BuildKit's solver/errdefs/source.go
 */
export function parseBuildFailure(stderr: string): BuildFailure | undefined {
  const lines = stderr.replaceAll('\r\n', '\n').split('\n');
  const excerpt = readExcerpt(lines);
  if (excerpt === undefined) return undefined;
  const end = readCause(lines);
  return { ...excerpt, ...end, ...readStep(lines, end) };
}

/** `RUN make test ended with exit code 2 (target web, linux/arm64)` */
export function describeBuildFailure({
  instruction,
  cause,
  platform,
  target,
}: Omit<BuildFailure, 'file' | 'line' | 'endLine' | 'output'>): string {
  const places = [...(target === undefined ? [] : [`target ${target}`]), ...(platform === undefined ? [] : [platform])];
  const where = places.length === 0 ? '' : ` (${places.join(', ')})`;
  const what = shorten(instruction.map((line) => line.trim()).join(' '));
  const [, code] = /^process ".*" did not complete successfully: exit code: (\d+)$/s.exec(cause) ?? [];
  if (code === '137') return `${what} was killed with exit code 137, often for lack of memory${where}`;
  if (code !== undefined) return `${what} ended with exit code ${code}${where}`;
  const [, missing] = /failed to calculate checksum of ref \S+: "(.*)": not found$/.exec(cause) ?? [];
  if (missing !== undefined) return `${what}: ${missing} is not in the build context, or .dockerignore leaves it out${where}`;
  return `${what}: ${cause}${where}`;
}

/** buildx draws it around lines of bake files, too; that of ours is named by its whole path. */
const RULE = /^-{20}$/;

function readExcerpt(lines: readonly string[]): Excerpt | undefined {
  const start = lines.findLastIndex((line, index) => /^[^\s/].*:\d+$/.test(line) && RULE.test(lines[index + 1] ?? ''));
  const [, file] = /^(.*):\d+$/.exec(lines[start] ?? '') ?? [];
  if (file === undefined) return undefined;
  const end = lines.findIndex((line, index) => index > start + 1 && RULE.test(line));
  const marked = lines.slice(start + 2, end < 0 ? undefined : end).flatMap((line) => {
    const [, number, text] = /^ *(\d{1,9}) \| >>> ?(.*)$/.exec(line) ?? [];
    return number === undefined ? [] : [{ number: Number(number), text: text ?? '' }];
  });
  const [first] = marked;
  if (first === undefined) return undefined;
  const instruction = marked.map(({ text }) => text);
  return { file, line: first.number, endLine: marked.at(-1)?.number ?? first.number, instruction };
}

/**
 * The output of the step that failed for this cause, and its platform, from the lines of the progress that begin with the step's number:
 * `#7 [web linux/arm64 2/3] RUN …`, `#7 0.123 printed`, `#7 ERROR: cause`. Where several failed so, it is that of the target.
 */
function readStep(
  lines: readonly string[],
  { cause, target }: Pick<BuildFailure, 'cause' | 'target'>,
): Pick<BuildFailure, 'platform' | 'output'> {
  const failed = lines.flatMap((line) => {
    const [, number, error] = /^#(\d{1,6}) ERROR: (.+)$/.exec(line) ?? [];
    return number !== undefined && error !== undefined && cause.endsWith(error) ? [readOwnLines(lines, number)] : [];
  });
  const own = failed.findLast((step) => step.some((line) => line.startsWith(`[${target} `))) ?? failed.at(-1) ?? [];
  const [platform] = own.flatMap((line) => /^\[(?:\S+ )?([a-z0-9]+\/[a-z0-9_./-]+) (?=.*\d+\/\d+\])/.exec(line)?.[1] ?? []);
  const output = own.flatMap((line) => /^\d+\.\d+ (.*)$/.exec(line)?.[1]?.trimEnd() ?? []);
  return { platform, output: output.filter((line) => line !== '').slice(-SHOWN_LINES) };
}

/** Without the number. */
function readOwnLines(lines: readonly string[], number: string): readonly string[] {
  const prefix = `#${number} `;
  return lines.filter((line) => line.startsWith(prefix)).map((line) => line.slice(prefix.length));
}

function readCause(lines: readonly string[]): Pick<BuildFailure, 'cause' | 'target'> {
  const line = lines.findLast((each) => each.startsWith('ERROR: ')) ?? 'ERROR: the build failed';
  const [, target, cause = ''] = /^ERROR: (?:target (\S+): )?(.*)$/.exec(line) ?? [];
  return { target, cause: cause.replace(/^(failed to (build|solve): )+/, '') };
}

/** An instruction may be a script of many lines. */
function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
