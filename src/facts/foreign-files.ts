import type { BuildPlan } from '../plan/build-plan.ts';
import { isRemoteContext } from '../plan/inputs/build-context.ts';
import { type BakeTarget, plainText } from '../plan/text/bake-definition.ts';
import { asObject, asText } from '../plan/text/json.ts';
import { type Problem, ProblemError } from '../plan/text/problem.ts';
import type { Boundary } from './boundary.ts';
import { readPlace } from './dockerfile-place.ts';

type NamedPath = { readonly where: string; readonly path: string };

export const LINK = {
  wrong: 'leads out of the checkout, which is not the repository’s own',
  accepted: 'name a path whose links end in the checkout',
};

/** What stands against these paths of an input, seen before they are read. */
export async function findLinks(where: string, paths: readonly string[], boundary: Boundary | undefined): Promise<readonly Problem[]> {
  if (boundary === undefined) return [];
  const left = await Promise.all(paths.map((given) => boundary.isLeftBy(given)));
  return paths.filter((_, index) => left[index] === true).map((given) => ({ where, given, ...LINK }));
}

/**
 * Refuses a build that would read or write beyond the checkout: by a link where an input says what is built, by any path where a bake file
 * of the foreign head says it.
 * @throws {ProblemError}
 */
export async function refuseWayOut(build: BuildPlan, boundary: Boundary): Promise<void> {
  const byInputs = build.bake === undefined ? listInputs(build) : [];
  const byFiles = (build.bake?.targets ?? []).flatMap(listTarget);
  const left = await Promise.all(byInputs.map(({ path }) => boundary.isLeftBy(path)));
  const passed = await Promise.all(byFiles.map(({ path }) => boundary.isPassedBy(path)));
  const refused = [...byInputs.filter((_, index) => left[index]), ...byFiles.filter((_, index) => passed[index])];
  if (refused.length > 0) throw new ProblemError(refused.map(({ where, path }) => ({ where, given: path, ...LINK })));
}

function listInputs({ context, file, buildContexts, exports, source }: BuildPlan): readonly NamedPath[] {
  const contexts = buildContexts.map((pair) => pair.slice(pair.indexOf('=') + 1)).filter((each) => !isFetched(each));
  const named = contexts.map((each) => ({ where: 'build-contexts', path: localPath(each) }));
  const written = exports.flatMap(({ output }) => [...output.matchAll(/(?:^|,)"?dest=([^",]+)/g)].map(([, path = '']) => path));
  const dockerfile = file === '' && !isRemoteContext(context) ? `${context}/Dockerfile` : file;
  return [
    { where: 'context', path: context },
    { where: 'file', path: dockerfile },
    ...named,
    ...written.map((path) => ({ where: 'exports', path })),
    ...(source?.kind === 'path' ? [{ where: 'source', path: source.path }] : []),
  ].filter(({ path }) => path !== '' && (!isRemoteContext(path) || UPWARDS.test(path)));
}

/** Contexts of other kinds are BuildKit's to fetch, which holds no login of ours. */
const FETCHED = /^(?:https?|git|ssh):\/\/|^(?:target|docker-image):|^[\w.-]+@[\w.-]+:|^github\.com\//;
const UPWARDS = /(?:^|\/)\.\.(?:\/|$)/;

function isFetched(context: string): boolean {
  return FETCHED.test(context) && !UPWARDS.test(context);
}

/** The path that buildx makes of it. @see https://docs.docker.com/build/bake/reference/#targetcontexts */
function localPath(context: string): string {
  const isLayout = context.startsWith('oci-layout://');
  const path = context.replace(/^(?:cwd|oci-layout|file):\/\//, '');
  return isLayout ? path.replace(/@sha256:.*$|:[\w.-]+$/, '') : path;
}

function listTarget(target: BakeTarget): readonly NamedPath[] {
  const { context, file, inline } = readPlace(target);
  const contexts = Object.values(asObject(target.source.contexts)).map((value) => plainText(asText(value) ?? ''));
  const dockerfile = file === '' ? `${localPath(context)}/Dockerfile` : file;
  const paths = [
    ...[context, ...contexts].filter((each) => !isFetched(each)).map(localPath),
    ...(isFetched(context) || inline !== undefined ? [] : [dockerfile]),
  ];
  return paths.map((path) => ({ where: `bake-files, target ${target.name}`, path }));
}
