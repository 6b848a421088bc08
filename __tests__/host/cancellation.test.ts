import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import { abortOnSignals, exitStatus, uncaughtError } from '../../src/host/cancellation.ts';

// what happens to the process, and what a command line with that status ends with: 0 for success, 1 for failure
test.each([
  ['SIGINT', 0, 130],
  ['SIGTERM', 0, 143],
  ['SIGHUP', 0, 129],
  ['SIGQUIT', 0, 131],
])('%s aborts the run; one that was through by then succeeds with %i, and one that was not fails with %i', (name, success, failure) => {
  const source = new EventEmitter();
  const signal = abortOnSignals(source);
  expect([exitStatus(0, signal), exitStatus(1, signal)]).toEqual([0, 1]);
  source.emit(name);
  expect(String(signal.reason)).toBe(`Cancelled: cancelled by ${name}`);
  expect([exitStatus(0, signal), exitStatus(1, signal), uncaughtError(signal)]).toEqual([success, failure, undefined]);
});

test('an error that nothing catches aborts the run, and is known', () => {
  const source = new EventEmitter();
  const signal = abortOnSignals(source);
  expect(uncaughtError(signal)).toBeUndefined();
  const bug = new Error('a bug');
  source.emit('uncaughtException', bug);
  expect([signal.reason, uncaughtError(signal), exitStatus(1, signal)]).toEqual([bug, bug, 1]);
});
