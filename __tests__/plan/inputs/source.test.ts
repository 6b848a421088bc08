import { expect, test } from '@jest/globals';
import { formatSource, type Source } from '../../../src/plan/inputs/source.ts';
import { readInputs } from '../../tools/inputs.ts';

function read(given: Readonly<Record<string, string>>, sourceFailure?: string): Source | undefined {
  return readInputs(given, { sourceFailure }).build.source;
}

test.each<[string, Source | undefined]>([
  // source, what it is
  ['', undefined],
  ['out/layout', { kind: 'path', path: 'out/layout' }],
  [' image.tar \n', { kind: 'path', path: 'image.tar' }],
  ['docker-daemon:app:dev', { kind: 'engine', reference: 'app:dev' }],
  ['docker-daemon:ghcr.io/octo/app:1', { kind: 'engine', reference: 'ghcr.io/octo/app:1' }],
])('%j is read', (text, source) => {
  expect(read({ source: text })).toEqual(source);
  expect(source === undefined ? '' : formatSource(source)).toBe(text.trim());
});

test('inputs that act on what is there may stand beside it, and so may defaults', () => {
  const beside = { platforms: 'linux/amd64', tags: 'type=release', 'max-size': '10 MB', test: 'true', 'no-cache': 'false', load: 'False' };
  expect(read({ source: 'a', ...beside })).toEqual({ kind: 'path', path: 'a' });
});

const ACCEPTED = 'write the path of an OCI layout or of its archive, or docker-daemon:name:tag.';

test.each<[Readonly<Record<string, string>>, string | undefined, string]>([
  // inputs, what the host found, message
  [{ source: 'a\nb' }, undefined, '"a" is not the only one; write one, and a step of its own for each further image.'],
  [{ source: 'a' }, 'is not there', `"a" is not there; ${ACCEPTED}`],
  [{ source: 'docker-daemon:' }, undefined, `"docker-daemon:" names no image of the engine; ${ACCEPTED}`],
  [
    { source: 'a', file: 'Dockerfile', 'build-args': 'A=1', 'no-cache': 'true', labels: 'a=b', load: 'true' },
    undefined,
    '"a" is published as it is, and nothing is done with file, build-args, no-cache, labels, load; leave these inputs out, or source.',
  ],
])('%j is refused with the other mistakes', (inputs, failure, message) => {
  expect(() => read({ ...inputs, push: 'perhaps' }, failure)).toThrow(`source: ${message}\npush: "perhaps"`);
});
