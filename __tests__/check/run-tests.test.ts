import { describe, expect, test } from '@jest/globals';
import { judgeTests } from '../../src/check/judge-tests.ts';
import type { RunInEngine } from '../../src/check/run-in-engine.ts';
import { runTests } from '../../src/check/run-tests.ts';
import type { TestResult } from '../../src/check/verdict.ts';
import { describeProblem } from '../../src/plan/text/problem.ts';
import { readChecks } from '../tools/inputs.ts';

const IMAGES = ['amd64', 'arm64'].map((machine) => ({
  platform: `linux/${machine}`,
  digest: `sha256:${machine}`,
  sizeBytes: 1,
  layers: [],
}));
const LOST = `content digest sha256:${'0'.repeat(64)}: not found`;
const ENDED = { code: 0, signal: undefined, stdout: '', stderr: '' };

const checksOf = (given: Readonly<Record<string, string>>) => {
  return readChecks({ platforms: 'linux/amd64,linux/arm64', ...given });
};

/** Runs the tests in an engine that answers as told, and gives its calls and the log too. */
async function runIn(
  given: Readonly<Record<string, string>>,
  { answer, signal = new AbortController().signal }: { readonly answer: RunInEngine; readonly signal?: AbortSignal },
) {
  const calls: string[] = [];
  let log = '';
  const write = (chunk: string) => {
    log += chunk;
  };
  const openLog = (title: string) => {
    write(`<${title}>\n`);
    return { write, end: () => write('</>\n') };
  };
  const docker: RunInEngine = (args, options) => {
    calls.push(args.join(' '));
    return answer(args, options);
  };
  const running = runTests(IMAGES, checksOf(given), {
    repository: 'here/candidate',
    target: 'web',
    name: 'run',
    docker,
    stack: undefined,
    openLog,
    signal,
    now: () => 0,
  });
  const results = await running.catch((error: unknown) => String(error));
  return { results, calls, log };
}

describe('runTests', () => {
  test('pulls each platform by its own digest, runs each command in a container, and removes the image', async () => {
    const { calls, log } = await runIn(
      { test: 'make check\n["/app", "-v"]', 'test-platforms': 'linux/arm64' },
      { answer: async () => ENDED },
    );
    expect(calls).toEqual([
      'pull --quiet --platform=linux/arm64 here/candidate@sha256:arm64',
      'run --rm --pull=never --platform=linux/arm64 --name=run-linux-arm64-1 --entrypoint=sh here/candidate@sha256:arm64 -c make check',
      'run --rm --pull=never --platform=linux/arm64 --name=run-linux-arm64-2 --entrypoint=/app here/candidate@sha256:arm64 -v',
      'image rm --force here/candidate@sha256:arm64',
    ]);
    expect(log).toBe('<Tests of web on linux/arm64>\n$ make check\n$ ["/app", "-v"]\n</>\n');
  });

  test('runs on after a failure, and keeps the last ten lines', async () => {
    const answer: RunInEngine = async ([command], { onOutput }) => {
      if (command !== 'run') return ENDED;
      for (const number of Array(12).keys()) onOutput?.(`line ${number}\n`);
      onOutput?.("\nRun 'docker run --help' for more information");
      return { ...ENDED, code: 3 };
    };
    const { results } = await runIn({ test: 'a\nb' }, { answer });
    const tail = Array.from({ length: 10 }, (_, index) => `line ${index + 2}`);
    expect(results).toMatchObject(['amd64', 'amd64', 'arm64', 'arm64'].map((machine) => ({ platform: `linux/${machine}`, code: 3, tail })));
  });

  test.each([
    "WARNING: The requested image's platform (linux/arm64) does not match the detected host platform (linux/amd64/v4) and no specific platform was requested",
    'WARNING: Your kernel does not support swap limit capabilities or the cgroup is not mounted.',
  ])('takes no word of docker’s client for the test’s: %s', async (warning) => {
    const answer: RunInEngine = async ([command], { onOutput }) => {
      if (command !== 'run') return ENDED;
      onOutput?.(`${warning}\n`);
      return { ...ENDED, code: 1 };
    };
    const { results, log } = await runIn({ test: 'a', 'test-platforms': 'linux/arm64' }, { answer });
    expect(results).toMatchObject([{ code: 1, tail: [] }]);
    expect(log).toContain(warning);
  });

  test('removes a container at the time limit', async () => {
    const { results, calls } = await runIn({ test: 'hang', 'test-platforms': 'linux/amd64', 'test-timeout': '1s' }, { answer: hanging() });
    expect(calls[2]).toBe('rm --force --volumes run-linux-amd64-1');
    expect(results).toMatchObject([{ code: undefined }]);
  });

  test('removes container and image when the run is cancelled', async () => {
    const controller = new AbortController();
    const answer = hanging(() => controller.abort(new Error('cancelled')));
    const { results, calls } = await runIn({ test: 'hang', 'test-platforms': 'linux/amd64' }, { answer, signal: controller.signal });
    expect(results).toBe('Error: cancelled');
    const removal = 'rm --force --volumes run-linux-amd64-1';
    expect(calls.slice(2)).toEqual([removal, removal, 'image rm --force here/candidate@sha256:amd64']);
  });

  test.each([
    // pulls that miss what another job removed, what comes of it
    [2, 'passed'],
    [3, `DockerError: docker pull of the candidate for linux/arm64 ended with status 1: failed to check image: ${LOST}`],
  ])('pulls again, three times at most, where the engine has lost what it had: %i', async (times, expected) => {
    let left = times;
    const answer: RunInEngine = async ([command]) => {
      if (command !== 'pull' || left === 0) return ENDED;
      left -= 1;
      return { ...ENDED, code: 1, stderr: `failed to check image: ${LOST}` };
    };
    const { results } = await runIn({ test: 'true', 'test-platforms': 'linux/arm64' }, { answer });
    expect(typeof results === 'string' ? results : 'passed').toBe(expected);
  });

  test('fails where the image cannot be pulled', async () => {
    const answer: RunInEngine = async () => ({ ...ENDED, code: 1, stderr: 'Error: no space left on device' });
    const { results } = await runIn({ test: 'a' }, { answer });
    expect(results).toBe('DockerError: docker pull of the candidate for linux/amd64 ended with status 1: Error: no space left on device');
  });
});

/** Containers run until they are removed. */
function hanging(onRun: () => void = () => undefined): RunInEngine {
  let end: () => void = () => undefined;
  return ([command]) => {
    if (command === 'rm') end();
    if (command !== 'run') return Promise.resolve(ENDED);
    setImmediate(onRun);
    return new Promise((resolve) => {
      end = () => resolve({ ...ENDED, code: 137 });
    });
  };
}

describe('judgeTests', () => {
  const result: TestResult = { platform: 'linux/arm64', text: 'make check', inputLine: 2, code: 0, durationMs: 1, tail: [] };
  const shell = 'docker: Error response from daemon: exec: "sh": executable file not found in $PATH';

  test.each<[Partial<TestResult>, string]>([
    // result, what is said after the command
    [{ code: 2 }, 'ended with status 2 on linux/arm64 and printed nothing; a test passes with status 0.'],
    [{ code: 1, tail: ['a', ' "b"'] }, 'ended with status 1 on linux/arm64, its last line: "\\"b\\""; a test passes with status 0.'],
    [{ code: undefined }, 'did not end within 600 s on linux/arm64 and printed nothing; test-timeout sets the limit.'],
    [
      { code: 137 },
      'ended with status 137 (killed: often for lack of memory) on linux/arm64 and printed nothing; a test passes with status 0.',
    ],
    [
      { code: 127, tail: [shell] },
      `ended with status 127 on linux/arm64, its last line: ${JSON.stringify(shell)}; the image has no shell: write program and arguments as a JSON list, such as ["/app", "--version"].`,
    ],
    [
      { code: 255, tail: ['exec /bin/sh: exec format error'] },
      'ended with status 255 on linux/arm64, its last line: "exec /bin/sh: exec format error"; the engine cannot run this platform: emulation: true registers an emulator.',
    ],
  ])('%j', (changes, said) => {
    const [problem] = judgeTests([result, { ...result, ...changes }], 600_000);
    expect(problem && describeProblem(problem)).toBe(`test, line 2: "make check" ${said}`);
  });
});
