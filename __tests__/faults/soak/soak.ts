import { mkdtempSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Rule } from '../../tools/faults/rule.ts';
import type { FaultProxy } from '../../tools/faults/start.ts';
import { openRegistryPair, openUploadsOf } from '../registry-pair.ts';
import { publishAll, type ReleaseRun } from './release-run.ts';

export type SoakOptions = {
  readonly releases: number /** Repositories that are released to at the same time. */;
  readonly lanes: number;
  readonly seed: number;
};

/** The figures of a soak. */
export type Soak = ReleaseRun & {
  readonly requests: number;
  /** Of these, so many were broken. */
  readonly broken: number;
  /** What there is afterwards and was not before: upload sessions, files in the machine's temporary folder, open files of the proxies. */
  readonly openUploads: number;
  readonly files: number;
  readonly openFiles: number;
  readonly seconds: number;
};

/** Releases again and again while a fifth of all requests to either registry fails, one way or another. */
export async function soak({ releases, lanes, seed }: SoakOptions): Promise<Soak> {
  const pair = await openRegistryPair();
  const proxies = [pair.a, pair.b];
  for (const [index, proxy] of proxies.entries()) proxy.setRules(faults(seed * 2 + index));
  const temporary = mkdtempSync(path.join(pair.site.folder, 'tmp-'));
  const before = { openFiles: countOpenFiles(), at: performance.now() };
  const shares = Array.from({ length: lanes }, (_, lane) => Math.ceil((releases - lane) / lanes));
  const releaseRuns = await Promise.all(
    shares.map((share, lane) => publishAll(pair, { releases: share, seed: seed * 100 + lane, temporary })),
  );
  const seconds = (performance.now() - before.at) / 1000;
  await sleep(5_000); // this process's own fetch keeps connections for four seconds
  const total = (count: (releaseRun: ReleaseRun) => number) => releaseRuns.reduce((sum, releaseRun) => sum + count(releaseRun), 0);
  const sum = (count: (proxy: FaultProxy) => number) => proxies.reduce((all, proxy) => all + count(proxy), 0);
  const figures = {
    releases: total((releaseRun) => releaseRun.releases),
    runs: total((releaseRun) => releaseRun.runs),
    failedRuns: total((releaseRun) => releaseRun.failedRuns),
    wrong: releaseRuns.flatMap((releaseRun) => releaseRun.wrong),
    requests: sum(({ journal }) => journal.length),
    broken: sum(({ journal }) => journal.filter(({ fault }) => fault !== undefined).length),
    openUploads: sum(openUploadsOf),
    files: readdirSync(temporary, { recursive: true }).length,
    openFiles: countOpenFiles() - before.openFiles,
    seconds,
  };
  await pair.close();
  return figures;
}

/** A fifth of the requests in all: refused, cut off, done with the answer lost, and done with a false answer. */
function faults(seed: number): readonly Rule[] {
  const unavailable = { kind: 'status', status: 503, code: 'UNAVAILABLE', message: 'injected 503' } as const;
  const kinds = [
    unavailable,
    { kind: 'reset', when: 'start' },
    { kind: 'reset', when: 'reply' },
    { ...unavailable, status: 500, stored: true },
  ] as const;
  return kinds.map((fault, index) => ({ name: `fault ${index}`, chance: 1 - 0.8 ** (1 / kinds.length), seed: seed * 10 + index, fault }));
}

function countOpenFiles(): number {
  return readdirSync('/proc/self/fd').length;
}
