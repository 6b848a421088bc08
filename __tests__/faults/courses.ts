import { expect } from '@jest/globals';
import type { FaultEntry } from '../tools/faults/journal.ts';
import { type Attempts, isBroken, waitsOf } from './attempts.ts';
import { HASTE, type Release } from './registry-pair.ts';

/** What docs/faults.md says that happens, read from B's journal. */
export type Course = (release: Release) => void;

/** The shortest wait after a first failure: half of half a second. */
const FIRST_WAIT_MS = 250;
/** The shortest of the last: half of 20 s. */
const LAST_WAIT_MS = 10_000;
/** Of 120 s of patience at least so many are used: the last wait, of up to 20 s, does not fit. */
const PATIENCE_MS = 100_000;

/** A timer may be early by that much. */
const TIMER_MS = 5;

/** What was broken is asked for again until it passes, after waits that grow. */
export const again: Course = ({ attempts }) => expectAgain(attempts, HASTE);

/** The same before the build, where nothing is hurried. */
export const againBeforeBuild: Course = ({ attempts }) => expectAgain(attempts, 1);

function expectAgain(attempts: readonly Attempts[], timeScale: number): void {
  const leastMs = ({ about }: Attempts, index: number) => (about === '' ? FIRST_WAIT_MS : FIRST_WAIT_MS * 2 ** index) / timeScale;
  expect(attempts.flatMap((each) => waitsOf(each).filter((ms, index) => ms < leastMs(each, index)))).toEqual([]);
  expectPassing(attempts);
}

function expectPassing(attempts: readonly Attempts[]): void {
  expect(attempts).not.toEqual([]);
  expect(attempts.filter(({ requests }) => requests.at(-1)?.fault !== undefined)).toEqual([]);
}

/** A connection that was used before is replaced at once, where that changes nothing at the registry. */
export const atOnce: Course = ({ attempts }) => expectPassing(attempts);

/** What was broken is asked for again, not sooner than so many milliseconds later. */
export const waiting = (waitMs: number): Course => {
  return ({ attempts }) => {
    const waits = attempts.flatMap(waitsOf);
    expect(waits).not.toEqual([]);
    expect(waits.filter((ms) => ms < waitMs)).toEqual([]);
  };
};

/** Each blob is looked for, and sent once more in a session of its own. */
export const newUpload: Course = (release) => {
  again(release);
  for (const { about, requests } of release.attempts) {
    expect(new Set(requests.map(({ reference }) => reference)).size).toBe(requests.length);
    expectLook(release, { operation: 'blob-head', about, requests });
  }
};

/** Each blob, or tag, is looked for, found, and not sent again. */
export const found =
  (operation: 'blob-head' | 'manifest-head'): Course =>
  (release) => {
    once(release);
    for (const { about, requests } of release.attempts) expectLook(release, { operation, about, requests });
  };

function expectLook({ journal }: Release, { operation, about, requests }: Attempts): void {
  const broken = requests.filter(isBroken).map(({ number }) => number);
  const looks = journal.filter((entry) => entry.operation === operation && entry.reference === about);
  expect(looks.at(-1)?.number).toBeGreaterThan(Math.max(...broken));
}

/** Each is asked for once: what fails is final at once, and what is slow is waited for. Uploads that begin do not tell their blobs. */
export const once: Course = ({ attempts, journal }) => {
  const blobs = new Set(journal.filter(({ operation }) => operation === 'blob-head').map(({ reference }) => reference));
  const most = ({ about, requests }: Attempts) =>
    about === '' ? requests.filter(isBroken).length <= Math.max(1, blobs.size) : requests.length === 1;
  expect(attempts.filter((each) => !most(each)).map(({ operation, requests }) => `${operation} ${requests.length} times`)).toEqual([]);
};

/** What is written is written once; reads are many anyway. */
export const written: Course = (release) => {
  const isWrite = ({ operation }: Attempts) => operation === 'upload-finish' || operation === 'manifest-put';
  once({ ...release, attempts: release.attempts.filter(isWrite) });
};

/** So many attempts at each, or fewer where another ended the release before. @param more how many may come on top where two stages overlap. */
export const attempts = (count: number, more = 0): Course => {
  return (release) => {
    const most = Math.max(...release.attempts.map(({ requests }) => requests.length));
    expect(most).toBeGreaterThanOrEqual(count);
    expect(most).toBeLessThanOrEqual(count + more);
  };
};

/** Tried again as long as patience lasts, in the end after the longest wait. */
export const patiently: Course = ({ attempts, journal }) => {
  const times = journal.filter(isBroken).map(({ at }) => at);
  expect(Math.max(...times) - Math.min(...times)).toBeGreaterThanOrEqual(PATIENCE_MS / HASTE);
  expect(Math.max(...attempts.flatMap(waitsOf))).toBeGreaterThanOrEqual(LAST_WAIT_MS / HASTE);
};

/** Tried again for the two seconds that there are before the build: two waits fit in any case. */
export const impatiently: Course = ({ journal }) => {
  const times = journal.filter(isBroken).map(({ at }) => at);
  expect(Math.max(...times) - Math.min(...times)).toBeGreaterThanOrEqual(3 * FIRST_WAIT_MS);
};

/** Each is asked for again with another token. */
export const newToken: Course = ({ attempts }) => {
  expectPassing(attempts);
  const tokens = attempts.flatMap(({ requests }) => requests.map(({ headers }) => headers.authorization));
  expect(new Set(tokens).size).toBe(tokens.length);
};

/** Given up after so many milliseconds without a byte. */
export const givenUp = (silentMs: number): Course => {
  return ({ attempts }) => {
    const durations = attempts.flatMap(({ requests }) => requests.filter(isBroken)).map(({ durationMs = 0 }: FaultEntry) => durationMs);
    expect(Math.max(...durations)).toBeGreaterThanOrEqual(silentMs - TIMER_MS); // others are broken off by the first
  };
};

/** Every one of them. */
export const all = (...courses: readonly Course[]): Course => {
  return (release) => {
    for (const course of courses) course(release);
  };
};
