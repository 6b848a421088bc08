import { pullWhole } from '../build/load.ts';
import { stopArguments } from '../host/compose-project.ts';
import { DockerError, type ProcessResult } from '../host/process.ts';
import type { PlatformImage } from '../oci/candidate.ts';
import type { Checks } from '../plan/inputs/checks.ts';
import type { TestCommand } from '../plan/inputs/test-commands.ts';
import type { RunInEngine } from './run-in-engine.ts';
import { type RunningStack, type StackEnvironment, startStack } from './stack.ts';
import { keepTail } from './tail.ts';
import type { TestResult } from './verdict.ts';

/** What tests are run with. */
export type TestEnvironment = {
  /** `127.0.0.1:5000/candidate`: where the engine pulls the candidate from, by digest. */
  readonly repository: string;
  /** The target of the bake files that makes it; '' where there are none. */
  readonly target: string;
  /** What the names of this run's containers begin with. */
  readonly name: string;
  readonly docker: RunInEngine;
  /** The services that are up while the tests run; undefined where none are wanted. */
  readonly stack: StackEnvironment | undefined;
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
export async function runTests(
  images: readonly PlatformImage[],
  checks: Checks,
  testEnvironment: TestEnvironment,
): Promise<readonly TestResult[]> {
  const { testPlatforms } = checks;
  const tested = images.filter(({ platform }) => testPlatforms.length === 0 || testPlatforms.includes(platform));
  const pulled = tested.map((image) => ({ image, pulling: pull(image, testEnvironment) }));
  const results: TestResult[] = [];
  try {
    // one platform after the other: an emulated one takes all the machine has
    for (const { image, pulling } of pulled) results.push(...(await testPlatform(image, pulling, { checks, testEnvironment })));
    return results;
  } finally {
    await Promise.allSettled(pulled.map(({ pulling }) => pulling));
    if (testEnvironment.stack !== undefined) await cleanUp(testEnvironment, stopArguments(testEnvironment.stack));
    const others = tested.flatMap(({ platform }) => testEnvironment.stack?.placedOn(platform) ?? []).map(({ reference }) => reference);
    await cleanUp(testEnvironment, [
      'image',
      'rm',
      '--force',
      ...new Set([...tested.map((image) => referenceTo(image, testEnvironment)), ...others]),
    ]);
  }
}

function referenceTo({ digest }: PlatformImage, { repository }: TestEnvironment): string {
  return `${repository}@${digest}`;
}

/** Never rejects: the failure is reported when its platform's turn comes. */
function pull(image: PlatformImage, testEnvironment: TestEnvironment): Promise<ProcessResult | Error> {
  const args = ['pull', '--quiet', `--platform=${image.platform}`, referenceTo(image, testEnvironment)];
  return pullWhole(() => testEnvironment.docker(args, { signal: testEnvironment.signal })).catch((error: Error) => error);
}

type RunTestsOptions = { readonly checks: Checks; readonly testEnvironment: TestEnvironment };

async function testPlatform(
  image: PlatformImage,
  pulling: ReturnType<typeof pull>,
  { checks, testEnvironment }: RunTestsOptions,
): Promise<readonly TestResult[]> {
  const { platform } = image;
  const log = testEnvironment.openLog(`Tests ${testEnvironment.target === '' ? '' : `of ${testEnvironment.target} `}on ${platform}`);
  try {
    const pulled = await pulling;
    testEnvironment.signal.throwIfAborted();
    if (pulled instanceof Error) throw pulled;
    if (pulled.code !== 0) throw new DockerError(`docker pull of the candidate for ${platform}`, pulled);
    const common = { testEnvironment, platform, reference: referenceTo(image, testEnvironment), log, limitMs: checks.testTimeoutMs };
    const { docker, signal, now } = testEnvironment;
    const stack = testEnvironment.stack && (await startStack(testEnvironment.stack, { ...common, docker, signal, now, write: log.write }));
    if (stack !== undefined && stack.start.code !== 0) return [stack.start];
    const results: TestResult[] = stack === undefined ? [] : [stack.start];
    for (const test of checks.tests) results.push(await runTest(test, { ...common, stack }));
    return results;
  } finally {
    log.end();
  }
}

type TestStackOptions = {
  readonly testEnvironment: TestEnvironment;
  readonly platform: string;
  readonly reference: string;
  readonly log: ReturnType<TestEnvironment['openLog']>;
  readonly limitMs: number;
  readonly stack: RunningStack | undefined;
};

async function runTest({ inputLine, text, argv }: TestCommand, place: TestStackOptions): Promise<TestResult> {
  const { testEnvironment, platform, log, limitMs } = place;
  const [program, ...args] = argv;
  const name = `${testEnvironment.name}-${platform.replaceAll('/', '-')}-${inputLine}`;
  const tail = keepTail();
  log.write(`$ ${text}\n`);
  const started = testEnvironment.now();
  const options = ['--rm', '--pull=never', `--platform=${platform}`, `--name=${name}`, `--entrypoint=${program}`];
  const command = place.stack?.runArguments(name, program, args) ?? ['run', ...options, place.reference, ...args];
  const { result, timedOut } = await withinLimit(testEnvironment, { name, limitMs }, () =>
    testEnvironment.docker(command, {
      signal: testEnvironment.signal,
      onOutput: (chunk) => {
        tail.add(chunk);
        log.write(chunk);
      },
    }),
  );
  tail.endLine(log.write);
  const durationMs = testEnvironment.now() - started;
  return { platform, text, inputLine, code: timedOut ? undefined : (result.code ?? 1), durationMs, tail: tail.lines() };
}

/**
 * Removes the container at the time limit and on cancellation. Ending docker's client would not do: it hands the signal on to the container's
 * first process, which takes no signal that it has no handler for.
 */
async function withinLimit<Value>(
  testEnvironment: TestEnvironment,
  { name, limitMs }: { readonly name: string; readonly limitMs: number },
  work: () => Promise<Value>,
): Promise<{ readonly result: Value; readonly timedOut: boolean }> {
  let timedOut = false;
  let removed: Promise<void> | undefined;
  const removal = ['rm', '--force', '--volumes', name];
  const remove = (): void => {
    removed ??= cleanUp(testEnvironment, removal);
  };
  const timer = setTimeout(() => {
    timedOut = true;
    remove();
  }, limitMs);
  testEnvironment.signal.addEventListener('abort', remove, { once: true });
  try {
    const result = await work();
    testEnvironment.signal.throwIfAborted();
    return { result, timedOut };
  } finally {
    clearTimeout(timer);
    testEnvironment.signal.removeEventListener('abort', remove);
    await removed;
    if (removed !== undefined) await cleanUp(testEnvironment, removal); // docker may have been about to create it
  }
}

/** What cannot be removed fails nothing: the image is good or not without it. */
async function cleanUp({ docker }: TestEnvironment, args: readonly string[]): Promise<void> {
  await docker(args, { signal: AbortSignal.timeout(CLEAN_UP_MS) }).catch(() => undefined);
}
