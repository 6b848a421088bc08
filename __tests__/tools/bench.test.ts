import { describe, expect, test } from '@jest/globals';
import { ROWS } from '../../bench/rows.ts';
import { spreadOf } from '../../bench/statistics.ts';
import { renderTable, verdictOf } from '../../bench/table.ts';

describe('the spread of samples', () => {
  test.each([
    // samples            median  lower  upper
    [[3], 3, 3, 3],
    [[4, 1], 2.5, 1.75, 3.25],
    [[9, 1, 5], 5, 3, 7],
    [[5, 4, 3, 2, 1], 3, 2, 4],
  ])('of %j', (samples, median, lower, upper) => expect(spreadOf(samples)).toEqual({ median, lower, upper }));
});

const row = (name: string) => {
  const found = ROWS.find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no row ${name}`);
  return found;
};

describe('the table', () => {
  test.each([
    // row     samples      line
    ['one', [1.1], '| whole step, 1 registry, new content | 1.10 | 1.10 – 1.10 | ≤ 1.10 | met |'],
    ['own', [251, 252], '| own time: the step without docker, 2 registries, new content | 252 ms | 251 ms – 252 ms | ≤ 250 ms | missed |'],
  ])('shows %s with %j', (name, samples, line) => {
    expect(renderTable([{ row: row(name), samples, spread: spreadOf(samples) }]).split('\n')[2]).toBe(line);
  });

  test('says why a row was not measured', () => {
    const result = { row: row('again'), samples: [], spread: undefined, failure: 'the second run built' };
    expect(verdictOf(result)).toBe('not measured');
    expect(renderTable([result])).toMatch(/\| ≤ 1000 ms \| not measured: the second run built \|$/);
  });
});
