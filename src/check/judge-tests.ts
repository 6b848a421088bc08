import type { Problem } from '../plan/text/problem.ts';
import type { TestResult } from './verdict.ts';

/** What failed tests have against publishing, one each. */
export function judgeTests(results: readonly TestResult[], limitMs: number): readonly Problem[] {
  return results
    .filter(({ code }) => code !== 0)
    .map((result) => (result.inputLine === 0 ? judgeServices(result) : judgeTest(result, limitMs)));
}

function judgeTest(result: TestResult, limitMs: number): Problem {
  return {
    where: `test, line ${result.inputLine}`,
    given: result.text,
    wrong: `${describeEnd(result, limitMs)} on ${result.platform}${lastWords(result)}`,
    accepted: hintFor(result),
  };
}

/** The services around the image, which come up before the first line. */
function judgeServices(result: TestResult): Problem {
  const wrong = `did not come up with the image for ${result.platform}${lastWords(result)}`;
  return {
    where: 'test-services',
    given: result.text,
    wrong,
    accepted: 'each service has to run, and to be healthy where it has a healthcheck',
  };
}

function describeEnd({ code }: TestResult, limitMs: number): string {
  if (code === undefined) return `did not end within ${limitMs / 1000} s`;
  if (code === 137) return 'ended with status 137 (killed: often for lack of memory)';
  return `ended with status ${code}`;
}

function lastWords({ tail }: TestResult): string {
  const line = tail.at(-1)?.trim() ?? '';
  return line === '' ? ' and printed nothing' : `, its last line: ${JSON.stringify(line.slice(0, 200))}`;
}

/** @see https://docs.docker.com/engine/containers/run/#exit-status for 125 */
function hintFor({ code, tail }: TestResult): string {
  const said = tail.join('\n');
  if (code === undefined) return 'test-timeout sets the limit';
  if (code === 127 && /exec: "sh": executable file not found/.test(said))
    return 'the image has no shell: write program and arguments as a JSON list, such as ["/app", "--version"]';
  if (/exec format error/.test(said)) return 'the engine cannot run this platform: emulation: true registers an emulator';
  if (code === 125) return 'docker could not start the container';
  return 'a test passes with status 0';
}
