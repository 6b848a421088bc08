import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import type { Engine } from '../build/builder.ts';
import type { RunDocker } from '../build/process.ts';
import { asList, asText, type JsonObject } from '../plan/json.ts';
import { parseObject } from '../plan/parse-json.ts';
import { dockerConfigFolder } from '../registry/docker-config.ts';
import { readJson } from './read-json.ts';

type Environment = NodeJS.ProcessEnv;

const ASK_TIMEOUT_MS = 5_000;

/** The docker context in force; `default` is DOCKER_HOST or the usual socket. */
export async function dockerContextName(environment: Environment): Promise<string> {
  if (environment.DOCKER_CONTEXT) return environment.DOCKER_CONTEXT;
  if (environment.DOCKER_HOST) return 'default';
  const config = await readJson(path.join(dockerConfigFolder(environment), 'config.json'));
  return asText(config.currentContext) || 'default';
}

/** The builder selected by BUILDX_BUILDER or `docker buildx use`; undefined for the engine's own. */
export async function selectedBuilder(environment: Environment): Promise<string | undefined> {
  if (environment.BUILDX_BUILDER) return environment.BUILDX_BUILDER;
  const folder = environment.BUILDX_CONFIG || path.join(dockerConfigFolder(environment), 'buildx');
  const current = asText((await readJson(path.join(folder, 'current'))).Name) ?? '';
  return current === '' || current === 'default' ? undefined : current;
}

/**
 * Asks the engine about itself: over its socket where that is a local one (3 ms), else through `docker info` (100 ms).
 * Undefined where no engine answers.
 */
export async function askEngine(contextName: string, environment: Environment, run: RunDocker): Promise<Engine | undefined> {
  const socket = contextName === 'default' ? localSocket(environment) : undefined;
  const info = socket === undefined ? await infoFromClient(run) : await infoFromSocket(socket);
  return info === undefined ? undefined : readEngine(info, socket !== undefined);
}

function localSocket({ DOCKER_HOST }: Environment): string | undefined {
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

function infoFromSocket(socketPath: string): Promise<JsonObject | undefined> {
  return new Promise((resolve) => {
    const request = http.get({ socketPath, path: '/info', timeout: ASK_TIMEOUT_MS }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => resolve(response.statusCode === 200 ? parseObject(body) : undefined));
      response.on('error', () => resolve(undefined));
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(undefined));
  });
}

async function infoFromClient(run: RunDocker): Promise<JsonObject | undefined> {
  const result = await run(['info', '--format', '{{json .}}']);
  const info = result.code === 0 ? parseObject(result.stdout) : {};
  return asText(info.ServerVersion) ? info : undefined; // without an engine the client answers with its own half
}
