import type { IncomingMessage, ServerResponse } from 'node:http';
import { isSha256 } from '../oci/hash.ts';
import { answerBlob, answerBlobHead } from './blobs.ts';
import { answerManifest, receiveManifest } from './manifests.ts';
import { answerRefusal, Refusal } from './refusal.ts';
import type { StagedRepository } from './repository.ts';
import { type Route, readRoute } from './route.ts';
import { cancelUpload, continueUpload, finishUpload, openUpload, readProgress, type UploadProgress } from './uploads.ts';

export type Registry = {
  readonly repositories: ReadonlyMap<string, StagedRepository>;
  /** Whether an `Authorization` header is the builder's. */
  readonly isKnown: (authorization: string | undefined) => boolean;
  /** Hears that a manifest was put under a tag, which is the last thing a builder does. */
  readonly onTagged: (repository: StagedRepository) => void;
  /** Gets what went wrong here, and not in the request. */
  readonly onFailure: (error: unknown) => void;
};

type StagingExchange = {
  readonly repository: StagedRepository;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
};

/** Answers one request as a registry does. Never rejects: what goes wrong is an answer, or a connection broken off. */
export async function answer(registry: Registry, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await dispatch(registry, request, response);
  } catch (error) {
    if (error instanceof Refusal) return answerRefusal(response, error);
    registry.onFailure(error);
    answerRefusal(response, new Refusal(500, 'UNKNOWN', error instanceof Error ? error.message : String(error)));
  }
}

async function dispatch(registry: Registry, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!registry.isKnown(request.headers.authorization)) {
    response.setHeader('www-authenticate', 'Basic realm="staging"');
    throw new Refusal(401, 'UNAUTHORIZED', 'this registry serves the builder of one run only');
  }
  const { pathname, searchParams: query } = readTarget(request.url ?? '/');
  const route = readRoute(pathname);
  if (route === undefined) throw new Refusal(404, 'UNSUPPORTED', 'there is nothing here');
  if (route.kind === 'root') {
    response.writeHead(200, { 'content-length': 0 }).end();
    return;
  }
  const repository = registry.repositories.get(route.name);
  if (repository === undefined) throw new Refusal(404, 'NAME_UNKNOWN', `there is no repository ${route.name} here`);
  await serve(route, { repository, request, response, query });
  if (route.kind === 'manifest' && request.method === 'PUT' && !isSha256(route.reference)) registry.onTagged(repository);
}

/** A path, or a whole URL as proxies are sent. @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2 */
function readTarget(target: string): URL {
  const url = target.startsWith('/') ? `http://127.0.0.1${target}` : target;
  if (!URL.canParse(url)) throw new Refusal(400, 'UNSUPPORTED', 'the request names no path');
  return new URL(url);
}

async function serve(route: Exclude<Route, { kind: 'root' }>, exchange: StagingExchange): Promise<void> {
  switch (route.kind) {
    case 'blob':
      return serveBlob(route.digest, exchange);
    case 'uploads':
      return serveUploads(exchange);
    case 'upload':
      return serveUpload(route.id, exchange);
    case 'manifest':
      return serveManifest(route.reference, exchange);
  }
}

async function serveBlob(digest: string, { repository, request, response }: StagingExchange): Promise<void> {
  if (request.method === 'HEAD') return answerBlobHead(repository, digest, response);
  if (request.method === 'GET') return answerBlob(repository, digest, response);
  throw unsupported(request);
}

async function serveUploads(exchange: StagingExchange): Promise<void> {
  const { repository, request, query } = exchange;
  if (request.method !== 'POST') throw unsupported(request);
  const progress = await openUpload(repository);
  const digest = query.get('digest');
  if (digest === null) return answerProgress(progress, exchange);
  await finishUpload(repository, { id: progress.id, digest }, request);
  answerCreated(`/v2/${repository.name}/blobs/${digest}`, digest, exchange);
}

async function serveUpload(id: string, exchange: StagingExchange): Promise<void> {
  const { repository, request, response, query } = exchange;
  if (request.method === 'GET') return answerProgress(readProgress(repository, id), exchange, 204);
  if (request.method === 'PATCH') return answerProgress(await continueUpload(repository, id, request), exchange);
  if (request.method === 'DELETE') {
    await cancelUpload(repository, id);
    response.writeHead(204).end();
    return;
  }
  if (request.method !== 'PUT') throw unsupported(request);
  const digest = query.get('digest') ?? '';
  await finishUpload(repository, { id, digest }, request);
  answerCreated(`/v2/${repository.name}/blobs/${digest}`, digest, exchange);
}

async function serveManifest(reference: string, exchange: StagingExchange): Promise<void> {
  const { repository, request, response } = exchange;
  if (request.method === 'HEAD' || request.method === 'GET') return answerManifest(repository, reference, response);
  if (request.method !== 'PUT') throw unsupported(request);
  const { digest } = await receiveManifest(repository, reference, request);
  answerCreated(`/v2/${repository.name}/manifests/${reference}`, digest, exchange);
}

function answerProgress({ id, receivedBytes }: UploadProgress, { repository, response }: StagingExchange, status: 202 | 204 = 202): void {
  response.writeHead(status, {
    location: `/v2/${repository.name}/blobs/uploads/${id}`,
    'docker-upload-uuid': id,
    range: `0-${Math.max(0, receivedBytes - 1)}`,
    ...(status === 204 ? {} : { 'content-length': 0 }), // @see https://www.rfc-editor.org/rfc/rfc9110#section-8.6-8
  });
  response.end();
}

function answerCreated(location: string, digest: string, { response }: StagingExchange): void {
  response.writeHead(201, { location, 'docker-content-digest': digest, 'content-length': 0 }).end();
}

function unsupported({ method = '' }: IncomingMessage): Refusal {
  return new Refusal(405, 'UNSUPPORTED', `${method} is not answered here`);
}
