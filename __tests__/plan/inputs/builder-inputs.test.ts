import { expect, test } from '@jest/globals';
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

test('one configuration of buildkitd is enough', () => {
  expect(() => parse({ 'buildkitd-config': 'a.toml', 'buildkitd-config-inline': 'debug = true' })).toThrow(
    'buildkitd-config-inline: has no effect beside buildkitd-config; leave one of the two out',
  );
});
