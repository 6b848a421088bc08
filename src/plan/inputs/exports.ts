import { parsePair, unknownName } from '../text/attributes.ts';
import { type InputLine, inputLines, quoteField, splitFields } from '../text/csv.ts';
import { collectAll, ProblemError } from '../text/problem.ts';
import { checkStage, type KnownDockerfile } from './dockerfile.ts';

/** A further output of the build, beside the published image. */
export type Export = {
  /** The stage it is of; '' for the one that is published. */
  readonly target: string;
  /** The value of buildx's `--output`. */
  readonly output: string;
};

/** `cacheonly` writes nothing, and so makes a stage something that has to succeed. @see https://docs.docker.com/build/exporters/ */
const TYPES: readonly string[] = ['local', 'tar', 'oci', 'docker', 'image', 'cacheonly'];
/** Those that would else write to standard output, which is the log's. */
const TYPES_WITH_DEST: readonly string[] = ['local', 'tar', 'oci'];

/**
 * Reads `[target=stage,]type=local,dest=out` lines.
 * @throws {ProblemError} for every line without a type, of an unknown one or an unknown stage, without the dest it needs, or that would publish something.
 */
export function parseExports(text: string, dockerfile: KnownDockerfile): readonly Export[] {
  return collectAll(inputLines(text), (line) => parseExport(line, dockerfile));
}

function parseExport(line: InputLine, dockerfile: KnownDockerfile): Export {
  const where = `exports, line ${line.number}`;
  const pairs = splitFields(line.text, where).map((field) => parseAttribute(field, where));
  const attributes = new Map(pairs);
  checkType(attributes.get('type'), { where, given: line.text });
  checkPrivate(attributes, { where, given: line.text });
  checkDest(attributes, { where, given: line.text });
  const fields = pairs.filter(([key]) => key !== 'target').map(([key, value]) => quoteField(`${key}=${value}`));
  return { target: checkStage(attributes.get('target') ?? '', where, dockerfile), output: fields.join(',') };
}

function parseAttribute(field: string, where: string): readonly [key: string, value: string] {
  const { key, value } = parsePair(field);
  if (key !== undefined && key !== '') return [key, value];
  throw new ProblemError({ where, given: field, wrong: 'is not key=value', accepted: 'write fields such as type=local,dest=out' });
}

type ExportPlace = { readonly where: string; readonly given: string };

function checkType(type: string | undefined, place: ExportPlace): void {
  if (type === undefined) {
    const accepted = `write type=${TYPES.join('|')} with its attributes, such as type=local,dest=out`;
    throw new ProblemError({ ...place, wrong: 'has no type', accepted });
  }
  if (type !== 'registry' && !TYPES.includes(type)) throw unknownName({ ...place, wrong: 'has no type that is known', name: type }, TYPES);
}

/** Whatever becomes visible in a registry passes the gates before. */
function checkPrivate(attributes: ReadonlyMap<string, string>, place: ExportPlace): void {
  const push = attributes.get('push') ?? 'false';
  if (attributes.get('type') !== 'registry' && ['false', '0'].includes(push.toLowerCase())) return;
  const accepted = 'write the repository into images, and leave push out: an export is not published';
  throw new ProblemError({ ...place, wrong: 'would publish an image past all checks', accepted });
}

function checkDest(attributes: ReadonlyMap<string, string>, place: ExportPlace): void {
  const dest = attributes.get('dest') ?? '';
  const isNeeded = TYPES_WITH_DEST.includes(attributes.get('type') ?? '');
  if (dest !== '-' && (dest !== '' || !isNeeded)) return;
  const accepted = 'name a folder (local) or file, seen from the working folder, such as dest=out';
  throw new ProblemError({ ...place, wrong: dest === '-' ? 'would write into the log' : 'has no dest', accepted });
}
