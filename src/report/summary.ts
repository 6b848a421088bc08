import type { PlatformSize, TestResult } from '../check/verdict.ts';
import type { Plan, PlannedDestination } from '../plan/plan.ts';
import { formatRepository, shortName } from '../plan/reference.ts';
import { formatBytes, formatGrowth } from '../plan/sizes.ts';
import type { DestinationOutcome, TagOutcome } from '../publish/outcome.ts';
import { describeLine } from './plan-text.ts';
import { publishedNow } from './published.ts';
import type { Report } from './report.ts';
import { describeTestEnd } from './result-text.ts';
import { code, count, formatDuration, markdown, preformatted, shortDigest } from './text.ts';

/** The job summary in GitHub's Markdown. Everything from outside is escaped. */
export function renderSummary(report: Report): string {
  const { plan } = report;
  const sections = [
    heading(report),
    failureSection(report),
    ...(plan === undefined
      ? []
      : [tagTable(plan, report), platformTable(report), layerSection(report), testSection(report), pullSection(report), silentRules(plan)]),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function heading({ plan, digest, adopted, durations, outcome, failures }: Report): string {
  const ref = plan === undefined ? '' : `${markdown(plan.source.ref.replace(/^refs\/(heads|tags|pull)\//, '') || 'no ref')}: `;
  const facts = [
    digest === undefined ? undefined : `digest ${code(digest)}`,
    adopted === undefined ? undefined : `taken up from ${code(adopted)}, nothing was built`,
    durations.build === undefined ? undefined : `built in ${formatDuration(durations.build)}`,
    `${formatDuration(durations.total)} in all`,
  ];
  const verdict =
    failures.length > 0 ? '❌ failed' : outcome === undefined ? notPublished(plan) : `✅ ${describeOutcome(outcome.destinations)}`;
  return `### ⛵ ${ref}${verdict}\n\n${facts.filter((fact) => fact !== undefined).join(' · ')}`;
}

function notPublished(plan: Plan | undefined): string {
  return plan === undefined || plan.push.push ? 'planned' : `built, not published (${markdown(plan.push.reason)})`;
}

function describeOutcome(destinations: readonly DestinationOutcome[]): string {
  const states = ['published', 'unchanged', 'skipped', 'failed'] as const;
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

/** A row a tag, a column a repository. */
function tagTable(plan: Plan, report: Report): string {
  if (plan.naming.tags.length === 0 || plan.destinations.length === 0) return '';
  const head = ['tag', '', ...plan.destinations.map(({ repository }) => code(shortName(repository)))];
  const rows = plan.naming.tags.map((tag) => [
    code(tag.name),
    markdown(tag.lifetime === 'fixed' ? 'fixed' : describeLine(tag)),
    ...plan.destinations.map((destination) => tagCell(tag.name, destination, report)),
  ]);
  return table(head, rows);
}

function tagCell(name: string, destination: PlannedDestination, report: Report): string {
  if (!destination.tags.some((tag) => tag.name === name)) return '–';
  const outcome = report.outcome?.destinations.find(
    ({ repository }) => formatRepository(repository) === formatRepository(destination.repository),
  );
  const tag = outcome?.tags.find((each) => each.name === name);
  if (tag === undefined) return outcome === undefined ? 'planned' : describeState(outcome.state, outcome.reason);
  return describeTag(tag, outcome?.reason);
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

function platformTable({ images, verdict }: Report): string {
  if (images.length === 0) return '';
  const compared = verdict?.comparedWith === undefined ? [] : [`against ${code(verdict.comparedWith)}`];
  const rows = images.map(({ platform, digest, sizeBytes, layers }) => [
    code(platform),
    formatBytes(sizeBytes),
    ...compared.map(() => describeChange(verdict?.sizes.find((size) => size.platform === platform))),
    count(layers.length, 'layer'),
    code(digest),
  ]);
  return table(['platform', 'compressed', ...compared, 'layers', 'digest'], rows);
}

function describeChange(size: PlatformSize | undefined): string {
  return size?.beforeBytes === undefined
    ? 'new'
    : `${formatGrowth(size.sizeBytes, size.beforeBytes)} (was ${formatBytes(size.beforeBytes)})`;
}

/** Of each platform its layers with the steps that made them, from the base up. */
function layerSection({ verdict }: Report): string {
  const layered = (verdict?.sizes ?? []).filter(({ layers }) => layers.some(({ step }) => step !== undefined));
  if (layered.length === 0) return '';
  const rows = layered.flatMap(({ platform, layers }) =>
    layers.map(({ sizeBytes, step }) => [code(platform), formatBytes(sizeBytes), step === undefined ? '–' : code(step)]),
  );
  return details('Layers', [table(['platform', 'compressed', 'step'], rows)]);
}

/** A row a test, a column a platform; and of those that failed the last lines. */
function testSection({ verdict }: Report): string {
  const { tests = [], untested } = verdict ?? {};
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

function pullSection({ plan, digest, outcome }: Report): string {
  const published = outcome?.destinations.filter(({ state }) => state === 'published' || state === 'unchanged') ?? [];
  const first = plan?.naming.tags[0];
  if (digest === undefined || first === undefined || published.length === 0) return '';
  const commands = published.map(({ repository }) => `docker pull ${shortName(repository)}:${first.name}@${digest}`);
  return details('Pull', ['```sh', ...commands, '```']);
}

function silentRules({ naming }: Plan): string {
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
