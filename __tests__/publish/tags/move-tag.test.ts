import { expect, test } from '@jest/globals';
import type { Line, PlannedTag } from '../../../src/plan/naming/naming.ts';
import { PublishError } from '../../../src/publish/expected.ts';
import type { Publication } from '../../../src/publish/publication.ts';
import { moveTag } from '../../../src/publish/tags/move-tag.ts';
import { makeWriter } from '../../../src/publish/tags/tag-writer.ts';
import type { Retry } from '../../../src/registry/retry.ts';
import type { RepositoryClient } from '../../../src/registry/types.ts';
import { makeMemoryClient } from '../../tools/memory-client.ts';
import { releaseImage } from '../../tools/simulation/registry-pair.ts';

const VERSION: Line = { kind: 'version', version: '1.2.3', scheme: 'semver', within: '1.2' };
const BRANCH: Line = { kind: 'branch', branch: 'main' };
const OTHER: Line = { kind: 'other' };

/** What became of a tag whose PUT takes so long, and how much later it may be read back. */
async function move(line: Line | undefined, ref: string, put: { readonly tookMs: number; readonly losesReply: boolean }) {
  let nowMs = 0;
  const image = releaseImage('1.2.3');
  const client = makeMemoryClient();
  const slow: RepositoryClient = {
    ...client,
    headManifest: async (name) => client.manifests.get(name) && { ...image.candidate.root, size: 1 },
    putManifest: async (name, manifest) => {
      nowMs += put.tookMs;
      await client.putManifest(name, manifest);
      if (put.losesReply) throw new PublishError('lost');
    },
  };
  const tag: PlannedTag = { name: 'it', lifetime: line === undefined ? 'fixed' : 'floating', line, from: 'a rule' };
  const publication: Publication = {
    candidate: image.candidate,
    record: { ...image.record, ref },
    floating: 'forward',
    existing: 'adopt',
    isAncestor: async () => undefined,
    signal: new AbortController().signal,
    clock: { now: () => nowMs, sleep: async () => undefined },
  };
  const destination = { repository: client.repository, optional: false, target: '', tags: [tag], client: slow };
  const tagAttempts = { client: slow, retry: twice };
  const writer = makeWriter(
    publication,
    { ...destination, tagAttempts },
    { held: new Map(), leading: undefined, listing: Promise.resolve(undefined) },
  );
  const { record } = await moveTag(writer, tag);
  return [record.state, (record.settledAtMs ?? 0) - nowMs];
}

/** Tries once more, whatever went wrong. */
const twice: Retry = (attempt) => attempt(1).catch(() => attempt(2));

// biome-ignore format: a table
test.each<readonly [string, Line | undefined, string, number, number]>([
  // the tag                              line       ref                 took  waits
  ['a fixed tag',                         undefined, 'refs/tags/v1.2.3', 10,   20],
  ['a version tag',                       VERSION,   'refs/tags/v1.2.3', 10,   60],
  ['a version tag on a slow line',        VERSION,   'refs/tags/v1.2.3', 100,  200],
  ['a version tag on a very slow one',    VERSION,   'refs/tags/v1.2.3', 5000, 2000],
  ['a branch tag',                        BRANCH,    'refs/heads/main',  10,   60],
  ['a raw tag of a branch',               OTHER,     'refs/heads/main',  10,   60],
  ['a raw tag of a git tag',              OTHER,     'refs/tags/v1.2.3', 100,  0],
])('%s is read back when a slower run would have written, if that could be told apart', async (_, line, ref, tookMs, waitMs) => {
  expect(await move(line, ref, { tookMs, losesReply: false })).toEqual(['moved', waitMs]);
});

test.each<readonly [string, Line | undefined, number]>([
  ['a fixed tag', undefined, 2000],
  ['a branch tag', BRANCH, 2000],
])('%s whose PUT was done and its reply lost is waited for as long as any', async (_, line, waitMs) => {
  expect(await move(line, 'refs/heads/main', { tookMs: 10, losesReply: true })).toEqual(['moved', waitMs]);
});
