import type { PlatformSize, TestResult } from '../check/verdict.ts';
import type { PlannedDestination, PlannedImage } from '../plan/plan.ts';
import { code, count, formatDuration, markdown, preformatted, shortDigest } from '../plan/text/escape.ts';
import { formatRepository, shortName } from '../plan/text/reference.ts';
import { formatBytes, formatGrowth } from '../plan/text/sizes.ts';
import type { DestinationOutcome, TagOutcome } from '../publish/outcome.ts';
import { packageNotices } from './notices.ts';
import { describeLine, titleOfRef } from './plan-text.ts';
import { heldTags, publishedNow, whyNotPublished } from './published.ts';
import type { ImageReport, Report } from './report.ts';
import { describeTestEnd } from './result-text.ts';

/** The job summary in GitHub's Markdown. Everything from outside is escaped. */
export function renderSummary(report: Report): string {
  const { plan } = report;
  const images = plan?.images ?? [];
  const sections = [
    heading(report),
    failureSection(report),
    warningSection(report),
    noteSection(report),
    images.length > 1 ? overview(images, report) : '',
    ...(images.length > 1 ? images.map((image) => folded(image, report)) : images.flatMap((image) => imageSections(image, report))),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** A row an image: what it is called, its tags, its sizes, and what became of it. */
function overview(images: readonly PlannedImage[], report: Report): string {
  const rows = images.map(({ target, naming, destinations }) => {
    const own = (report.outcome?.destinations ?? []).filter((destination) => destination.target === target);
    const sizes = (report.images.find((image) => image.target === target)?.platforms ?? []).map(
      ({ platform, sizeBytes }) => `${code(platform)} ${formatBytes(sizeBytes)}`,
    );
    return [
      code(target),
      destinations.map(({ repository }) => code(shortName(repository))).join(' '),
      naming.tags.map(({ name }) => code(name)).join(' '),
      sizes.join(', '),
      report.outcome === undefined ? 'not published' : describeOutcome(own),
    ];
  });
  return table(['target', 'image', 'tags', 'compressed', ''], rows);
}

/** One of several images, to be unfolded. */
function folded(planned: PlannedImage, report: Report): string {
  const image = report.images.find(({ target }) => target === planned.target);
  const title = [code(planned.target), ...(image === undefined ? [] : imageFacts(image))].join(' · ');
  const sections = imageSections(planned, report).filter((section) => section !== '');
  return details(title, [sections.join('\n\n')]);
}

function imageSections(planned: PlannedImage, report: Report): readonly string[] {
  const image = report.images.find(({ target }) => target === planned.target);
  return [
    tagTable(planned, report),
    platformTable(image),
    layerSection(image),
    testSection(image),
    pullSection(planned, report),
    silentRules(planned),
  ];
}

function imageFacts({ digest, adopted }: ImageReport): readonly string[] {
  return [`digest ${code(digest)}`, ...(adopted === undefined ? [] : [`reused from ${code(adopted)}, nothing was built`])];
}

function heading(report: Report): string {
  const { plan, images, durations } = report;
  const ref = plan === undefined ? '' : `${markdown(titleOfRef(plan.source.ref))}: `;
  const [only, ...others] = images;
  const facts = [
    ...(only === undefined || others.length > 0 ? [] : imageFacts(only)),
    ...(durations.build === undefined ? [] : [`built in ${formatDuration(durations.build)}`]),
    `${formatDuration(durations.total)} in all`,
  ];
  return `### ⛵ ${ref}${describeEnd(report)}\n\n${facts.join(' · ')}`;
}

function describeEnd(report: Report): string {
  const { plan, images, outcome, failures } = report;
  if (failures.length > 0) return '❌ failed';
  if (images.length === 0) return 'planned';
  const reason = whyNotPublished(report);
  if (reason === undefined) return `✅ ${describeOutcome(outcome?.destinations ?? [])}`;
  return `${(plan?.warnings ?? []).length > 0 ? '⚠️ ' : ''}built, not published (${markdown(reason)})`;
}

function describeOutcome(destinations: readonly DestinationOutcome[]): string {
  const states = ['published', 'unchanged', 'held back', 'skipped', 'failed'] as const;
  const counted = states.map((state) => ({ state, number: destinations.filter((destination) => destination.state === state).length }));
  return counted
    .filter(({ number }) => number > 0)
    .map(({ state, number }) => `${state} in ${count(number, 'repository')}`)
    .join(', ');
}

function failureSection({ plan, failures, outcome }: Report): string {
  if (failures.length === 0) return '';
  const state = plan?.push.push === true ? [`The step failed; ${publishedNow(outcome)}.`] : [];
  const lines = failures.flatMap(({ message }) => message.split('\n'));
  return ['> [!CAUTION]', ...[...lines, ...state].map((line) => `> ${markdown(line)}  `)].join('\n');
}

function noteSection({ newPackages }: Report): string {
  return newPackages.length === 0 ? '' : ['> [!NOTE]', ...packageNotices(newPackages).map((line) => `> ${markdown(line)}  `)].join('\n');
}

/** What the run went on with. */
function warningSection({ plan, failures }: Report): string {
  const warnings = plan?.warnings ?? [];
  return failures.length > 0 || warnings.length === 0
    ? ''
    : ['> [!WARNING]', ...warnings.map((line) => `> ${markdown(line)}  `)].join('\n');
}

/** A row a tag, a column a repository. */
function tagTable({ naming, destinations }: PlannedImage, report: Report): string {
  if (naming.tags.length === 0 || destinations.length === 0) return '';
  const head = ['tag', '', ...destinations.map(({ repository }) => code(shortName(repository)))];
  const rows = naming.tags.map((tag) => [
    code(tag.name),
    markdown(tag.lifetime === 'fixed' ? 'fixed' : describeLine(tag)),
    ...destinations.map((destination) => tagCell(tag.name, destination, report)),
  ]);
  return table(head, rows);
}

function tagCell(name: string, destination: PlannedDestination, report: Report): string {
  if (!destination.tags.some((tag) => tag.name === name)) return '–';
  const outcome = report.outcome?.destinations.find((each) => isSame(each, destination));
  const tag = outcome?.tags.find((each) => each.name === name);
  if (tag === undefined) return outcome === undefined ? describeUntried(report) : describeState(outcome.state, outcome.reason);
  return describeTag(tag, outcome?.reason);
}

/** Where publishing did not begin. */
function describeUntried({ images, failures }: Report): string {
  return images.length === 0 && failures.length === 0 ? 'planned' : 'not published';
}

function isSame(outcome: DestinationOutcome, { repository, target }: PlannedDestination): boolean {
  return outcome.target === target && formatRepository(outcome.repository) === formatRepository(repository);
}

const SYMBOLS: Readonly<Record<TagOutcome['state'], string>> = {
  moved: '✅',
  unchanged: '=',
  skipped: '⏭️',
  'put back': '↩️',
  'not moved': '❌',
  unknown: '❓',
};

/** A reason that all tags of a destination share stands in the failures above. */
function describeTag({ state, reason, before }: TagOutcome, common: string | undefined): string {
  const was = state === 'moved' && before !== undefined ? ` (was ${code(shortDigest(before))})` : '';
  return `${SYMBOLS[state]} ${describeState(state === 'moved' ? 'published' : state, reason === common ? undefined : reason)}${was}`;
}

function describeState(state: string, reason: string | undefined): string {
  return reason === undefined ? state : `${state}: ${markdown(reason)}`;
}

function platformTable(image: ImageReport | undefined): string {
  if (image === undefined || image.platforms.length === 0) return '';
  const { verdict, platforms } = image;
  const compared = verdict?.comparedWith === undefined ? [] : [`against ${code(verdict.comparedWith)}`];
  const rows = platforms.map(({ platform, digest, sizeBytes, layers }) => [
    code(platform),
    formatBytes(sizeBytes),
    ...compared.map(() => describeChange(verdict?.sizes.find((size) => size.platform === platform))),
    count(layers.length, 'layer'),
    code(digest),
  ]);
  const uncompared = verdict?.uncompared === undefined ? [] : [`Growth was not limited: ${markdown(verdict.uncompared)}`];
  return [table(['platform', 'compressed', ...compared, 'layers', 'digest'], rows), ...uncompared].join('\n\n');
}

function describeChange(size: PlatformSize | undefined): string {
  return size?.beforeBytes === undefined
    ? 'new'
    : `${formatGrowth(size.sizeBytes, size.beforeBytes)} (was ${formatBytes(size.beforeBytes)})`;
}

/** Of each platform its layers with the steps that made them, from the base up. */
function layerSection(image: ImageReport | undefined): string {
  const layered = (image?.verdict?.sizes ?? []).filter(({ layers }) => layers.some(({ step }) => step !== undefined));
  if (layered.length === 0) return '';
  const rows = layered.flatMap(({ platform, layers }) =>
    layers.map(({ sizeBytes, step }) => [code(platform), formatBytes(sizeBytes), step === undefined ? '–' : code(step)]),
  );
  return details('Layers', [table(['platform', 'compressed', 'step'], rows)]);
}

/** A row a test, a column a platform; and of those that failed the last lines. */
function testSection(image: ImageReport | undefined): string {
  const { tests = [], untested } = image?.verdict ?? {};
  if (untested !== undefined) return `Tests were not run: ${markdown(untested)}`;
  if (tests.length === 0) return '';
  const platforms = [...new Set(tests.map(({ platform }) => platform))];
  const lines = new Map(tests.map(({ inputLine, text }) => [inputLine, text]));
  const rows = [...lines].map(([line, text]) => [
    code(text),
    ...platforms.map((platform) => testCell(tests.find((test) => test.inputLine === line && test.platform === platform))),
  ]);
  const failed = tests.filter(({ code: status, tail }) => status !== 0 && tail.length > 0);
  const tails = failed.map(
    ({ text, platform, tail }) => `${code(text)} on ${code(platform)}\n<pre>${tail.map(preformatted).join('\n')}</pre>`,
  );
  return [table(['test', ...platforms.map(code)], rows), ...tails].join('\n\n');
}

function testCell(test: TestResult | undefined): string {
  if (test === undefined) return '–';
  return `${test.code === 0 ? '✅' : '❌'} ${describeTestEnd(test)} (${formatDuration(test.durationMs)})`;
}

/** By the first tag that holds the image, in each repository where one does. */
function pullSection({ target }: PlannedImage, { outcome }: Report): string {
  const own = (outcome?.destinations ?? []).filter((destination) => destination.target === target);
  const commands = own.flatMap((destination) => {
    const [tag] = heldTags(destination);
    return tag === undefined ? [] : [`docker pull ${shortName(destination.repository)}:${tag}@${destination.digest}`];
  });
  return commands.length === 0 ? '' : details('Pull', ['```sh', ...commands, '```']);
}

function silentRules({ naming }: PlannedImage): string {
  const silent = naming.rules.filter(({ reason }) => reason !== undefined);
  if (silent.length === 0) return '';
  return details(
    `${count(silent.length, 'rule')} gave no tag`,
    silent.map(({ rule, reason }) => `- ${code(rule)}: ${markdown(reason ?? '')}`),
  );
}

function details(title: string, lines: readonly string[]): string {
  return ['<details>', `<summary>${title}</summary>`, '', ...lines, '', '</details>'].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
