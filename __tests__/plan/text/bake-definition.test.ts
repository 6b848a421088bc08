import { describe, expect, test } from '@jest/globals';
import { parseDefinition, plainText, templateOf, withBases } from '../../../src/plan/text/bake-definition.ts';
import { formatPlatform } from '../../../src/plan/text/platform.ts';

const printed = {
  group: { default: { targets: ['services', 'base'] }, services: { targets: ['web', 'api'] } },
  target: {
    api: { context: 'api', contexts: { base: 'target:base', other: 'docker-image://busybox' } },
    base: { context: '.', output: [{ type: 'cacheonly' }] },
    web: { contexts: { base: 'target:base' }, platforms: ['linux/amd64', 'linux/arm64/v8'], tags: ['o/web:$${x}', 'o/web'] },
    worker: { contexts: { web: 'target:web' } },
  },
};

describe('what bake prints', () => {
  const definition = parseDefinition(printed, ['docker-bake.hcl'], ['docs', 'web']);
  const { targets, selected, known } = definition;

  test('gives the targets of the groups, each once', () => {
    expect(selected).toEqual(['web', 'api', 'base']);
  });

  test('and the names of those that are not built', () => {
    expect(known).toEqual(['api', 'base', 'web', 'worker', 'docs']);
  });

  test('gives each target’s platforms, tags, outputs and bases', () => {
    expect(targets).toMatchObject([
      { name: 'api', platforms: [], tags: [], outputs: [], basedOn: ['base'] },
      { name: 'base', outputs: [{ type: 'cacheonly' }], basedOn: [] },
      { name: 'web', platforms: [{ os: 'linux', architecture: 'amd64' }, { architecture: 'arm64' }], tags: ['o/web:${x}', 'o/web'] },
      { name: 'worker', basedOn: ['web'] },
    ]);
  });

  test('may have several platforms in one text, as buildx reads them', () => {
    const [target] = parseDefinition({ target: { web: { platforms: ['linux/amd64, linux/arm64', 'linux/s390x'] } } }, []).targets;
    expect(target?.platforms.map(formatPlatform)).toEqual(['linux/amd64', 'linux/arm64', 'linux/s390x']);
  });

  test('says what else is built for a target', () => {
    expect(withBases(definition, ['worker']).map(({ name }) => name)).toEqual(['base', 'web', 'worker']);
  });

  test('is refused where a platform is none', () => {
    expect(() => parseDefinition({ target: { web: { platforms: ['amd64'] } } }, [])).toThrow(
      'bake-files, platforms of target web: "amd64" is not a platform',
    );
  });

  test('ends where targets build on each other', () => {
    const ring = parseDefinition({ target: { a: { contexts: { b: 'target:b' } }, b: { contexts: { a: 'target:a' } } } }, []);
    expect(withBases(ring, ['a']).map(({ name }) => name)).toEqual(['a', 'b']);
  });
});

test.each([['plain'], ['${x} and %{if}'], ['$${x}'], ['$$$ %% {}'], ['a\n"b"']])('%j means itself as a template', (text) => {
  expect(plainText(templateOf(text))).toBe(text);
});
