import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A server that keeps what is put and gives it back: all a proxy's own tests need behind it. */
export type StoreServer = { readonly origin: string; readonly stored: Map<string, Buffer>; readonly close: () => Promise<void> };

export async function startStoreServer(): Promise<StoreServer> {
  const stored = new Map<string, Buffer>();
  const server = http.createServer((request, response) => {
    const { method, url = '' } = request;
    buffer(request).then(
      (body) => {
        if (method === 'PUT') stored.set(url, body);
        const found = stored.get(url);
        response.writeHead(method === 'PUT' ? 201 : found === undefined ? 404 : 200, { 'x-upstream': 'yes' });
        response.end(method === 'GET' ? found : undefined);
      },
      () => response.destroy(), // a client that broke off stores nothing
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a listening TCP server has one
  return { origin: `http://127.0.0.1:${port}`, stored, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
