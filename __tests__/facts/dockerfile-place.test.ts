import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { findDockerfile, locateFile, readPlace } from '../../src/facts/dockerfile-place.ts';
import { parseDefinition } from '../../src/plan/text/bake-definition.ts';
import type { JsonObject } from '../../src/plan/text/json.ts';

const GIT = 'https://github.com/o/a.git#1a2b';

describe('locateFile gives a path from the working folder', () => {
  test.each([
    // name, context, file, path
    ['Dockerfile', '.', '', 'Dockerfile'],
    ['Dockerfile', './services/web/', '', 'services/web/Dockerfile'],
    ['Dockerfile', GIT, '', 'Dockerfile'],
    ['Dockerfile', `${GIT}:sub`, '', 'sub/Dockerfile'],
    ['web.Dockerfile', `${GIT}:sub`, 'docker/web.Dockerfile', 'sub/docker/web.Dockerfile'],
    ['web.Dockerfile', '.', 'docker/web.Dockerfile', 'docker/web.Dockerfile'],
    ['other', '.', 'docker/web.Dockerfile', 'other'],
  ])('%s in %s with file %j is %s', (name, context, file, expected) => {
    expect(locateFile(name, { context, file })).toBe(expected);
  });
});

describe('the place of a target', () => {
  test.each([
    // what the bake files say, where its Dockerfile is
    [{ context: 'web' }, 'web/Dockerfile'],
    [{ context: 'web', dockerfile: '../docker/Dockerfile' }, 'docker/Dockerfile'],
    [{ context: 'web', dockerfile: 'cwd://docker/Dockerfile' }, 'docker/Dockerfile'],
    [{ context: `${GIT}:web`, dockerfile: 'Dockerfile' }, 'web/Dockerfile'],
    [{ dockerfile: 'docker/Dockerfile' }, 'docker/Dockerfile'],
    [{ context: 'web', dockerfile: 'Dockerfile', 'dockerfile-inline': 'FROM busybox' }, undefined],
  ])('of %j is %j', async (source, expected) => {
    expect(await findDockerfile({ file: 'Dockerfile', line: 1, endLine: 1, instruction: [] }, [placeOf(source)])).toBe(expected);
  });
});

describe('of several places', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dockerfile-place-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  for (const name of ['web', 'base']) {
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, 'Dockerfile'), `FROM busybox\r\nRUN make ${name} && \\\r\n  true\r\n`);
  }
  const places = [...['web', 'base'].map((name) => ({ context: path.join(folder, name) })), { 'dockerfile-inline': 'FROM a\nRUN make' }];
  const find = (instruction: readonly string[], endLine = 2) =>
    findDockerfile({ file: 'Dockerfile', line: 2, endLine, instruction }, places.map(placeOf));

  test('that one is taken which has the lines', async () => {
    expect(await find(['RUN make base && \\', '  true'], 3)).toBe(path.join(folder, 'base/Dockerfile'));
    expect(await find(['RUN make'])).toBeUndefined();
  });

  test('the first is, where none has them', async () => {
    expect(await find(['RUN other'])).toBe(path.join(folder, 'web/Dockerfile'));
  });
});

function placeOf(source: JsonObject) {
  const [target] = parseDefinition({ target: { web: source } }, []).targets;
  if (target === undefined) throw new Error('one target was given');
  return readPlace(target);
}
