import { describe, expect, test } from '@jest/globals';
import { parseRepository } from '../../src/plan/reference.ts';
import { findTested, readStack } from '../../src/plan/services.ts';

const build = { context: '/work', dockerfile: 'Dockerfile' };
const STACK = readStack({
  services: {
    web: { build, image: 'ghcr.io/o/web:dev' },
    worker: { build },
    proxy: { build: { context: '/work/proxy' } },
    db: { image: 'postgres:15@sha256:abc' },
    odd: { image: 'NOT an image' },
  },
});
const find = (target: string, images: readonly string[], stack = STACK) =>
  findTested(stack, { target, repositories: images.map((image) => parseRepository(image)) });

describe('the services that are the image', () => {
  test.each([
    // target, images, services
    ['', ['ghcr.io/o/web'], ['web']],
    ['', ['docker.io/o/x', 'ghcr.io/o/web'], ['web']],
    ['worker', ['ghcr.io/o/other'], ['worker']],
    ['proxy', [], ['proxy']],
    ['api', ['ghcr.io/o/api'], []],
    ['', ['library/postgres'], ['db']],
  ])('of target %j as %j are %j', (target, images, services) => {
    expect(find(target, images)).toEqual(services);
  });

  test('of an only image are all that are built, where they are built of the same', () => {
    const twins = readStack({ services: { web: { build }, worker: { build }, db: { image: 'postgres' } } });
    expect(find('', ['o/app'], twins)).toEqual(['web', 'worker']);
    expect(find('', ['o/app'], readStack({ services: { db: { image: 'postgres' } } }))).toEqual([]);
  });

  test('cannot be told where they are built of different things', () => {
    expect(() => find('', ['o/app'])).toThrow(
      'test-services: "web, worker, proxy" are built of different things, and none of them has an image that images names; give the service under test the image',
    );
  });
});
