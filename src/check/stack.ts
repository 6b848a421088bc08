import type { Stack } from '../plan/inputs/services.ts';
import type { RunInEngine } from './run-in-engine.ts';
import { LONE_SERVICE, makeStackFile, type Placed } from './stack-file.ts';
import { keepTail } from './tail.ts';
import type { TestResult } from './verdict.ts';

/** What the services around the image are run with. */
export type StackEnvironment = {
  readonly stack: Stack;
  /** Of the compose project, and so of its containers and networks. */
  readonly name: string;
  /** The services that are the image under test; empty where it stands beside them. */
  readonly tested: readonly string[];
  /** All images of the run in the place of services, as far as they are for that platform. */
  readonly placedOn: (platform: string) => readonly Placed[];
  /** Writes a private file, and gives its path. */
  readonly writeFile: (name: string, content: string) => Promise<string>;
};

/** A stack that is up, or was tried to be. */
export type RunningStack = {
  /** How it came up, as the first test. */
  readonly start: TestResult;
  /** The arguments of docker that run a command in the place of the service under test. */
  readonly runArguments: (name: string, program: string, args: readonly string[]) => readonly string[];
};

type StackOptions = {
  readonly platform: string;
  /** The image under test, by digest. */
  readonly reference: string;
  readonly docker: RunInEngine;
  readonly signal: AbortSignal;
  readonly write: (chunk: string) => void;
  readonly limitMs: number;
  readonly now: () => number;
};

/** Brings the services up, with the images of this platform in their places; those that did not change from the platform before run on. */
export async function startStack(testEnvironment: StackEnvironment, place: StackOptions): Promise<RunningStack> {
  const { platform, reference, docker, signal, write, limitMs, now } = place;
  const [service = LONE_SERVICE] = testEnvironment.tested;
  const lone = service === LONE_SERVICE ? reference : undefined;
  const content = makeStackFile(testEnvironment.stack, testEnvironment.placedOn(platform), { platform, lone });
  const file = await testEnvironment.writeFile(`stack-${platform.replaceAll('/', '-')}.json`, JSON.stringify(content));
  const compose = ['compose', '--progress=plain', `--project-name=${testEnvironment.name}`, `--file=${file}`];
  const names = testEnvironment.stack.services.map(({ name }) => name);
  const tail = keepTail();
  const onOutput = (chunk: string): void => {
    tail.add(chunk);
    write(chunk);
  };
  write(`$ docker compose up ${names.join(' ')}\n`);
  const started = now();
  const limit = Math.ceil(limitMs / 1000);
  const result = await docker(
    [...compose, 'up', '--detach', '--wait', `--wait-timeout=${limit}`, '--quiet-pull', '--no-build', '--no-color'],
    {
      signal,
      onOutput,
    },
  );
  signal.throwIfAborted();
  if (result.code !== 0) await docker([...compose, 'logs', '--no-color', '--tail=10'], { signal, onOutput });
  tail.endLine(write);
  return {
    start: {
      platform,
      text: `docker compose up ${names.join(' ')}`,
      inputLine: 0,
      code: result.code ?? 1,
      durationMs: now() - started,
      tail: tail.lines(),
    },
    runArguments: (name, program, args) => [
      ...compose,
      'run',
      '--rm',
      '--no-deps',
      '--no-TTY',
      '--interactive=false',
      `--name=${name}`,
      `--entrypoint=${program}`,
      service,
      ...args,
    ],
  };
}
