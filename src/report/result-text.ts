import type { TestResult, Verdict } from '../check/verdict.ts';
import { alignColumns, count, formatDuration, plain } from '../plan/text/escape.ts';
import { shortName } from '../plan/text/reference.ts';
import { formatBytes, formatGrowth } from '../plan/text/sizes.ts';
import type { DestinationOutcome, TagOutcome } from '../publish/outcome.ts';
import { publishedNow, whyNotPublished } from './published.ts';
import type { ImageReport, Report } from './report.ts';

/** `Result: published in 1.2 s` */
export function resultTitle(report: Report): string {
  const { outcome, images, durations, failures } = report;
  const took = formatDuration(durations.total);
  if (failures.length > 0) return `Result: failed after ${took}`;
  if (images.length === 0) return `Result: nothing was done, in ${took}`;
  const reason = whyNotPublished(report);
  if (reason !== undefined) return `Result: built in ${took}, not published: ${plain(reason)}`;
  const isChanged = outcome?.destinations.some(({ state }) => state === 'published') === true;
  return `Result: ${isChanged ? 'published' : 'nothing to change'} in ${took}`;
}

/** What is where now: the digest, a line a tag and repository, a line a platform. */
export function resultLines({ plan, outcome, images, failures }: Report): readonly string[] {
  const destinations = outcome?.destinations ?? [];
  return [
    ...images.flatMap(imageLines),
    ...alignColumns(destinations.flatMap(destinationRows)).map(plain),
    ...(failures.length > 0 && plan?.push.push === true ? [plain(publishedNow(outcome))] : []),
  ];
}

function imageLines({ target, digest, adopted, platforms, verdict }: ImageReport): readonly string[] {
  return [
    ...(target === '' ? [] : [plain(`target     ${target}`)]),
    `digest     ${digest}`,
    ...(adopted === undefined ? [] : [plain(`reused     ${adopted}: nothing was built`)]),
    ...alignColumns(
      platforms.map(({ platform, digest: own, sizeBytes, layers }) => [
        'platform ',
        platform,
        formatBytes(sizeBytes),
        ...growthCell(platform, verdict),
        count(layers.length, 'layer'),
        own,
      ]),
    ),
    ...(verdict?.uncompared === undefined ? [] : [plain(`growth     not limited: ${verdict.uncompared}`)]),
    ...testLines(verdict),
  ];
}

/** A cell where there is something to compare with, on every line. */
function growthCell(platform: string, verdict: Verdict | undefined): readonly string[] {
  if (verdict?.comparedWith === undefined) return [];
  const size = verdict.sizes.find((each) => each.platform === platform);
  return [size?.beforeBytes === undefined ? 'new' : formatGrowth(size.sizeBytes, size.beforeBytes)];
}

function testLines(verdict: Verdict | undefined): readonly string[] {
  const { tests = [], untested } = verdict ?? {};
  if (untested !== undefined) return [plain(`tests      not run: ${untested}`)];
  return alignColumns(
    tests.map((result) => ['test     ', describeTestEnd(result), result.platform, formatDuration(result.durationMs), plain(result.text)]),
  );
}

/** `passed`, `failed with status 2`, `too slow` */
export function describeTestEnd({ code }: Pick<TestResult, 'code'>): string {
  if (code === undefined) return 'too slow';
  return code === 0 ? 'passed' : `failed with status ${code}`;
}

function destinationRows({ repository, state, reason, tags }: DestinationOutcome): readonly (readonly string[])[] {
  const name = shortName(repository);
  if (tags.length === 0) return [[state.padEnd(9), name, reason ?? '']];
  return tags.map((tag) => [tagState(tag).padEnd(9), `${name}:${tag.name}`, ownReason(tag, reason)]);
}

/** A reason that all tags of a destination share is shown once, with the failure. */
function ownReason(tag: TagOutcome, common: string | undefined): string {
  return tag.reason === undefined || tag.reason === common ? '' : tag.reason;
}

function tagState({ state }: TagOutcome): string {
  return state === 'moved' ? 'published' : state;
}
