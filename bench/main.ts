/**
 * Measures what docs/speed.md promises, against the project's lab, and prints it as a Markdown table.
 * Usage: node bench/main.ts [--rounds 5] [--only one,two] [--dist dist] [--json FILE]
 * The exit status is 1 where a bar is missed or a row could not be measured.
 */
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { type Measure, ROWS, type Row } from './rows.ts';
import { spreadOf } from './statistics.ts';
import { type Result, renderTable, verdictOf } from './table.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: ROWS.map(({ name }) => name).join(',') },
    dist: { type: 'string', default: 'dist' },
    json: { type: 'string' },
  },
});
const rows = ROWS.filter(({ name }) => values.only.split(',').includes(name));
const place = await openWorkplace(values.dist);
try {
  const results = await measureAll(place, rows, Number(values.rounds));
  process.stdout.write(`${describeMachine(place)}\n\n${renderTable(results)}\n`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(asData(place, results), undefined, 2)}\n`);
  process.exitCode = results.every((result) => verdictOf(result) === 'met') ? 0 : 1;
} finally {
  await place.close();
}

/** Round by round and not row by row: what slows the machine down for a while is spread over all rows. */
async function measureAll(workplace: Workplace, wanted: readonly Row[], rounds: number): Promise<readonly Result[]> {
  const takers = wanted.map((row) => openTaker(row, row.prepare(workplace)));
  for (let round = 0; round <= rounds; round += 1) {
    process.stderr.write(round === 0 ? 'warming up\n' : `round ${round} of ${rounds}\n`);
    for (const taker of takers) await taker.take(round);
  }
  return takers.map((taker) => taker.result());
}

type Taker = { readonly take: (round: number) => Promise<void>; readonly result: () => Result };

function openTaker(row: Row, measure: Measure): Taker {
  const { mostRounds = Number.POSITIVE_INFINITY } = row;
  const samples: number[] = [];
  let failure: string | undefined;
  return {
    take: async (round) => {
      const isOver = failure !== undefined || (mostRounds === 1 ? round !== 1 : round > mostRounds);
      if (isOver) return;
      try {
        const taken = await measure(round);
        if (round > 0) samples.push(...taken);
        process.stderr.write(`  ${row.name}: ${taken.map((sample) => sample.toFixed(2)).join(' ')}\n`);
      } catch (error) {
        failure = (error instanceof Error ? error.message : String(error)).split(':\n')[0];
        process.stderr.write(`  ${row.name}: ${String(error)}\n`);
      }
    },
    result: () => {
      const spread = failure === undefined && samples.length > 0 ? spreadOf(samples) : undefined;
      return { row, samples, spread, ...(failure === undefined ? {} : { failure }) };
    },
  };
}

function describeMachine({ content }: Workplace): string {
  const [cpu] = os.cpus();
  const load = os.loadavg()[0]?.toFixed(1);
  return `${os.cpus().length} cores (${cpu?.model}), ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}; load ${load} at the end; the lab's content ${content}`;
}

function asData(workplace: Workplace, results: readonly Result[]): unknown {
  const measured = results.map((result) => {
    const { row, samples, spread, failure } = result;
    return { name: row.name, title: row.title, unit: row.unit, bar: row.bar, ...spread, samples, verdict: verdictOf(result), failure };
  });
  return { machine: describeMachine(workplace), rows: measured };
}
