import { describe, expect, test } from '@jest/globals';
import { parseExports } from '../../../src/plan/inputs/exports.ts';

test.each([
  // line, target, --output
  ['type=local,dest=out', '', 'type=local,dest=out'],
  ['target=builder,type=local,dest=out', 'builder', 'type=local,dest=out'],
  ['type=tar, dest=out.tar ,target=builder', 'builder', 'type=tar,dest=out.tar'],
  ['type=local,"dest=a, b"', '', 'type=local,"dest=a, b"'],
  ['type=local,dest="say ""hi"""', '', 'type=local,"dest=say ""hi"""'],
  ['TYPE=oci,dest=x,tar=false', '', 'type=oci,dest=x,tar=false'],
  ['type=docker,name=app:dev', '', 'type=docker,name=app:dev'],
  ['type=image,name=app,push=false', '', 'type=image,name=app,push=false'],
  ['type=cacheonly,target=lint', 'lint', 'type=cacheonly'],
])('%s is an output', (line, target, output) => {
  expect(parseExports(line, undefined)).toEqual([{ target, output }]);
});

test('blank lines and comments are none', () => {
  expect(parseExports('\n# the package\ntype=local,dest=out\n', undefined)).toHaveLength(1);
});

describe('what is not an output of ours is refused, all lines at once', () => {
  test.each([
    // line, message
    ['dest=out', 'has no type; write type=local|tar|oci|docker|image|cacheonly with its attributes, such as type=local,dest=out.'],
    ['out', 'is not key=value; write fields such as type=local,dest=out.'],
    ['type=loca,dest=out', 'has no type that is known; did you mean local? accepted: local, tar, oci, docker, image, cacheonly.'],
    ['type=registry,name=x', 'would publish an image past all checks; write the repository into images, and leave push out'],
    ['type=image,name=x,push=true', 'would publish an image past all checks'],
    ['type=image,name=x,push=1', 'would publish an image past all checks'],
    ['type=local', 'has no dest; name a folder (local) or file, seen from the working folder, such as dest=out.'],
    ['type=tar,dest=-', 'would write into the log'],
  ])('%s', (line, message) => {
    expect(() => parseExports(`type=local,dest=fine\n${line}`, undefined)).toThrow(`exports, line 2: "${line}" ${message}`);
    expect(() => parseExports(`out\n${line}`, undefined)).toThrow(/^exports, line 1: .*\nexports, line 2: /);
  });
});
