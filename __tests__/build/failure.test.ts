import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { BuildError, buildError, describeBuildFailure, parseBuildFailure } from '../../src/build/failure.ts';

/** What buildx 0.29 printed for a broken Dockerfile. */
const recorded = (name: string): string =>
  readFileSync(path.resolve(import.meta.dirname, `../fixtures/build-failures/${name}.txt`), 'utf8');

describe('parseBuildFailure finds the line', () => {
  test.each([
    // recorded, file, lines, platform, the last line that the instruction printed
    ['run', 'Dockerfile', [6, 7], undefined, 'boom'],
    ['two-platforms', 'Dockerfile', [6, 7], 'linux/amd64', 'boom'],
    ['heredoc', 'D.h', [2, 6], undefined, 'a'],
    ['killed', 'D.k', [2, 2], undefined, 'line 40'],
    ['warning', 'D.w', [3, 3], undefined, undefined],
    ['copy', 'Dockerfile.copy', [2, 2], undefined, undefined],
    ['syntax', 'Dockerfile.syntax', [2, 2], undefined, undefined],
    ['from', 'Dockerfile.from', [1, 1], undefined, undefined],
    ['bake', 'Dockerfile', [2, 2], 'linux/arm64', '/base: line 1: base: not found'],
  ])('of %s', (name, file, lines, platform, last) => {
    const failure = parseBuildFailure(recorded(name));
    expect({ ...failure, lines: [failure?.line, failure?.endLine], last: failure?.output.at(-1) }).toMatchObject({
      file,
      lines,
      platform,
      last,
    });
  });

  test('and the output, where buildx leaves the block of the failed step out', () => {
    const whole = recorded('bake');
    const start = whole.lastIndexOf('------\n > [');
    const cut = whole.slice(0, start) + whole.slice(whole.indexOf('Dockerfile:2\n', start));
    expect(parseBuildFailure(cut)).toEqual(parseBuildFailure(whole));
  });

  test('and the output of the target that is told of, where two fail', () => {
    expect(parseBuildFailure(recorded('two-targets'))).toMatchObject({
      target: 'b',
      instruction: ['RUN echo from-b; sleep 0.3; exit 4'],
      output: ['from-b'],
    });
  });

  test('and the output of that target also where both fail of the same', () => {
    const same = recorded('two-targets')
      .replaceAll('exit code: 4', 'exit code: 3')
      .replaceAll(/echo from-[ab]; sleep 0.3; exit \d/g, 'cat /x');
    expect(parseBuildFailure(same)).toMatchObject({ target: 'b', output: ['from-b'] });
  });

  test('in a text with Windows line ends', () => {
    expect(parseBuildFailure(recorded('run').replaceAll('\n', '\r\n'))).toEqual(parseBuildFailure(recorded('run')));
  });

  test('but not where buildx names none', () => {
    expect(parseBuildFailure(recorded('no-target'))).toBeUndefined();
    expect(parseBuildFailure('')).toBeUndefined();
  });

  test('nor where it is one of the bake file that we wrote', () => {
    const ours = recorded('run').replaceAll('Dockerfile:6', '/tmp/tagboat-1/build/bake.json:1');
    expect(parseBuildFailure(ours)).toBeUndefined();
  });

  test('in a megabyte of output', () => {
    const noise = `#5 0.1 ${'x'.repeat(500)}:7\n--------------------\n > [a]:\n`.repeat(2000);
    expect(parseBuildFailure(noise + recorded('run'))).toMatchObject({ line: 6 });
  });
});

describe('describeBuildFailure says what happened', () => {
  test.each([
    // recorded, sentence
    ['run', 'RUN echo hello; echo boom >&2; \\ exit 3 ended with exit code 3'],
    ['two-platforms', 'RUN echo hello; echo boom >&2; \\ exit 3 ended with exit code 3 (linux/amd64)'],
    ['killed', 'RUN for i in $(seq 1 40); do echo line $i; done; exit 137 was killed with exit code 137, often for lack of memory'],
    ['copy', 'COPY nothere /x: /nothere is not in the build context, or .dockerignore leaves it out'],
    ['syntax', 'RUNN foo: dockerfile parse error on line 2: unknown instruction: RUNN (did you mean RUN?)'],
  ])('for %s', (name, sentence) => {
    const failure = parseBuildFailure(recorded(name));
    expect(failure && describeBuildFailure(failure)).toBe(sentence);
  });
});

describe('buildError', () => {
  const result = { code: 1, signal: undefined, stdout: '' };
  const build = { context: 'app', file: '' };
  const WHAT = 'docker buildx build';

  test('finds the file of the target that failed', async () => {
    const placesOf = (target: string | undefined) => [{ context: target ?? '', file: `${target}/Dockerfile` }];
    const error = await buildError('docker buildx bake', { ...result, stderr: recorded('bake') }, placesOf);
    expect(error.message.split('\n')[0]).toBe(
      'web/Dockerfile:2: RUN cat /base && echo web > /web ended with exit code 127 (target web, linux/arm64)',
    );
  });

  test('names a line of a Dockerfile that is not a file, which is not a place to point at', async () => {
    const error = await buildError(WHAT, { ...result, stderr: recorded('run') }, () => [{ ...build, inline: 'FROM busybox' }]);
    expect(error.message).toMatch(/^dockerfile-inline, line 6: RUN echo hello;/);
    expect(error).toMatchObject({ place: undefined });
  });

  test('names the place and ends with the last lines of output', async () => {
    const error = await buildError(WHAT, { ...result, stderr: recorded('killed') }, () => [build]);
    expect(error).toBeInstanceOf(BuildError);
    expect(error).toMatchObject({ place: { file: 'app/D.k', line: 2, endLine: 2 } });
    expect(error.message.split('\n')).toEqual([expect.stringMatching(/^app\/D\.k:2: RUN for/), ...shownLines()]);
  });

  test('gives the last words where there is no line', async () => {
    expect((await buildError(WHAT, { ...result, stderr: recorded('no-target') }, () => [build])).message).toBe(
      'docker buildx build ended with status 1: failed to build: failed to solve: target stage "nope" could not be found',
    );
  });

  function shownLines(): readonly string[] {
    return Array.from({ length: 10 }, (_, index) => `line ${index + 31}`);
  }
});
