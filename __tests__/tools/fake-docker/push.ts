import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Content, Image } from './image.ts';

/** Where and as whom to push. `name` is `host:port/repository:tag`, always over plain HTTP. */
export type PushTarget = { readonly name: string; readonly configFolder: string };

type Session = { readonly base: string; readonly host: string; readonly credential: string | undefined; authorization: string | undefined };

/**
 * Pushes as BuildKit does: every blob after asking for it, all at once; then the manifests below one by one, then the top by its tag. Requests go
 * without credentials until the registry asks for them.
 * @throws where the registry refuses, in containerd's words.
 */
export async function pushImage(image: Image, { name, configFolder }: PushTarget): Promise<void> {
  const { host, repository, tag } = splitName(name);
  const session: Session = {
    base: `http://${host}/v2/${repository}`,
    host,
    credential: readCredential(host, configFolder),
    authorization: undefined,
  };
  await Promise.all(image.blobs.map((blob) => pushBlob(session, blob)));
  for (const manifest of image.manifests) await pushManifest(session, manifest, manifest.digest);
  await pushManifest(session, image.top, tag ?? image.top.digest);
}

function splitName(name: string): { host: string; repository: string; tag: string | undefined } {
  const [, host = '', repository = '', tag] = /^([^/]+)\/([^:@]+)(?::([^@]+))?/.exec(name) ?? [];
  return { host, repository, tag };
}

function readCredential(host: string, folder: string): string | undefined {
  try {
    const config = JSON.parse(readFileSync(path.join(folder, 'config.json'), 'utf8')) as { auths?: Record<string, { auth?: string }> }; // docker's own format
    return config.auths?.[host]?.auth;
  } catch {
    return undefined; // as docker: no configuration, no credentials
  }
}

async function pushBlob(session: Session, { mediaType, bytes, digest }: Content): Promise<void> {
  const head = await ask(session, 'HEAD', { url: `${session.base}/blobs/${digest}`, headers: { accept: `${mediaType}, */*` } });
  if (head.status === 200) return;
  if (head.status !== 404) refuse('HEAD', head);
  const opened = await ask(session, 'POST', { url: `${session.base}/blobs/uploads/`, headers: {} });
  if (opened.status === 201) return;
  if (opened.status !== 202) refuse('POST', opened);
  const location = new URL(opened.headers.get('location') ?? '', `http://${session.host}`);
  location.searchParams.set('digest', digest);
  const put = await ask(session, 'PUT', { url: location.href, headers: { 'content-type': 'application/octet-stream' }, body: bytes });
  if (put.status !== 201) refuse('PUT', put);
}

async function pushManifest(session: Session, { mediaType, bytes, digest }: Content, reference: string): Promise<void> {
  const url = `${session.base}/manifests/${reference}`;
  const head = await ask(session, 'HEAD', { url, headers: { accept: `${mediaType}, */*` } });
  if (head.status === 200 && head.headers.get('docker-content-digest') === digest) return;
  const put = await ask(session, 'PUT', { url, headers: { 'content-type': mediaType }, body: bytes });
  if (put.status !== 201) refuse('PUT', put);
}

type Request = { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body?: Buffer };

async function ask(session: Session, method: string, { url, headers, body }: Request): Promise<Response> {
  const send = () => {
    const authorization = session.authorization === undefined ? {} : { authorization: session.authorization };
    return fetch(url, { method, headers: { ...headers, ...authorization }, ...(body === undefined ? {} : { body: new Uint8Array(body) }) });
  };
  const answer = await send();
  const challenge = answer.headers.get('www-authenticate');
  if (answer.status !== 401 || challenge === null) return answer;
  session.authorization = await authorize(challenge, session.credential);
  return session.authorization === undefined ? answer : send();
}

/** The header that answers a challenge. @see https://distribution.github.io/distribution/spec/auth/token/ */
async function authorize(challenge: string, credential: string | undefined): Promise<string | undefined> {
  const basic = credential === undefined ? undefined : `Basic ${credential}`;
  if (!/^bearer /i.test(challenge)) return basic;
  const fields = new Map([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
  const realm = new URL(fields.get('realm') ?? '');
  for (const name of ['service', 'scope']) realm.searchParams.set(name, fields.get(name) ?? '');
  const answer = await fetch(realm, { headers: basic === undefined ? {} : { authorization: basic } });
  if (!answer.ok) refuse('GET', answer);
  const { token, access_token: accessToken } = (await answer.json()) as { token?: string; access_token?: string }; // as the specification has it
  return `Bearer ${token ?? accessToken ?? ''}`;
}

function refuse(method: string, { url, status, statusText }: Response): never {
  throw new Error(`unexpected status from ${method} request to ${url}: ${status} ${statusText}`);
}
