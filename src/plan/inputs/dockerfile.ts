import { nearest, ProblemError } from '../text/problem.ts';

/** The Dockerfile that is built, as the host found it. */
type Dockerfile = {
  readonly path: string;
  /** Undefined where there is none. */
  readonly text: string | undefined;
};

/** Undefined where that is unknown: a remote context, bake files, a source, or a run in CI that is simulated. */
export type KnownDockerfile = Dockerfile | undefined;

/** `# syntax=docker/dockerfile:1`; what another frontend reads may be no Dockerfile at all. @see https://docs.docker.com/build/buildkit/frontend/ */
const SYNTAX = /^#\s*syntax\s*=\s*(\S+)/im;
const OWN_SYNTAX = /^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?:[:@]|$)/;

/** The names of the stages, in lower case, in which BuildKit compares them; a stage without one has its number. Undefined where it may be no Dockerfile. */
export function parseStages(text: string): readonly string[] | undefined {
  const [, syntax = 'docker/dockerfile'] = SYNTAX.exec(text) ?? [];
  if (!OWN_SYNTAX.test(syntax)) return undefined;
  const continued = /^#\s*escape\s*=\s*`/im.test(text) ? /`[ \t]*\r?\n/g : /\\[ \t]*\r?\n/g;
  const lines = text
    .replaceAll(/^[ \t]*#.*$/gm, '')
    .replaceAll(continued, ' ')
    .split(/\r?\n/);
  const stages = lines.filter((line) => /^\s*FROM\s/i.test(line)); // one within a here-document makes the list longer, which refuses nothing
  return stages.map((line, index) => (/\sAS\s+(\S+)\s*$/i.exec(line)?.[1] ?? String(index)).toLowerCase());
}

/** @throws {ProblemError} where the Dockerfile has no such stage. */
export function checkStage(stage: string, where: string, dockerfile: KnownDockerfile): string {
  const stages = dockerfile?.text === undefined ? undefined : parseStages(dockerfile.text);
  const isNumber = /^\d{1,3}$/.test(stage) && Number(stage) < (stages?.length ?? 0);
  if (stage === '' || stages === undefined || isNumber || stages.includes(stage.toLowerCase())) return stage;
  const named = stages.filter((name) => !/^\d/.test(name));
  const hint = nearest(stage, named);
  const list = named.length === 0 ? 'its stages have no names (FROM image AS name)' : `its stages are ${named.join(', ')}`;
  throw new ProblemError({
    where,
    given: stage,
    wrong: `is not a stage of ${dockerfile?.path}`,
    accepted: hint === undefined ? list : `did you mean ${hint}? ${list}`,
  });
}
