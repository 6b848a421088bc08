import http, { type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { preset } from './presets.ts';
import type { Rule } from './rule.ts';
import type { FaultProxy } from './start.ts';

export type Control = { readonly origin: string; readonly close: () => Promise<void> };

/** Lets a shell steer a running proxy: `GET /journal`, `GET` and `PUT /rules`, `POST /reset`, `/revoke`, `/down`, `/up`. */
export async function startControl(proxy: FaultProxy, port = 0): Promise<Control> {
  const server = http.createServer((request, response) => {
    steer(proxy, request).then(
      (value) => response.writeHead(200, { 'content-type': 'application/json' }).end(`${JSON.stringify(value, undefined, 1)}\n`),
      (error: unknown) => response.writeHead(400).end(`${String(error)}\n`),
    );
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: taken } = server.address() as AddressInfo; // a listening TCP server has one
  return {
    origin: `http://127.0.0.1:${taken}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function steer(proxy: FaultProxy, request: IncomingMessage): Promise<unknown> {
  switch (`${request.method} ${request.url}`) {
    case 'GET /journal':
      return proxy.journal;
    case 'GET /rules':
      return proxy.ruleCounts();
    case 'PUT /rules':
      proxy.setRules(readRules(await text(request)));
      return proxy.ruleCounts();
    case 'POST /reset':
      return proxy.reset();
    case 'POST /revoke':
      return proxy.revokeTokens();
    case 'POST /down':
      return proxy.down();
    case 'POST /up':
      return proxy.up();
    default:
      throw new Error(`no ${request.method} ${request.url}`);
  }
}

/** Rules as JSON, or a preset's name with its numbers. */
export function readRules(given: string): readonly Rule[] {
  return given.trimStart().startsWith('[') ? (JSON.parse(given) as readonly Rule[]) : preset(given.trim()); // written by the test's author
}
