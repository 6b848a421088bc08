import { appendFileSync, readFileSync, writeSync } from 'node:fs';

/**
 * A jest reporter that ends each run with one line, `N passed, N failed`, in which the runs before it are added up where
 * TAGBOAT_TALLY names a file to keep the count in.
 */
export default class Tally {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    const file = process.env.TAGBOAT_TALLY;
    const failed = numFailedTests + numRuntimeErrorTestSuites; // a suite that cannot even be loaded has no tests to count
    if (file) appendFileSync(file, `${numPassedTests} ${failed}\n`);
    const runs = file ? readFileSync(file, 'utf8').trim().split('\n') : [`${numPassedTests} ${failed}`];
    const counts = runs.map((line) => line.split(' ').map(Number));
    const sum = (column) => counts.reduce((total, count) => total + (count[column] ?? 0), 0);
    this.line = `${sum(0)} passed, ${sum(1)} failed`;
    process.on('exit', () => writeSync(1, `\n${this.line}\n`)); // with --forceExit jest makes process.stdout.write do nothing
  }
}
