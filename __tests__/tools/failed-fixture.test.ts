import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';

const ROOT = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'failed-fixture-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a fixture that fails is one failure, and the tests that need it are skipped', () => {
  writeFileSync(
    path.join(folder, 'some.test.js'),
    `describe('with a fixture', () => {
       beforeAll(() => { throw new Error('no such registry'); });
       test('first', () => {});
       describe('deeper', () => test('second', () => {}));
     });
     test('without', () => {});`,
  );
  const config = { rootDir: folder, testEnvironment: path.join(ROOT, 'scripts/test-environment.js'), transform: {} };
  const report = path.join(folder, 'report.json');
  const args = ['node_modules/jest/bin/jest.js', `--config=${JSON.stringify(config)}`, '--json', `--outputFile=${report}`];
  spawnSync(process.execPath, ['--experimental-vm-modules', ...args], { cwd: ROOT });
  expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({ numFailedTests: 1, numPendingTests: 1, numPassedTests: 1 });
});
