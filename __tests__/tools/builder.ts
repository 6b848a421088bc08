import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Made } from './image.ts';

export type Answer = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: Buffer };

export type Call = {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string | AsyncIterable<Uint8Array>;
};

/** What BuildKit does to a registry, by hand. */
export type Builder = {
  /** One request; the path begins behind `/v2/`. */
  ask(method: string, path: string, call?: Call): Promise<Answer>;
  /** `HEAD`, and `POST` with `PUT` where the answer is no. */
  pushBlob(blob: Made): Promise<Answer>;
  pushManifest(manifest: Made, reference?: string): Promise<Answer>;
};

/** Pushes to one repository of the registry at `address` with these credentials. */
export function makeBuilder(address: string, { repository, credential }: { repository: string; credential: string }): Builder {
  const authorization = `Basic ${Buffer.from(credential).toString('base64')}`;
  const ask: Builder['ask'] = (method, path, { headers = {}, body } = {}) =>
    send({ url: `http://${address}/v2/${path}`, method, headers: { authorization, ...headers } }, body);
  return {
    ask,
    async pushBlob({ digest, bytes }) {
      const head = await ask('HEAD', `${repository}/blobs/${digest}`);
      if (head.status === 200) return head;
      const opened = await ask('POST', `${repository}/blobs/uploads/`);
      return ask('PUT', `${opened.headers.location?.slice('/v2/'.length)}?digest=${digest}`, { body: bytes });
    },
    pushManifest: ({ mediaType, bytes, digest }, reference = digest) =>
      ask('PUT', `${repository}/manifests/${reference}`, { headers: { 'content-type': mediaType }, body: bytes }),
  };
}

type Target = { readonly url: string; readonly method: string; readonly headers: Readonly<Record<string, string>> };

function send({ url, method, headers }: Target, body: Call['body']): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = typeof body === 'string' || body instanceof Uint8Array ? { 'content-length': `${Buffer.byteLength(body)}` } : {};
    const receive = async (response: IncomingMessage) => {
      const { statusCode: status = 0, headers } = response;
      resolve({ status, headers: headers as Answer['headers'], body: await buffer(response).catch(() => Buffer.of()) });
    };
    const asked = request(url, { method, headers: { ...length, ...headers } }, (response) => void receive(response));
    asked.on('error', reject);
    if (body === undefined || typeof body === 'string' || body instanceof Uint8Array) asked.end(body);
    else void writeAll(asked, body);
  });
}

async function writeAll(asked: ReturnType<typeof request>, body: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    for await (const chunk of body) asked.write(chunk);
    asked.end();
  } catch {
    asked.destroy(); // a builder that breaks off
  }
}
