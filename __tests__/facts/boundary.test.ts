import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { openBoundary } from '../../src/facts/boundary.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'boundary-'));
afterAll(() => rmSync(folder, { recursive: true }));

const checkout = path.join(folder, 'checkout');
mkdirSync(path.join(checkout, 'app'), { recursive: true });
mkdirSync(path.join(folder, 'checkout-too'));
writeFileSync(path.join(folder, 'secret'), '');
symlinkSync('../secret', path.join(checkout, 'file'));
symlinkSync('..', path.join(checkout, 'up'));
symlinkSync('/nowhere', path.join(checkout, 'broken'));
symlinkSync('app', path.join(checkout, 'inner'));
symlinkSync('broken', path.join(checkout, 'twice'));
const boundary = await openBoundary(checkout);

test.each([
  // path, whether an input may not name it, whether a file of the head may not
  ['.', false, false],
  ['app', false, false],
  ['app/new/file', false, false],
  ['inner/x', false, false],
  ['file', true, true],
  ['up', true, true],
  ['up/secret', true, true],
  ['up/checkout/app', false, false], // it comes back
  ['broken', true, true], // whatever writes there writes out
  ['broken/x', true, true],
  ['twice', true, true],
  ['../secret', false, true], // the author of the workflow says so
  ['../checkout-too', false, true],
  ['/etc/hostname', false, true],
])('%j leaves the checkout by a link: %s, at all: %s', async (given, isLeft, isPassed) => {
  expect([await boundary.isLeftBy(given), await boundary.isPassedBy(given)]).toEqual([isLeft, isPassed]);
});
