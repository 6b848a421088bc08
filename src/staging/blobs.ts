import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Refusal } from './refusal.ts';
import type { StagedRepository } from './repository.ts';

/**
 * `HEAD` of a blob. The builder sends what is missing here, so "yes" for a blob that every destination has is what keeps unchanged
 * layers from travelling. The size of such a blob is not known here; builders ask for the status alone.
 */
export async function answerBlobHead(repository: StagedRepository, digest: string, response: ServerResponse): Promise<void> {
  const file = repository.spool.find(digest);
  if (file !== undefined) {
    repository.sender?.send({ digest, size: file.size() }, file.open); // it may have come through another repository, with other destinations
    response.writeHead(200, { 'content-length': file.size(), 'docker-content-digest': digest }).end();
    return;
  }
  if (!(await repository.sender?.isEverywhere(digest))) throw unknownBlob(digest);
  response.writeHead(200, { 'docker-content-digest': digest }).end();
}

/** `GET` of a blob, for tests that run the candidate: from the spool, or from a destination that has had it from the start. */
export async function answerBlob(repository: StagedRepository, digest: string, response: ServerResponse): Promise<void> {
  const file = repository.spool.find(digest);
  const source = file?.open() ?? repository.sender?.fetch(digest);
  if (source === undefined) throw unknownBlob(digest);
  const length = file === undefined ? {} : { 'content-length': file.size() };
  response.writeHead(200, { ...length, 'content-type': 'application/octet-stream', 'docker-content-digest': digest });
  await pipeline(source, response);
}

function unknownBlob(digest: string): Refusal {
  return new Refusal(404, 'BLOB_UNKNOWN', `${digest} is not here, or not at every destination`);
}
