import http from 'node:http';
import { engineInfo, engineVersion } from './answers.ts';
import { type Behaviour, usualBehaviour } from './behaviour.ts';

/** An engine's socket that answers questions and does nothing. */
export type FakeEngine = {
  /** For DOCKER_HOST. */
  readonly host: string;
  /** Paths that were asked for. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
};

/** Answers `GET /_ping`, `/info` and `/version`, with or without the API's version before it, on a unix socket. */
export async function startFakeEngine(socketPath: string, behaviour: Partial<Behaviour> = {}): Promise<FakeEngine> {
  const requests: string[] = [];
  const answers: Readonly<Record<string, unknown>> = {
    '/_ping': 'OK',
    '/info': engineInfo({ ...usualBehaviour, ...behaviour }),
    '/version': engineVersion,
  };
  const server = http.createServer((request, response) => {
    const { url = '' } = request;
    requests.push(url);
    const answer = answers[url.replace(/^\/v\d+\.\d+/, '')];
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json', 'api-version': '1.51' });
    response.end(JSON.stringify(answer ?? { message: 'page not found' }));
  });
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
  return {
    host: `unix://${socketPath}`,
    requests,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
