import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Json } from '../../src/plan/text/json.ts';
import {
  commitAnswer,
  compareAnswer,
  type GithubRepository,
  latestReleaseAnswer,
  releaseAnswer,
  repositoryAnswer,
  tagObjectAnswer,
  tagRefAnswer,
  tagsAnswer,
} from './github/repository.ts';

/** A wrong answer, or none, to requests whose path matches. */
export type GithubFault = {
  readonly path: RegExp;
  /** How often; for ever by default. */
  readonly times?: number;
  readonly answer:
    | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly message?: string }
    | 'hang-up'
    | 'hang';
};

export type GithubRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
  /** 0 where no answer was given. */
  readonly status: number;
};

export type GithubOptions = {
  /** Any other token is refused; requests without one are let in, as for public repositories. */
  readonly token?: string;
  /** By `owner/name`. */
  readonly repositories?: Readonly<Record<string, GithubRepository>>;
};

/** GitHub's REST API on loopback, over plain HTTP: for GITHUB_API_URL. */
export type Github = {
  readonly url: string;
  readonly requests: readonly GithubRequest[];
  readonly fail: (...faults: readonly GithubFault[]) => void;
  readonly close: () => Promise<void>;
};

type Handler = (
  named: { readonly name: string; readonly repository: GithubRepository },
  rest: string,
) => Json | readonly Json[] | undefined;

/** By what follows `/repos/owner/name`; the group is the handler's second argument. */
const routes: readonly (readonly [RegExp, Handler])[] = [
  [/^$/, repositoryAnswer],
  [/^\/commits\/(.+)$/, commitAnswer],
  [/^\/compare\/(.+)$/, compareAnswer],
  [/^\/tags$/, tagsAnswer],
  [/^\/releases\/tags\/(.+)$/, releaseAnswer],
  [/^\/releases\/latest$/, latestReleaseAnswer],
  [/^\/git\/ref\/tags\/(.+)$/, tagRefAnswer],
  [/^\/git\/tags\/(.+)$/, tagObjectAnswer],
];

type State = Required<GithubOptions> & { readonly faults: { readonly fault: GithubFault; left: number }[] };
type Answer = { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body: Json | readonly Json[] };

export async function startGithub({ token = 'ghs_test', repositories = {} }: GithubOptions = {}): Promise<Github> {
  const state: State = { token, repositories, faults: [] };
  const requests: GithubRequest[] = [];
  const server = http.createServer((request, response) => {
    serve(state, { request, response }).then(
      (entry) => requests.push(entry),
      () => response.destroy(), // a client that broke off
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a listening TCP server has one
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    fail: (...faults) => {
      state.faults.push(...faults.map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY })));
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function serve(state: State, { request, response }: { request: IncomingMessage; response: ServerResponse }): Promise<GithubRequest> {
  const { method = '', headers } = request;
  const url = new URL(request.url ?? '', `http://${headers.host}`);
  const entry = { method, path: url.pathname, query: Object.fromEntries(url.searchParams), headers, body: await text(request) };
  const fault = takeFault(state, url.pathname);
  if (fault?.answer === 'hang-up') request.socket.destroy();
  if (fault?.answer === 'hang-up' || fault?.answer === 'hang') return { ...entry, status: 0 };
  const {
    status,
    headers: more,
    body,
  } = fault === undefined ? answer(state, request, url) : { ...fault.answer, body: { message: fault.answer.message ?? 'fault' } };
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': '4999',
    ...more,
  });
  response.end(JSON.stringify(body));
  return { ...entry, status };
}

function takeFault({ faults }: State, path: string): GithubFault | undefined {
  const found = faults.find(({ fault, left }) => left > 0 && fault.path.test(path));
  if (found !== undefined) found.left -= 1;
  return found?.fault;
}

function answer({ token, repositories }: State, { method, headers }: IncomingMessage, url: URL): Answer {
  const { authorization } = headers;
  if (authorization !== undefined && !authorization.endsWith(` ${token}`)) return { status: 401, body: { message: 'Bad credentials' } };
  const [, name = '', rest = ''] = /^\/repos\/([^/]+\/[^/]+)(.*)$/.exec(decodeURIComponent(url.pathname)) ?? [];
  const repository = repositories[name];
  const [pattern, handler] = routes.find(([route]) => route.test(rest)) ?? [];
  const body = method === 'GET' && repository !== undefined ? handler?.({ name, repository }, pattern?.exec(rest)?.[1] ?? '') : undefined;
  if (body === undefined) return { status: 404, body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest' } };
  return Array.isArray(body) ? page(body as readonly Json[], url) : { status: 200, body }; // Array.isArray does not narrow readonly arrays
}

/** @see https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api */
function page(list: readonly Json[], url: URL): Answer {
  const size = Number(url.searchParams.get('per_page') ?? 30);
  const number = Number(url.searchParams.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(list.length / size));
  const link = (target: number, relation: string) => `<${url.origin}${url.pathname}?per_page=${size}&page=${target}>; rel="${relation}"`;
  const headers = number < last ? { link: `${link(number + 1, 'next')}, ${link(last, 'last')}` } : {};
  return { status: 200, headers, body: list.slice((number - 1) * size, number * size) };
}
