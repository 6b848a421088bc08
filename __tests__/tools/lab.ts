import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** What lab/up exports; lab/README.md says more about each. */
export type Lab = {
  /** The environment of this process with the lab's exports: what docker and the step are to run in. */
  readonly env: Readonly<Record<string, string>>;
  /** Registries as `host:port`: open, with a password, with TLS (private authority) and a password, Docker Hub's stand-in. */
  readonly open: string;
  readonly auth: string;
  readonly tls: string;
  readonly hub: string;
  /** Further open registries, as many as TAGBOAT_LAB_EXTRA asked for. */
  readonly extra: readonly string[];
  /** The registry of go-containerregistry; undefined unless TAGBOAT_LAB_SERVERS=1, and where the lab's suite has no crane. */
  readonly crane: string | undefined;
  readonly user: string;
  readonly password: string;
  /** The certificate of the private authority, in PEM. */
  readonly caFile: string;
  /** Engines as values of DOCKER_HOST, and their BuildKits as endpoints of buildx's remote driver. */
  readonly engineA: string;
  readonly buildkitA: string;
  /** Undefined where the lab uses an engine that was there already, unless TAGBOAT_LAB_SECOND=1. */
  readonly engineB: string | undefined;
  readonly buildkitB: string | undefined;
};

const LAB_UP = fileURLToPath(new URL('../../lab/up', import.meta.url));

/**
 * Brings the lab up, or finds it up, which takes a fraction of a second; it is never taken down by tests. May be called from several processes
 * at once: lab/up takes a lock.
 * @param settings environment variables for lab/up, such as TAGBOAT_LAB_EXTRA.
 * @throws with what lab/up said where it does not come up.
 */
export async function startLab(settings: Readonly<Record<string, string>> = {}): Promise<Lab> {
  const { stdout } = await promisify(execFile)('bash', ['-c', PRINT_ENVIRONMENT, LAB_UP], {
    env: { ...process.env, ...settings },
    maxBuffer: 2 ** 24,
  });
  return parseLab(stdout);
}

/** The same, with lab/up's progress on standard error for a person to watch. Undefined where it does not come up: lab/up has said why. */
export async function startLabInSight(): Promise<Lab | undefined> {
  const child = spawn('bash', ['-c', PRINT_ENVIRONMENT, LAB_UP], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [printed, status] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return status[0] === 0 ? parseLab(printed) : undefined;
}

// bash itself reads the exports (they extend PATH) and prints the outcome, so nothing here depends on how lab/up quotes.
const PRINT_ENVIRONMENT = 'exports=$("$0") && eval "$exports" && env -0';

const parseLab = (printed: string): Lab => readLab(Object.fromEntries(printed.split('\0').filter(Boolean).map(splitVariable)));

/** The lab's environment with a docker configuration in that folder: buildx is there, logins and builders are not, nor others' to come. */
export async function withoutLogins({ env }: Lab, folder: string): Promise<Readonly<Record<string, string>>> {
  await mkdir(folder, { recursive: true });
  await cp(join(env.DOCKER_CONFIG ?? '', 'cli-plugins'), join(folder, 'cli-plugins'), { recursive: true, verbatimSymlinks: true });
  return { ...env, DOCKER_CONFIG: folder };
}

function splitVariable(line: string): readonly [string, string] {
  const end = line.indexOf('=');
  return [line.slice(0, end), line.slice(end + 1)];
}

function readLab(env: Readonly<Record<string, string>>): Lab {
  const required = (name: string): string => {
    const value = env[`TAGBOAT_LAB_${name}`];
    if (value === undefined) throw new Error(`lab/up did not export TAGBOAT_LAB_${name}`);
    return value;
  };
  return {
    env,
    open: required('OPEN'),
    auth: required('AUTH'),
    tls: required('TLS'),
    hub: required('HUB'),
    extra: Array.from({ length: 10 }, (_, index) => env[`TAGBOAT_LAB_EXTRA_${index + 1}`]).filter((registry) => registry !== undefined),
    crane: env.TAGBOAT_LAB_CRANE,
    user: required('USER'),
    password: required('PASS'),
    caFile: required('CA'),
    engineA: required('ENGINE_A'),
    buildkitA: required('BUILDKIT_A'),
    engineB: env.TAGBOAT_LAB_ENGINE_B,
    buildkitB: env.TAGBOAT_LAB_BUILDKIT_B,
  };
}
