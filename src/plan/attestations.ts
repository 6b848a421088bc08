import { readPair, unknownName } from './attributes.ts';
import { splitFields } from './csv.ts';
import { readQuotedLines } from './lists.ts';
import { collectAll, ProblemError } from './problem.ts';

/** As buildx reads them. @see https://pkg.go.dev/strconv#ParseBool */
const BOOLEAN = /^(?:(1|t|T|TRUE|true|True)|0|f|F|FALSE|false|False)$/;

const TYPES: readonly string[] = ['provenance', 'sbom'];
/** @see https://docs.docker.com/build/metadata/attestations/slsa-provenance/ */
const MODES: readonly string[] = ['min', 'max'];

/**
 * Reads `provenance` or `sbom`: `true`, `false` or attributes.
 * @returns '' where nothing is given.
 * @throws {ProblemError} for what is no attribute, and for an unknown mode of provenance.
 */
export function parseAttestation(text: string, where: 'provenance' | 'sbom'): string {
  const given = text.trim();
  const [isBoolean, isTrue] = BOOLEAN.exec(given) ?? [];
  if (isBoolean !== undefined) return isTrue === undefined ? 'false' : 'true';
  const accepted = where === 'sbom' ? 'write true, false or generator=image' : 'write true, false or attributes such as mode=max';
  checkAttributes(given, where, accepted);
  return given;
}

/** Reads `type=sbom,generator=image` lines. @throws {ProblemError} for every line that is none. */
export function parseAttests(text: string): readonly string[] {
  return collectAll(readQuotedLines(text, 'attests'), (given) => {
    const accepted = 'write type=provenance or type=sbom with its attributes, such as type=sbom,generator=image';
    const type = checkAttributes(given, 'attests', accepted).get('type');
    if (type === undefined) throw new ProblemError({ where: 'attests', given, wrong: 'has no type', accepted });
    if (!TYPES.includes(type)) throw unknownName({ where: 'attests', given, wrong: 'has no type that is known', name: type }, TYPES);
    return given;
  });
}

function checkAttributes(given: string, where: string, accepted: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const field of splitFields(given, where)) {
    const { key, value } = readPair(field);
    if (key === undefined || key === '') throw new ProblemError({ where, given: field, wrong: 'is no key=value', accepted });
    attributes.set(key, value);
  }
  const mode = attributes.get('mode');
  if (mode === undefined || MODES.includes(mode)) return attributes;
  throw unknownName({ where, given, wrong: 'has no mode that is known', name: mode }, MODES);
}
