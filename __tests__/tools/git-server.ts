import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import os from 'node:os';
import path from 'node:path';

/** A Git server that wants a token, as GitHub wants one for a private repository. */
export type GitServer = {
  /** `http://127.0.0.1:5000` */
  readonly url: string;
  /** What each request had as its Authorization header; '' for none. */
  readonly authorizations: string[];
  readonly close: () => Promise<void>;
};

/** Serves a repository by Git's own program. @see git-http-backend(1) */
export async function startGitServer(
  source: string,
  { name, token }: { readonly name: string; readonly token: string },
): Promise<GitServer> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'git-server-'));
  execFileSync('git', ['clone', '--quiet', '--bare', source, path.join(root, `${name}.git`)]);
  execFileSync('git', ['-C', path.join(root, `${name}.git`), 'config', 'uploadpack.allowAnySHA1InWant', 'true']);
  const authorizations: string[] = [];
  const expected = `basic ${btoa(`x-access-token:${token}`)}`.toLowerCase();
  const server = createServer((request, response) => {
    const given = request.headers.authorization ?? '';
    authorizations.push(given);
    if (given.toLowerCase() === expected) serve(root, request, response);
    else response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="git"' }).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    authorizations,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function serve(root: string, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, search } = new URL(request.url ?? '/', 'http://git.test');
  const backend = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      PATH_INFO: pathname,
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'],
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
      REMOTE_USER: 'octocat',
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  request.pipe(backend.stdin);
  backend.stdin.on('error', () => undefined); // git may end before it has read all
  const chunks: Buffer[] = [];
  backend.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  backend.on('close', () => answer(Buffer.concat(chunks), response));
}

/** What a CGI program prints: header lines, an empty one, and the body. */
function answer(printed: Buffer, response: ServerResponse): void {
  const end = printed.indexOf('\r\n\r\n');
  const headers = printed.subarray(0, end).toString().split('\r\n');
  const pairs = headers.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()] as const);
  const status = Number(pairs.find(([name]) => name === 'Status')?.[1].slice(0, 3) ?? 200);
  for (const [name, value] of pairs) if (name !== 'Status' && name !== '') response.setHeader(name, value);
  response.writeHead(status).end(printed.subarray(end + 4));
}
