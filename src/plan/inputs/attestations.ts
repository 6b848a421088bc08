import { parsePair, unknownName } from '../text/attributes.ts';
import { quoteField, splitFields } from '../text/csv.ts';
import { parseQuotedLines } from '../text/lists.ts';
import { collectAll, type Problem, ProblemError } from '../text/problem.ts';

/** As buildx reads them. @see https://pkg.go.dev/strconv#ParseBool */
const BOOLEAN = /^(?:(1|t|T|TRUE|true|True)|0|f|F|FALSE|false|False)$/;

/** Whether Go's ParseBool takes it for true. */
export function isTrue(text: string | undefined): boolean {
  return BOOLEAN.exec(text?.trim() ?? '')?.[1] !== undefined;
}

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
  return collectAll(parseQuotedLines(text, 'attests'), (given) => {
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
    const { key, value } = parsePair(field);
    if (key === undefined || key === '') throw new ProblemError({ where, given: field, wrong: 'is not key=value', accepted });
    attributes.set(key, value);
  }
  const mode = attributes.get('mode');
  if (mode === undefined || MODES.includes(mode)) return attributes;
  throw unknownName({ where, given, wrong: 'has no mode that is known', name: mode }, MODES);
}

type WantedAttestation = {
  readonly provenance: string;
  readonly usualProvenance: string;
  readonly sbom: string;
  readonly attests: readonly string[];
  readonly builderId: string;
};

/** Values of `--attest`, `--provenance` and `--sbom`; '' where buildx is not asked for one. */
export type Attestations = { readonly attests: readonly string[]; readonly provenance: string; readonly sbom: string };

/**
 * What buildx is asked for. Every provenance names the run as its builder, unless the user names another; the usual one is taken where nothing
 * else says it.
 */
export function askedAttestations({ provenance, usualProvenance, sbom, attests, builderId }: WantedAttestation): Attestations {
  const isSaid = provenance !== '' || attests.some((text) => typeOf(text) === 'provenance');
  return {
    attests: attests.map((text) => (typeOf(text) === 'provenance' ? nameBuilder(text, builderId) : text)),
    provenance: nameBuilder(isSaid ? provenance : usualProvenance, builderId),
    sbom,
  };
}

/** @param text `true`, `false`, '' or attributes. */
function nameBuilder(text: string, builderId: string): string {
  if (builderId === '' || text === '' || text === 'false') return text;
  if (text === 'true') return `builder-id=${builderId}`;
  const attributes = parseAttributes(text);
  const isOff = isTrue(attributes.get('disabled'));
  return isOff || attributes.has('builder-id') ? text : `${text},${quoteField(`builder-id=${builderId}`)}`;
}

function typeOf(text: string): string | undefined {
  return parseAttributes(text).get('type');
}

/** They have been checked. */
function parseAttributes(text: string): ReadonlyMap<string, string> {
  return new Map(splitFields(text, 'attests').map((field) => [parsePair(field).key ?? '', parsePair(field).value]));
}

/** @returns a problem for each that two inputs ask for: buildx would take one of them. */
export function attestedTwice({
  provenance,
  sbom,
  attests,
}: Pick<WantedAttestation, 'provenance' | 'sbom' | 'attests'>): readonly Problem[] {
  const given = { provenance, sbom };
  return (['provenance', 'sbom'] as const)
    .filter((name) => given[name] !== '' && attests.some((text) => typeOf(text) === name))
    .map((where) => ({ where, wrong: `is given here and by attests (type=${where})`, accepted: 'leave one of the two out' }));
}
