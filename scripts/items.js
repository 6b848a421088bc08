/** A jest reporter that says of each test, as it ends: the system (its outermost `describe`), what, how it went, and the seconds it took. */
export default class Items {
  onTestCaseResult(_test, { ancestorTitles: [system = ''], title, status, duration }) {
    const verdict = { passed: 'ok', failed: 'FAILED' }[status] ?? status;
    process.stdout.write(
      `${system.padEnd(24)} ${title.padEnd(96)} ${verdict.padEnd(6)} ${((duration ?? 0) / 1000).toFixed(1).padStart(5)} s\n`,
    );
  }

  onTestResult(_test, { failureMessage }) {
    if (failureMessage) process.stdout.write(`${failureMessage}\n`);
  }
}
