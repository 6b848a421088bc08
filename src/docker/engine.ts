import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { errorCode } from '../host/error-code.ts';
import { lastLine } from '../host/last-line.ts';
import type { RunDocker } from '../host/process.ts';
import { asList, asText, type JsonObject } from '../plan/text/json.ts';
import { parseObject } from '../plan/text/parse-json.ts';
import { orProblem, ProblemError } from '../plan/text/problem.ts';
import type { Engine, Silence } from './builder.ts';
import { type DockerConfig, dockerConfigFolder } from './config.ts';
import { readJson } from './read-json.ts';

type EngineEnvironment = NodeJS.ProcessEnv;

const ASK_TIMEOUT_MS = 5_000;

/** The docker context in force; `default` is DOCKER_HOST or the usual socket. */
export function dockerContextName(environment: EngineEnvironment, { settings }: Pick<DockerConfig, 'settings'>): string {
  if (environment.DOCKER_CONTEXT) return environment.DOCKER_CONTEXT;
  if (environment.DOCKER_HOST) return 'default';
  return asText(settings.currentContext) || 'default';
}

/** The builder selected by BUILDX_BUILDER or `docker buildx use`; undefined for the engine's own. */
export async function selectedBuilder(environment: EngineEnvironment): Promise<string | undefined> {
  if (environment.BUILDX_BUILDER) return environment.BUILDX_BUILDER;
  const folder = environment.BUILDX_CONFIG || path.join(dockerConfigFolder(environment), 'buildx');
  const current = asText((await readJson(path.join(folder, 'current'))).Name) ?? '';
  return current === '' || current === 'default' ? undefined : current;
}

/** What an engine says of itself, or why none does. */
export type EngineAnswer =
  | { readonly engine: Engine; readonly silence?: undefined }
  | { readonly engine?: undefined; readonly silence: Silence };

/** Asks the engine about itself: over its socket where that is a local one (3 ms), else through `docker info` (100 ms). */
export async function askEngine(contextName: string, environment: EngineEnvironment, run: RunDocker): Promise<EngineAnswer> {
  const socket = contextName === 'default' ? localSocket(environment) : undefined;
  const answer = socket === undefined ? await infoFromClient(run) : await infoFromSocket(socket);
  if (typeof answer !== 'string') return { engine: readEngine(answer, socket !== undefined) };
  const remote = contextName === 'default' ? (environment.DOCKER_HOST ?? '') : `docker context ${contextName}`;
  return { silence: { address: socket === undefined ? remote : `unix://${socket}`, cause: answer } };
}

function localSocket({ DOCKER_HOST }: EngineEnvironment): string | undefined {
  if (!DOCKER_HOST) return '/var/run/docker.sock';
  return DOCKER_HOST.startsWith('unix://') ? DOCKER_HOST.slice('unix://'.length) : undefined;
}

function readEngine(info: JsonObject, isLocalSocket: boolean): Engine {
  const driverStatus = asList(info.DriverStatus).map(asList);
  const isVirtualMachine = /Docker Desktop|Rancher Desktop|OrbStack|colima/i.test(`${asText(info.OperatingSystem)} ${asText(info.Name)}`);
  return {
    hasContainerdStore: driverStatus.some(
      ([key, value]) => key === 'driver-type' && asText(value)?.startsWith('io.containerd.snapshotter') === true,
    ),
    sharesLoopback: isLocalSocket && !isVirtualMachine && os.platform() === 'linux',
    architecture: { x86_64: 'amd64', aarch64: 'arm64' }[asText(info.Architecture) ?? ''] ?? asText(info.Architecture) ?? '',
    version: asText(info.ServerVersion) ?? '',
  };
}

/** What it said, or why it did not. */
function infoFromSocket(socketPath: string): Promise<JsonObject | string> {
  return new Promise((resolve) => {
    const request = http.get({ socketPath, path: '/info', timeout: ASK_TIMEOUT_MS }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => resolve(response.statusCode === 200 ? parseObject(body) : `status ${response.statusCode}`));
      response.on('error', (error) => resolve(errorCode(error) || error.message));
    });
    request.on('timeout', () => request.destroy(new Error(`no answer in ${ASK_TIMEOUT_MS / 1000} s`)));
    request.on('error', (error) => resolve(errorCode(error) || error.message));
  });
}

async function infoFromClient(run: RunDocker): Promise<JsonObject | string> {
  const result = await orProblem(run(['info', '--format', '{{json .}}']));
  if (result instanceof ProblemError) return result.problems[0]?.wrong ?? ''; // there is no docker to ask
  const info = result.code === 0 ? parseObject(result.stdout) : {};
  if (asText(info.ServerVersion)) return info;
  const [said] = asList(info.ServerErrors).flatMap((error) => asText(error) ?? []); // without an engine the client answers with its own half
  return said ?? lastLine(result.stderr);
}
