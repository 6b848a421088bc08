import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Builder } from './builder.ts';
import type { ProcessResult } from './process.ts';
import type { Staging } from './staging/server.ts';

/** The tag that marks the end of a push. */
const MARK = 'run';

/** The value of `--output` that pushes an image to the staging registry. */
export function pushOutput(
  repository: string,
  { builder, canSkipStore }: { readonly builder: Builder; readonly canSkipStore: boolean },
): string {
  const skipStore = builder.driver === 'docker' && canSkipStore ? ',store=false' : '';
  return `type=image,name=${repository}:${MARK},push=true${skipStore}`;
}

/** The build itself went well, and the push could not even connect: the builder has another loopback than we have. */
export function neverArrived({ stderr }: ProcessResult, staging: Staging): boolean {
  return (
    staging.requests() === 0 && stderr.includes(staging.address) && /dial tcp|connection refused|no route to host|i\/o timeout/.test(stderr)
  );
}

/** buildx's build result metadata, '' where it wrote none. */
export function readMetadata(folder: string): Promise<string> {
  return readFile(path.join(folder, 'metadata.json'), 'utf8').catch(() => '');
}
