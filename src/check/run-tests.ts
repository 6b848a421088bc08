import type { PlatformImage } from '../build/candidate.ts';
import { pullWhole } from '../build/load.ts';
import { DockerError, type ProcessResult } from '../build/process.ts';
import type { Checks } from '../plan/checks.ts';
import type { TestCommand } from '../plan/test-commands.ts';
import type { RunInEngine } from './run-in-engine.ts';
import { type RunningStack, type StackBench, startStack } from './stack.ts';
import { stopArguments } from './stop-stack.ts';
import { keepTail } from './tail.ts';
import type { TestResult } from './verdict.ts';

/** What tests are run with. */
export type Bench = {
  /** `127.0.0.1:5000/candidate`: where the engine pulls the candidate from, by digest. */
  readonly repository: string;
  /** The target of the bake files that makes it; '' where there are none. */
  readonly target: string;
  /** What the names of this run's containers begin with. */
  readonly name: string;
  readonly docker: RunInEngine;
  /** The services that are up while the tests run; undefined where none are wanted. */
  readonly stack: StackBench | undefined;
  /** Opens a group of the log for what tests print. */
  readonly openLog: (title: string) => { readonly write: (chunk: string) => void; readonly end: () => void };
  /** Cancels: the container that runs is removed. */
  readonly signal: AbortSignal;
  /** Milliseconds since any fixed moment. */
  readonly now: () => number;
};

/** Containers and images are removed after a cancellation too; P8 promises an end within five seconds. */
const CLEAN_UP_MS = 4_000;

/**
 * Runs every test on every platform that is to be tested, each in a container of its own, made of the very image that will be published:
 * by the digest of its platform. All are run, also after one has failed. The platforms are pulled at once, and the engine is left as it was.
 * @throws {DockerError} where the image cannot be pulled.
 */
export async function runTests(images: readonly PlatformImage[], checks: Checks, bench: Bench): Promise<readonly TestResult[]> {
  const { testPlatforms } = checks;
  const tested = images.filter(({ platform }) => testPlatforms.length === 0 || testPlatforms.includes(platform));
  const pulled = tested.map((image) => ({ image, pulling: pull(image, bench) }));
  const results: TestResult[] = [];
  try {
    // one platform after the other: an emulated one takes all the machine has
    for (const { image, pulling } of pulled) results.push(...(await testPlatform(image, pulling, { checks, bench })));
    return results;
  } finally {
    await Promise.allSettled(pulled.map(({ pulling }) => pulling));
    if (bench.stack !== undefined) await cleanUp(bench, stopArguments(bench.stack));
    const others = tested.flatMap(({ platform }) => bench.stack?.placedOn(platform) ?? []).map(({ reference }) => reference);
    await cleanUp(bench, ['image', 'rm', '--force', ...new Set([...tested.map((image) => referenceTo(image, bench)), ...others])]);
  }
}

function referenceTo({ digest }: PlatformImage, { repository }: Bench): string {
  return `${repository}@${digest}`;
}

/** Never rejects: the failure is told when its platform's turn comes. */
function pull(image: PlatformImage, bench: Bench): Promise<ProcessResult | Error> {
  const args = ['pull', '--quiet', `--platform=${image.platform}`, referenceTo(image, bench)];
  return pullWhole(() => bench.docker(args, { signal: bench.signal })).catch((error: Error) => error);
}

type Means = { readonly checks: Checks; readonly bench: Bench };

async function testPlatform(
  image: PlatformImage,
  pulling: ReturnType<typeof pull>,
  { checks, bench }: Means,
): Promise<readonly TestResult[]> {
  const { platform } = image;
  const log = bench.openLog(`Tests ${bench.target === '' ? '' : `of ${bench.target} `}on ${platform}`);
  try {
    const pulled = await pulling;
    bench.signal.throwIfAborted();
    if (pulled instanceof Error) throw pulled;
    if (pulled.code !== 0) throw new DockerError(`docker pull of the candidate for ${platform}`, pulled);
    const common = { bench, platform, reference: referenceTo(image, bench), log, limitMs: checks.testTimeoutMs };
    const { docker, signal, now } = bench;
    const stack = bench.stack && (await startStack(bench.stack, { ...common, docker, signal, now, write: log.write }));
    if (stack !== undefined && stack.start.code !== 0) return [stack.start];
    const results: TestResult[] = stack === undefined ? [] : [stack.start];
    for (const test of checks.tests) results.push(await runTest(test, { ...common, stack }));
    return results;
  } finally {
    log.end();
  }
}

type Place = {
  readonly bench: Bench;
  readonly platform: string;
  readonly reference: string;
  readonly log: ReturnType<Bench['openLog']>;
  readonly limitMs: number;
  readonly stack: RunningStack | undefined;
};

async function runTest({ inputLine, text, argv }: TestCommand, place: Place): Promise<TestResult> {
  const { bench, platform, log, limitMs } = place;
  const [program, ...args] = argv;
  const name = `${bench.name}-${platform.replaceAll('/', '-')}-${inputLine}`;
  const tail = keepTail();
  log.write(`$ ${text}\n`);
  const started = bench.now();
  const options = ['--rm', '--pull=never', `--platform=${platform}`, `--name=${name}`, `--entrypoint=${program}`];
  const command = place.stack?.runArguments(name, program, args) ?? ['run', ...options, place.reference, ...args];
  const { result, timedOut } = await withinLimit(bench, { name, limitMs }, () =>
    bench.docker(command, {
      signal: bench.signal,
      onOutput: (chunk) => {
        tail.add(chunk);
        log.write(chunk);
      },
    }),
  );
  tail.endLine(log.write);
  const durationMs = bench.now() - started;
  return { platform, text, inputLine, code: timedOut ? undefined : (result.code ?? 1), durationMs, tail: tail.lines() };
}

/**
 * Removes the container at the time limit and on cancellation. Ending docker's client would not do: it hands the signal on to the container's
 * first process, which takes no signal that it has no handler for.
 */
async function withinLimit<Value>(
  bench: Bench,
  { name, limitMs }: { readonly name: string; readonly limitMs: number },
  work: () => Promise<Value>,
): Promise<{ readonly result: Value; readonly timedOut: boolean }> {
  let timedOut = false;
  let removed: Promise<void> | undefined;
  const removal = ['rm', '--force', '--volumes', name];
  const remove = (): void => {
    removed ??= cleanUp(bench, removal);
  };
  const timer = setTimeout(() => {
    timedOut = true;
    remove();
  }, limitMs);
  bench.signal.addEventListener('abort', remove, { once: true });
  try {
    const result = await work();
    bench.signal.throwIfAborted();
    return { result, timedOut };
  } finally {
    clearTimeout(timer);
    bench.signal.removeEventListener('abort', remove);
    await removed;
    if (removed !== undefined) await cleanUp(bench, removal); // docker may have been about to create it
  }
}

/** What cannot be removed fails nothing: the image is good or not without it. */
async function cleanUp({ docker }: Bench, args: readonly string[]): Promise<void> {
  await docker(args, { signal: AbortSignal.timeout(CLEAN_UP_MS) }).catch(() => undefined);
}
