import { parseCommandLine } from './arguments.ts';
import type { Behaviour } from './behaviour.ts';

/** What a command that builds nothing prints, and its exit code. */
export type Answer = { readonly stdout: string; readonly stderr?: string; readonly code: number };

/** What the engine says of itself, as `GET /info` and `docker info --format '{{json .}}'` give it. */
export function engineInfo({ containerdStore }: Behaviour) {
  return {
    ID: 'fake',
    Name: 'fake',
    ServerVersion: '28.5.2',
    OSType: 'linux',
    Architecture: process.arch === 'arm64' ? 'aarch64' : 'x86_64',
    OperatingSystem: 'Debian GNU/Linux',
    Driver: containerdStore ? 'overlayfs' : 'overlay2',
    DriverStatus: containerdStore ? [['driver-type', 'io.containerd.snapshotter.v1']] : [['Backing Filesystem', 'extfs']],
  } as const;
}

/** As `GET /version` gives it. */
export const engineVersion = { Version: '28.5.2', ApiVersion: '1.51', MinAPIVersion: '1.24', Os: 'linux', Arch: 'amd64' } as const;

/** Answers commands that only ask, and takes those that only set up. */
export function answerCommand(argv: readonly string[], behaviour: Behaviour): Answer {
  const [first = '', second = ''] = argv;
  const code = Object.entries(behaviour.exitCodes).find(([words]) => argv.join(' ').startsWith(words))?.[1];
  if (code !== undefined) return { stdout: '', stderr: `ERROR: ${first} ${second} was told to fail\n`, code };
  const { last, positionals } = parseCommandLine(argv.slice(first === 'buildx' ? 2 : 1));
  switch (first === 'buildx' ? `buildx ${second}` : first) {
    case 'info':
      return say(render(last('format'), engineInfo(behaviour)));
    case 'version':
      return say(render(last('format'), { Client: { Version: '28.5.2' }, Server: engineVersion }));
    case 'buildx version':
      return say('github.com/docker/buildx 0.29.1 fake');
    case 'buildx inspect':
      return inspect(positionals[0] ?? 'default', behaviour);
    case 'buildx create':
      return create(last('name') ?? 'fake_builder', behaviour);
    case 'buildx rm':
      return remove(argv.at(-1) ?? '', behaviour);
    default:
      return { stdout: '', code: 0 };
  }
}

function say(line: string): Answer {
  return { stdout: `${line}\n`, code: 0 };
}

/** A Go template with paths alone: `{{json .DriverStatus}}`, `{{.Server.Version}}`, `{{.ServerVersion}}`. */
function render(format: string | undefined, value: object): string {
  return (format ?? '{{json .}}').replaceAll(/\{\{(json )?\.([\w.]*)\}\}/g, (_, json: string | undefined, names: string) => {
    const found = names
      .split('.')
      .filter(Boolean)
      .reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], value); // a path into plain data
    return json === undefined && typeof found === 'string' ? found : JSON.stringify(found);
  });
}

function create(name: string, { builders }: Behaviour): Answer {
  if (builders[name] === undefined) return say(name);
  const hint = 'specify the node name to make changes for existing instances';
  return { stdout: '', stderr: `ERROR: existing instance for "${name}" but no append mode, ${hint}\n`, code: 1 };
}

function remove(name: string, { builders }: Behaviour): Answer {
  return builders[name] === undefined ? notFound(name) : say(`${name} removed`);
}

function notFound(name: string): Answer {
  return { stdout: '', stderr: `ERROR: no builder "${name}" found\n`, code: 1 };
}

/** A driver of `remote+remote` has two nodes. */
function inspect(name: string, { builders }: Behaviour): Answer {
  const [driver, ...others] = builders[name]?.split('+') ?? [];
  if (driver === undefined) return notFound(name);
  const options = driver === 'docker-container' ? '\nDriver Options:   network="host"' : '';
  const nodes = [driver, ...others].map(
    (_, index) =>
      `Name:             ${name}${index}\nEndpoint:         unix:///var/run/docker.sock${options}\nStatus:           running\nPlatforms:        linux/amd64, linux/arm64`,
  );
  return say(`Name:          ${name}\nDriver:        ${driver}\n\nNodes:\n${nodes.join('\n\n')}`);
}
