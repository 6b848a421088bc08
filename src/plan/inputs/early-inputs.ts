import { parsePrHeadSha } from '../naming/naming-inputs.ts';
import { expandRef } from '../text/expand-ref.ts';
import { parseBoolean, parseChoice, parseDurationMs, parseItems, parseLines } from '../text/lists.ts';
import { formatPlatform, type Platform, parsePlatform } from '../text/platform.ts';
import { collectOr, collectValid, type Problem } from '../text/problem.ts';
import { namesPullContext } from '../trust/foreign-head.ts';
import { type GivenBake, parseBakeInputs } from './bake-inputs.ts';
import { parseSource, type Source } from './source.ts';

/** Inputs that are needed to read the world, before all others are parsed. */
export type EarlyInputs = {
  readonly prHeadSha: boolean;
  /** The full ref to act for; '' leaves it to the event or the checkout. */
  readonly ref: string;
  readonly refSource: 'workflow' | 'git';
  /** The time limit of the step, in milliseconds. */
  readonly timeoutMs: number;
  readonly dryRun: boolean;
  readonly githubToken: string;
  /** The build context as it was given; '' for none. */
  readonly context: string;
  /** The Dockerfile as it was given; '' for the usual one. */
  readonly file: string;
  /** Each once, in the order given. Empty: the builder's own. */
  readonly platforms: readonly Platform[];
  readonly bake: GivenBake;
  readonly source: Source | undefined;
  /** Whether an input makes the head of a pull request a context of the build. */
  readonly namesPull: boolean;
  /** Paths of env files with build arguments. */
  readonly argsFiles: readonly string[];
  /** Paths of the compose files that are up around the image while it is tested. */
  readonly testServices: readonly string[];
};

export type ParsedEarly = {
  /** What is wrong has its usual value here. */
  readonly early: EarlyInputs;
  /** Reported with the mistakes of all other inputs. */
  readonly problems: readonly Problem[];
};

const USUAL: Pick<EarlyInputs, 'prHeadSha' | 'ref' | 'refSource' | 'timeoutMs' | 'dryRun' | 'source'> = {
  prHeadSha: false,
  ref: '',
  refSource: 'workflow',
  timeoutMs: 6 * 3_600_000,
  dryRun: false,
  source: undefined,
};

/** Parses them from the completed inputs. It does not throw: without them the others could not be read. */
export function parseEarlyInputs(text: (name: string) => string): ParsedEarly {
  const { values, problems } = collectOr(USUAL, {
    prHeadSha: () => parsePrHeadSha(text('pr-head-sha')),
    ref: () => expandRef(text('ref'), 'ref'),
    refSource: () => parseChoice(text('ref-source'), ['workflow', 'git'], 'ref-source'),
    timeoutMs: () => parseDurationMs(text('timeout'), 'timeout'),
    dryRun: () => parseBoolean(text('dry-run'), 'dry-run'),
    source: () => parseSource(text('source')),
  });
  const platforms = collectValid(parseItems(withoutQuotes(text('platforms'))), (item) => parsePlatform(item));
  const testServices = parseLines(text('test-services'));
  const early = {
    ...values,
    githubToken: text('github-token').trim(),
    context: text('context').trim(),
    file: text('file').trim(),
    platforms: distinctPlatforms(platforms.values),
    bake: parseBakeInputs(text, testServices.length > 0),
    namesPull: namesPullContext(text),
    argsFiles: parseLines(text('build-args-file')),
    testServices,
  };
  return { early, problems: [...problems, ...platforms.problems] };
}

/** docker's actions take a list in quotes too: `"linux/arm64,linux/arm/v7"`. */
function withoutQuotes(text: string): string {
  return text.replace(/"([^"\n]*)"/g, '$1');
}

/** `linux/arm64` and `linux/arm64/v8` are one. */
function distinctPlatforms(platforms: readonly Platform[]): readonly Platform[] {
  return [...new Map(platforms.map((platform) => [formatPlatform(platform), platform])).values()];
}
