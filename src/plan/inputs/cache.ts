import { asList, asText, isObject, type Json } from '../text/json.ts';
import type { BuildInputs } from './inputs.ts';

/**
 * The type of a cache: of an input's line, or of an entry of a bake file, which is an object or a text. A line of another form than
 * `type=…,…` names an image, as docker has it. @see https://docs.docker.com/build/cache/backends/
 */
export function cacheType(cache: Json): string {
  if (isObject(cache)) return asText(cache.type) ?? '';
  const types = [...(asText(cache) ?? '').matchAll(/(?:^|[,"])\s*type\s*=\s*([\w-]*)/gi)].map(([, type = '']) => type.toLowerCase());
  return new Set(types).size > 1 ? 'unclear' : (types[0] ?? 'registry');
}

/** Whether the build reads or writes a cache of GitHub Actions, for which buildx needs the job's token. */
export function usesActionsCache({ cacheFrom, cacheTo, extraArgs, bake }: BuildInputs): boolean {
  const ofTargets = (bake?.targets ?? []).flatMap(({ source }) => [...asList(source['cache-from']), ...asList(source['cache-to'])]);
  const named = [...cacheFrom, ...cacheTo, ...ofTargets].some((cache) => cacheType(cache) === 'gha');
  return named || extraArgs.some((arg) => /type=gha/.test(arg));
}
