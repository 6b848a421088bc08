import { describe, expect, test } from '@jest/globals';
import { parseStack, placeImages } from '../../../src/plan/inputs/services.ts';
import type { JsonObject } from '../../../src/plan/text/json.ts';
import { parseRepository } from '../../../src/plan/text/reference.ts';

const build = { context: '/work', dockerfile: 'Dockerfile' };
const SERVICES = {
  web: { build, image: 'ghcr.io/o/web:dev' },
  worker: { build, image: 'o/worker' },
  db: { image: 'postgres:15@sha256:abc' },
  odd: { image: 'NOT an image' },
};

/** `web=ghcr.io/o/web` is an image of target web, and `ghcr.io/o/web` the only one. Gives the services that are images: `db=web`. */
function place(images: readonly string[], services: JsonObject = SERVICES): readonly string[] {
  const standIns = images
    .map((text) => text.split('='))
    .map(([target = '', ...names]) => ({ target, repositories: names.map((name) => parseRepository(name)) }));
  return placeImages(parseStack({ services }), standIns).flatMap(({ name, target }) => (target === undefined ? [] : [`${name}=${target}`]));
}

describe('services are', () => {
  test.each<readonly [readonly string[], readonly string[]]>([
    // images, services that are one
    [['=ghcr.io/o/web'], ['web=']],
    [['=docker.io/o/x=ghcr.io/o/web'], ['web=']],
    [['=library/postgres'], ['db=']],
    [['worker=ghcr.io/o/other'], ['worker=worker']],
    [['db=o/db'], ['db=db']],
    [['api=ghcr.io/o/api'], []],
    [['api=ghcr.io/o/web', 'web=ghcr.io/o/other'], ['web=api']],
    [
      ['web=ghcr.io/o/web', 'worker=ghcr.io/o/web'],
      ['web=web', 'worker=worker'],
    ],
  ])('of %j: %j', (images, services) => {
    expect(place(images)).toEqual(services);
  });

  test('of an only image all that are built, where they are built of the same', () => {
    expect(place(['=o/app'], { web: { build }, worker: { build }, db: { image: 'postgres' } })).toEqual(['web=', 'worker=']);
    expect(place(['=o/app'], { db: { image: 'postgres' } })).toEqual([]);
  });
});

describe('services cannot be placed', () => {
  test('where they are built of different things, and none is said to be the image', () => {
    expect(() => place(['=o/app'], { web: { build }, proxy: { build: { context: '/proxy' } } })).toThrow(
      'test-services: "web, proxy" are built of different things, and none of them has an image that images names; give the service under test the image',
    );
  });

  test('where they would have to be built beside the image', () => {
    const others = { ...SERVICES, proxy: { build: { context: '/proxy' } }, queue: { build: { context: '/queue' } } };
    expect(() => place(['=ghcr.io/o/web'], others)).toThrow(
      'test-services: "proxy, queue" would have to be built, and this step builds only its own images; give each an image that can be pulled',
    );
  });

  test('where two images share the repository of one', () => {
    expect(() => place(['api=ghcr.io/o/web', 'admin=ghcr.io/o/web'])).toThrow(
      'test-services: "web" has the image of api and of admin; call it like the target that it is.',
    );
  });
});

test('a stack without services is refused', () => {
  expect(() => parseStack({ services: {} })).toThrow('test-services: bring no service up; write at least one');
});
