import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from '@jest/globals';
import type { OpenBlob } from '../../src/oci/content.ts';
import type { ContentCopier } from '../../src/staging/content-copier.ts';
import { type Staging, startStaging } from '../../src/staging/server.ts';
import { type Builder, makeBuilder } from './builder.ts';
import type { Made } from './image.ts';

/** A staging registry and what pushes to its repository `candidate`; `other` is a second one, whose blobs go nowhere. */
export type Stage = { readonly staging: Staging; readonly builder: Builder; readonly other: Builder; readonly directory: string };

const CREDENTIAL = { username: 'build', password: 'a:b' } as const;

/** Gives the function that starts one; each ends with the test that started it. */
export function stageForEachTest(): (sender?: ContentCopier, signal?: AbortSignal) => Promise<Stage> {
  const stages: Stage[] = [];
  afterEach(async () => {
    for (const { staging, directory } of stages.splice(0)) {
      await staging.close();
      await rm(directory, { recursive: true });
    }
  });
  return async (sender, signal = new AbortController().signal) => {
    const directory = await mkdtemp(join(tmpdir(), 'stage-'));
    const staging = await startStaging({
      repositories: { candidate: sender, other: undefined },
      directory,
      credential: CREDENTIAL,
      signal,
    });
    const login = (repository: string) =>
      makeBuilder(staging.address, { repository, credential: `${CREDENTIAL.username}:${CREDENTIAL.password}` });
    const stage = { staging, directory, builder: login('candidate'), other: login('other') };
    stages.push(stage);
    return stage;
  };
}

/** A sender that keeps what it is given. `has` are the blobs that every destination has. */
export function makeRecorder(has: readonly Made[] = []) {
  const sent = new Map<string, { readonly size: number; readonly open: OpenBlob }>();
  const sender: ContentCopier = {
    isEverywhere: async (digest) => has.some((blob) => blob.digest === digest),
    send: ({ digest, size }, open) => void sent.set(digest, { size, open }),
    fetch: (digest) => {
      const blob = has.find((candidate) => candidate.digest === digest);
      return blob === undefined ? undefined : stream(blob.bytes);
    },
  };
  /** Reads what was handed on under the digest. */
  const open = (digest: string) => {
    const blob = sent.get(digest);
    if (blob === undefined) throw new Error(`${digest} was not handed on`);
    return blob.open();
  };
  return { sender, sent, open };
}

async function* stream(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
