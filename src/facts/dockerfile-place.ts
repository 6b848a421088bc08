import path from 'node:path';
import { readRegularFile } from '../host/regular-file.ts';
import type { BuildPlan } from '../plan/build-plan.ts';
import { isRemoteContext } from '../plan/inputs/build-context.ts';
import { type BakeTarget, plainText } from '../plan/text/bake-definition.ts';
import { asText } from '../plan/text/json.ts';

/** What is built from where: of the build, or of a target of the bake files. */
export type BuildPlace = Pick<BuildPlan, 'context' | 'file'> & {
  /** The Dockerfile's text, where it is no file of its own. */
  readonly inline?: string | undefined;
};

/** @see https://docs.docker.com/build/bake/remote-definition/ */
const WORKING_FOLDER = 'cwd://';

/** The place of a target, whose `dockerfile` is seen from its context. */
export function readPlace({ source }: BakeTarget): BuildPlace {
  const text = (key: string): string => plainText(asText(source[key]) ?? '');
  const [context, dockerfile] = [text('context') || '.', text('dockerfile')];
  const isAnywhere = path.isAbsolute(dockerfile) || dockerfile.startsWith(WORKING_FOLDER);
  const isSeenFromContext = dockerfile !== '' && !isAnywhere && !isRemoteContext(context);
  return {
    context,
    file: isSeenFromContext ? path.join(context, dockerfile) : dockerfile.replace(WORKING_FOLDER, ''),
    inline: source['dockerfile-inline'] === undefined ? undefined : text('dockerfile-inline'),
  };
}

/** Lines of a Dockerfile; `file` is its name as BuildKit knows it, and lines are counted from 1, both inclusive. */
export type Excerpt = { readonly file: string; readonly line: number; readonly endLine: number; readonly instruction: readonly string[] };

/**
 * Finds the Dockerfile that contains the failing lines: the failing target may be a base of the one that buildx names. Falls back to the first.
 * @returns its path, seen from the working folder; undefined where it is no file.
 */
export async function findDockerfile(excerpt: Excerpt, places: readonly BuildPlace[]): Promise<string | undefined> {
  const texts = await Promise.all(places.map((place) => readDockerfile(excerpt.file, place)));
  const found = places.find((_, index) => hasLines(texts[index] ?? '', excerpt)) ?? places[0];
  return found === undefined || found.inline !== undefined ? undefined : locateFile(excerpt.file, found);
}

async function readDockerfile(name: string, place: BuildPlace): Promise<string> {
  if (place.inline !== undefined) return place.inline;
  const content = await readRegularFile(locateFile(name, place), {});
  return 'text' in content ? content.text : '';
}

function hasLines(text: string, { line, endLine, instruction }: Excerpt): boolean {
  const lines = text.split('\n').slice(line - 1, endLine);
  return lines.map((each) => each.trim()).join('\n') === instruction.map((each) => each.trim()).join('\n');
}

/** A path that leads to the Dockerfile from the working folder, or from the root of a Git context, where that is known; else its bare name. */
export function locateFile(name: string, { context, file }: BuildPlace): string {
  const folder = isRemoteContext(context) ? subfolderOf(context) : context;
  if (file === '') return path.join(folder, name);
  const found = isRemoteContext(context) ? path.join(folder, file) : file;
  return found === name || found.endsWith(`/${name}`) ? found : name;
}

/** `https://github.com/octo/demo.git#v1:sub` @see https://docs.docker.com/build/concepts/context/#url-fragments */
function subfolderOf(context: string): string {
  return /#[^:]*:(.+)$/.exec(context)?.[1] ?? '';
}
