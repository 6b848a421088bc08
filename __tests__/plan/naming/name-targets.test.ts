import { describe, expect, test } from '@jest/globals';
import { loadLibraries } from '../../../src/facts/load-libraries.ts';
import { makeContext } from '../../../src/plan/naming/make-context.ts';
import { parseTargetNamings } from '../../../src/plan/naming/name-targets.ts';
import { type BakeDefinition, parseDefinition, type UnreadBake } from '../../../src/plan/text/bake-definition.ts';
import { formatPlatform } from '../../../src/plan/text/platform.ts';
import { ProblemError } from '../../../src/plan/text/problem.ts';
import { formatRepository } from '../../../src/plan/text/reference.ts';
import { readImages } from '../../tools/inputs.ts';
import { type GivenNaming, makeFacts, NO_INPUTS } from '../../tools/naming.ts';

const PRINTED = {
  group: { default: { targets: ['web', 'api', 'lint'] } },
  target: {
    base: { context: 'base' },
    web: { contexts: { base: 'target:base' }, tags: ['ghcr.io/o/web:stable', 'ghcr.io/o/web:edge', 'quay.io/o/web'] },
    api: { contexts: { base: 'target:base' }, platforms: ['linux/arm64'], tags: ['o/api:2.0.0'] },
    lint: { output: [{ type: 'cacheonly' }] },
  },
};
const DEFINITION = parseDefinition(PRINTED, []);

/** Target to `repository:tag` texts. */
async function name(given: Partial<GivenNaming>, ref = 'refs/tags/v1.2.3', definition: BakeDefinition | UnreadBake = DEFINITION) {
  const inputs = { ...NO_INPUTS, ...given, images: readImages(given.images ?? '', definition) };
  const namings = parseTargetNamings(inputs, await loadLibraries(inputs), definition)(makeContext(makeFacts(ref)));
  const entries = namings.map(({ target, naming }) => [
    target,
    naming.tags.flatMap(({ name: tag, only }) =>
      only === undefined ? naming.images.map((image) => `${image.name}:${tag}`) : [`${formatRepository(only)}:${tag}`],
    ),
  ]);
  return Object.fromEntries(entries) as Readonly<Record<string, readonly string[]>>; // pairs of the two
}

describe('without inputs', () => {
  test('selected targets with tags are published under them, and others are not', async () => {
    expect(await name({})).toEqual({
      web: ['ghcr.io/o/web:stable', 'ghcr.io/o/web:edge', 'quay.io/o/web:latest'],
      api: ['o/api:2.0.0'].map((tag) => `docker.io/${tag}`),
    });
  });
});

describe('rules', () => {
  test('name the tags in the repositories of the file', async () => {
    expect(await name({ tags: 'type=semver,pattern={{version}}', flavor: 'latest=false' })).toEqual({
      web: ['ghcr.io/o/web:1.2.3', 'quay.io/o/web:1.2.3'],
      api: ['o/api:1.2.3'],
    });
  });

  test('may be for one target, and the file’s tags of the other stand', async () => {
    expect(await name({ tags: 'type=raw,value=x,target=web' })).toMatchObject({
      web: ['ghcr.io/o/web:x', 'quay.io/o/web:x'],
      api: ['docker.io/o/api:2.0.0'],
    });
  });
});

describe('images', () => {
  test('name a target, a base too, in place of its file', async () => {
    expect(await name({ images: 'base=ghcr.io/o/base\nweb=ghcr.io/o/other\nweb=quay.io/o/other', tags: 'type=raw,value=x' })).toEqual({
      base: ['ghcr.io/o/base:x'],
      web: ['ghcr.io/o/other:x', 'quay.io/o/other:x'],
      api: ['o/api:x'],
    });
  });

  test('that are all switched off leave their target out', async () => {
    expect(Object.keys(await name({ images: 'web=ghcr.io/o/web,enable=false' }))).toEqual(['api']);
  });

  test('need no target where only one is selected', async () => {
    const alone = { ...DEFINITION, selected: ['web'] };
    expect(await name({ images: 'ghcr.io/o/x', tags: 'type=raw,value=1' }, undefined, alone)).toEqual({ web: ['ghcr.io/o/x:1'] });
    await expect(name({ images: 'ghcr.io/o/x' })).rejects.toThrow(
      'images, line 1: "ghcr.io/o/x" does not say which target it is for; write the target before it, such as web=ghcr.io/o/x; selected are web, api, lint.',
    );
  });
});

test('lines and rules for a target that the files have and this run does not build say nothing', async () => {
  const given = { images: 'docs=ghcr.io/o/docs\nweb=ghcr.io/o/web', tags: 'type=raw,value=x,target=docs\ntype=raw,value=y,target=web' };
  expect(await name(given, undefined, parseDefinition(PRINTED, [], ['docs']))).toEqual({
    web: ['ghcr.io/o/web:y'],
    api: ['docker.io/o/api:2.0.0'],
  });
});

test('each image has its own version label and platforms', async () => {
  const inputs = { ...NO_INPUTS, images: [], tags: 'type=raw,value=a,target=web\ntype=raw,value=b,target=api' };
  const namings = parseTargetNamings(inputs, await loadLibraries(inputs), DEFINITION)(makeContext(makeFacts('refs/heads/main')));
  expect(
    namings.map(({ naming, platforms }) => [naming.labels['org.opencontainers.image.version'], platforms.map(formatPlatform)]),
  ).toEqual([
    ['a', []],
    ['b', ['linux/arm64']],
  ]);
});

test.each([
  // inputs, problem
  [
    { images: 'wbe=o/x' },
    'images, line 1: "wbe=o/x" names wbe, which is not a target of the bake files; did you mean web? accepted: base, web, api, lint.',
  ],
  [{ tags: 'type=sha,target=nope' }, 'tags, line 1: "target=nope" is not a target of the bake files; accepted: base, web, api, lint.'],
])('%j is refused', async (inputs, problem) => {
  await expect(name(inputs)).rejects.toThrow(problem);
});

test.each([[{ type: 'registry' }], [{ type: 'image', push: 'true' }]])(
  'a target without an image whose output is %j is refused',
  async (output) => {
    const bypass = parseDefinition({ group: { default: { targets: ['a'] } }, target: { a: { output: [output] } } }, []);
    await expect(name({}, undefined, bypass)).rejects.toThrow('targets: "a" has an output that would publish an image past all checks');
  },
);

test.each([{ tags: ['o/web:1'] }, { output: [{ type: 'cacheonly' }] }, {}])(
  'a target with a call and %j is refused as that',
  async (more) => {
    const target = { lint: { ...more, call: 'check' }, web: { tags: ['o/web:1'], call: 'build' } };
    const calling = parseDefinition({ group: { default: { targets: ['lint', 'web'] } }, target }, []);
    await expect(name({}, undefined, calling)).rejects.toThrow(
      /^targets: "lint" has call=check, which builds nothing; leave it out of targets, and run docker buildx bake lint in a step before\.$/,
    );
  },
);

test('a selected target of which nothing would come is refused', async () => {
  const idle = parseDefinition({ group: { default: { targets: ['a'] } }, target: { a: {} } }, []);
  await expect(name({}, undefined, idle)).rejects.toThrow(
    'targets: "a" has neither an image nor an output, so nothing would come of it; name its image (images: a=ghcr.io/owner/a), or give it tags (image in a compose file) or an output in its file.',
  );
});

test('bake files without any target, such as compose files whose services have no build, are refused', async () => {
  const nothing = parseDefinition({ group: { default: { targets: null } }, target: {} }, ['compose.yaml']);
  await expect(name({ flavor: 'lastest=true' }, undefined, nothing)).rejects.toThrow(
    /^flavor, line 1: .*\nbake-files: "compose\.yaml" has nothing to build; give a service its build \(build: in the compose file\), or name a file with targets\.$/,
  );
});

test('and with it every mistake of the inputs', async () => {
  const idle = parseDefinition({ group: { default: { targets: ['a'] } }, target: { a: {} } }, []);
  await expect(name({ tags: 'type=smver' }, undefined, idle)).rejects.toThrow(/^tags, line 1: .*\ntargets: "a" has neither/);
});

describe('beside bake files that nothing can be built of', () => {
  const problem = new ProblemError({ where: 'targets', given: 'x', wrong: 'is none', accepted: 'write another' });
  const mistakes = { images: 'wbe=o/x\nweb=o/_', tags: 'type=raw,value=x,target=nope', flavor: 'lastest=true' };
  const whereOf = (unread: UnreadBake) =>
    name(mistakes, undefined, unread).catch((error: ProblemError) => error.problems.map(({ where }) => where));

  test.each([
    // names that are known, where the mistakes are
    [['web'], ['tags, line 1', 'flavor, line 1', 'targets', 'images, line 1', 'images, line 2']],
    ['any' as const, ['flavor, line 1', 'targets', 'images, line 2']],
  ])('all other mistakes are told, where %j may be named', async (known, places) => {
    expect(await whereOf({ problem, known })).toEqual(places);
  });
});
