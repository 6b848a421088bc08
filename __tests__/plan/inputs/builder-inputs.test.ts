import { expect, test } from '@jest/globals';
import { noticesOfBuilder } from '../../../src/plan/inputs/builder-inputs.ts';
import { readInputs } from '../../tools/inputs.ts';

const parse = (given: Readonly<Record<string, string>>) => readInputs(given).builder;

const OPTIONS: readonly (readonly [name: string, given: string])[] = [
  ['driver-opts', 'image=moby/buildkit:v0.25.0'],
  ['buildkitd-flags', '--debug'],
  ['buildkitd-config-inline', 'debug = true'],
  ['keep-state', 'true'],
];

test.each(OPTIONS)('%s is an error beside builder and with driver: docker, and fine otherwise', (name, given) => {
  expect(() => parse({ [name]: given, builder: 'mine' })).toThrow(
    `${name}: has no effect on the builder mine, which exists already; leave it out, or leave builder out`,
  );
  expect(() => parse({ [name]: given, driver: 'docker' })).toThrow(
    `${name}: has no effect with driver: docker, the engine’s own BuildKit; leave it out, or write driver: docker-container`,
  );
  for (const driver of ['auto', 'docker-container']) expect(parse({ [name]: given, driver })).toMatchObject({ driver });
});

// what is given, what is said
test.each<[Readonly<Record<string, string>>, readonly string[]]>([
  [{ 'buildkitd-config': 'a.toml' }, []],
  [{ 'buildkitd-config-inline': 'debug = true' }, []],
  [
    { 'buildkitd-config': 'a.toml', 'buildkitd-config-inline': 'debug = true' },
    ['buildkitd-config-inline: has no effect beside buildkitd-config, whose file counts; leave one of the two out'],
  ],
])('of two configurations of buildkitd the file counts, and the other one is said to be without effect: %j', (given, notices) => {
  expect(noticesOfBuilder(parse(given))).toEqual(notices);
});
