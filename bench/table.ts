import type { Row } from './rows.ts';
import type { Spread } from './statistics.ts';

/** A row as measured; a failure is why there is nothing to show. */
export type Result = {
  readonly row: Row;
  readonly samples: readonly number[];
  readonly spread: Spread | undefined;
  readonly failure?: string;
};

/** A Markdown table, one line a row. */
export function renderTable(results: readonly Result[]): string {
  return ['| what | median | quartiles | bar | verdict |', '| --- | --- | --- | --- | --- |', ...results.map(renderRow)].join('\n');
}

/** `met`, `missed`, or that it was not measured. */
export function verdictOf({ row, spread }: Pick<Result, 'row' | 'spread'>): 'met' | 'missed' | 'not measured' {
  if (spread === undefined) return 'not measured';
  return spread.median <= row.bar ? 'met' : 'missed';
}

function renderRow(result: Result): string {
  const { row, spread, failure } = result;
  const say = (value: number) => (row.unit === 'ratio' ? value.toFixed(2) : `${value.toFixed(0)} ${row.unit}`);
  const bar = `≤ ${say(row.bar)}`;
  if (spread === undefined) return cells([row.title, '', '', bar, `${verdictOf(result)}: ${failure ?? 'it was left out'}`]);
  return cells([row.title, say(spread.median), `${say(spread.lower)} – ${say(spread.upper)}`, bar, verdictOf(result)]);
}

function cells(texts: readonly string[]): string {
  return `| ${texts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
}
