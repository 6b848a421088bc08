import { expect, test } from '@jest/globals';
import { chooseImages } from '../../../src/plan/naming/images.ts';
import { reveal } from '../../../src/plan/text/problem.ts';
import { readImages } from '../../tools/inputs.ts';

const choose = (input: string) => chooseImages(reveal(readImages(input))).images;

// biome-ignore format: a table
test.each([
  // images                                               names
  ['',                                                    []],
  ['# none',                                              []],
  ['octo/app',                                            ['octo/app']],
  ['"octo/app"',                                          ['octo/app']],
  ['octo/a, ghcr.io/octo/b',                              ['octo/a', 'ghcr.io/octo/b']],
  ['octo/a,octo/b\nocto/c # comment',                     ['octo/a', 'octo/b', 'octo/c']],
  ['name = octo/a , enable = true\nocto/b,enable=false',  ['octo/a']],
  ['"name=octo/a,enable=true"',                           ['octo/a']],
  ['octo/a\nocto/a',                                      ['octo/a']],
  ['index.docker.io/library/nginx',                       ['index.docker.io/library/nginx']],
  ['localhost:5000/app',                                  ['localhost:5000/app']],
])('%j are the images %j', (input, names) => {
  expect(choose(input).map(({ name }) => name)).toEqual(names);
});

// biome-ignore format: a table
test.each([
  // images                       message
  ['name=',                       /^images, line 1: "name=" names no image/],
  ['enable=true',                 /^images, line 1: "enable=true" names no image/],
  ['octo/app,enable=',            /^images, line 1: "enable=" is neither true nor false/],
  ['octo/app,enabled=true',       /^images, line 1: .* has the unknown attribute enabled; did you mean enable\?/],
  ['octo/a,octo/b,enable=true',   /^images, line 1: .* names several images/],
  ['a:1\nb@c',                    /^images, line 1: .*\nimages, line 2: /],
  [',',                           /^images, line 1: "," names no image/],
  ['name=o/a,enable=false',       /^images: "o\/a" leaves no image/],
])('%j is refused', (input, message) => {
  expect(() => choose(input)).toThrow(message);
});

test('a name is completed as docker does', () => {
  expect(choose('busybox')).toEqual([{ registry: 'docker.io', path: 'library/busybox', name: 'busybox' }]);
});
