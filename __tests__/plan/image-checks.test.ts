import { describe, expect, test } from '@jest/globals';
import { checksFor, findIdleGates } from '../../src/plan/image-checks.ts';
import { parseDefinition } from '../../src/plan/text/bake-definition.ts';
import { parsePlatform } from '../../src/plan/text/platform.ts';
import { describeProblem } from '../../src/plan/text/problem.ts';
import { readChecks } from '../tools/inputs.ts';

const BOTH = ['linux/amd64', 'linux/arm64'];
const bake = parseDefinition(
  { target: { app: { tags: ['o/app'], platforms: BOTH }, base: { tags: ['o/base'], platforms: ['linux/amd64'] } } },
  [],
  ['docs'],
);

/** The gates of images such as `base=linux/amd64`, and what is said of those that hold for nothing. */
function assign(given: Readonly<Record<string, string>>, images: readonly string[], services?: readonly string[]) {
  const placed = services?.map((text) => text.split('=')).map(([name = '', target]) => ({ name, target }));
  const gates = { checks: readChecks(given, bake), services: placed };
  const checked = images.map((text) => {
    const [target = '', ...platforms] = text.split('=');
    const image = { target, platforms: platforms.map((platform) => parsePlatform(platform)) };
    return { ...image, checks: checksFor(image, gates) };
  });
  return { checked, said: findIdleGates(checked, gates).map(describeProblem) };
}

const APP = 'app=linux/amd64=linux/arm64';
const BASE = 'base=linux/amd64';

test('an image has the gates for all and its own, on its platforms', () => {
  const given = { test: 'true\nbase: false', 'test-platforms': BOTH.join(), 'max-size': '1 GB\nlinux/arm64=1 MB\nbase=2 MB' };
  const { checked, said } = assign(given, [APP, BASE, 'own']);
  expect(checked.map(({ checks }) => [checks.tests.length, checks.testPlatforms, checks.maxSizes.map(({ limit }) => limit.text)])).toEqual([
    [1, BOTH, ['1 GB', '1 MB']],
    [2, ['linux/amd64'], ['2 MB']],
    [1, BOTH, ['1 GB', '1 MB']],
  ]);
  expect(said).toEqual([]);
});

describe('a gate that holds for nothing is told:', () => {
  test.each<readonly [Readonly<Record<string, string>>, readonly string[], readonly string[] | undefined, readonly string[]]>([
    // inputs, images, services, what is said
    [
      { test: 'base: exit 1', 'test-platforms': 'linux/arm64' },
      [APP, BASE],
      undefined,
      [
        'test-platforms: "linux/arm64" leaves nothing of target base to be tested; it is for linux/amd64: name one of these too, or write tests for other targets alone (target: command).',
      ],
    ],
    [{ test: 'app: exit 1', 'test-platforms': 'linux/arm64' }, [APP, BASE], undefined, []],
    [
      { 'test-platforms': 'linux/arm64' },
      [APP, BASE],
      ['web=base'],
      [expect.stringContaining('leaves nothing of target base') as unknown as string],
    ],
    [{ test: 'true', 'test-platforms': BOTH.join() }, [BASE, 'own'], undefined, []],
    [{ 'max-size': 'linux/arm64=1 kB' }, [BASE], undefined, []],
    [
      {},
      [BASE],
      ['db', 'web'],
      [
        'test-services: "db, web" are not images of this run, and nothing is tested; give the service that is one its image (image: in the compose file), or write a test.',
      ],
    ],
    [
      { test: 'true\ndocs: true', 'max-size': '1 kB', 'max-growth': '1%' },
      [],
      ['db'],
      ['test', 'test-services', 'max-size', 'max-growth'].map(
        (where) => `${where}: is for no image, since this run makes none; name one in images, or leave it out.`,
      ),
    ],
    [{ test: 'docs: true', 'max-size': 'docs=1 kB' }, [], undefined, []],
    [{ test: 'docs: true' }, [BASE], undefined, []],
  ])('%j of %j', (given, images, services, said) => {
    expect(assign(given, images, services).said).toEqual(said);
  });
});
