import { describe, expect, test } from '@jest/globals';
import { parseSignedTag } from '../../../src/plan/inputs/checks.ts';
import { parseDefinition } from '../../../src/plan/text/bake-definition.ts';
import type { JsonObject } from '../../../src/plan/text/json.ts';
import { parseGrowth, parseSize } from '../../../src/plan/text/sizes.ts';
import { readChecks } from '../../tools/inputs.ts';

const read = (given: Readonly<Record<string, string>>) => {
  return readChecks({ platforms: 'linux/amd64,linux/arm64', ...given });
};

describe('without inputs', () => {
  test('nothing is demanded', () => {
    expect(read({})).toEqual({
      tests: [],
      testPlatforms: [],
      testTimeoutMs: 600_000,
      maxSizes: [],
      maxGrowth: undefined,
    });
  });
});

describe('a size', () => {
  test.each([
    // text, bytes
    ['300 MB', 300_000_000],
    ['1.5 GB', 1_500_000_000],
    ['400MiB', 419_430_400],
    ['20 kb', 20_000],
    [' 0.5 TiB ', 549_755_813_888],
  ])('%j has %d bytes', (text, bytes) => {
    expect(parseSize(text, 'max-size').bytes).toBe(bytes);
  });

  test.each([
    // text, what is wrong
    ['300', 'has no unit'],
    ['300 M', 'has the unknown unit M'],
    ['0 MB', 'is nothing'],
    ['-3 MB', 'is not a size'],
    ['1,5 GB', 'is not a size'],
    ['MB', 'is not a size'],
    [`${'9'.repeat(30)} MB`, 'is not a size'],
  ])('%j %s', (text, wrong) => {
    expect(() => parseSize(text, 'max-size')).toThrow(`max-size: ${JSON.stringify(text)} ${wrong}; write a number and kB, MB, GB`);
  });
});

describe('a growth', () => {
  test.each([
    // text, growth
    ['10%', { kind: 'share', text: '10%', share: 0.1 }],
    ['2.5 %', { kind: 'share', text: '2.5 %', share: 0.025 }],
    ['20 MB', { kind: 'bytes', text: '20 MB', bytes: 20_000_000 }],
  ])('%j is read', (text, growth) => {
    expect(parseGrowth(text, 'max-growth')).toEqual(growth);
  });

  test.each(['10', 'ten', '10 %%', '-1%'])('%j is refused', (text) => {
    expect(() => parseGrowth(text, 'max-growth')).toThrow('write a share such as 10%, or a size such as 20 MB.');
  });
});

describe('max-size', () => {
  test('is one limit for all, and others for platforms', () => {
    expect(read({ 'max-size': '300 MB\nlinux/arm64 = 250 MB' }).maxSizes).toEqual([
      { platform: undefined, limit: { text: '300 MB', bytes: 300_000_000 } },
      { platform: 'linux/arm64', limit: { text: '250 MB', bytes: 250_000_000 } },
    ]);
  });
});

describe('test', () => {
  test.each([
    // line, what is run
    ['python -m app --version | grep 1.2', ['sh', '-c', 'python -m app --version | grep 1.2']],
    ['["/app", "--version"]', ['/app', '--version']],
    ['[ -f /etc/passwd ]', ['sh', '-c', '[ -f /etc/passwd ]']],
  ])('%s', (line, argv) => {
    expect(read({ test: `\n  ${line}\n# ${line}\n` }).tests).toEqual([{ inputLine: 2, text: line, argv }]);
  });
});

describe('beside bake files that have web and api, of which web is built', () => {
  const bake = parseDefinition({ target: { web: { platforms: ['linux/amd64'], tags: ['o/web'] } } }, [], ['api']);
  const readBeside = (given: Readonly<Record<string, string>>) => readChecks(given, bake);

  test('gates may be for either', () => {
    const { tests, maxSizes } = readBeside({ test: 'api: test -f /api\nweb: ["/web"]\ntrue', 'max-size': 'api=300 MB' });
    expect(tests.map(({ target, argv }) => [target, argv.at(-1)])).toEqual([
      ['api', 'test -f /api'],
      ['web', '/web'],
      [undefined, 'true'],
    ]);
    expect(maxSizes).toMatchObject([{ target: 'api' }]);
  });

  test.each([
    // line, the target it is for, what is run
    ['web: python -m web', 'web', 'python -m web'],
    ['api:\tls', 'api', 'ls'],
    ['echo web: up', undefined, 'echo web: up'],
    [': web', undefined, ': web'],
    ['make:all', undefined, 'make:all'],
  ])('the test %j is for %s', (line, target, text) => {
    expect(readBeside({ test: line }).tests).toEqual([{ inputLine: 1, target, text, argv: ['sh', '-c', text] }]);
  });

  test.each([
    // line, what is said of it
    ['apj: test -f /api', 'names apj, which is not a target of the bake files; did you mean api? accepted: web, api.'],
    ['WEB: true', 'names WEB, which is not a target of the bake files; did you mean web? accepted: web, api.'],
    ['docs:', 'names docs, which is not a target of the bake files; accepted: web, api.'],
    ['web:', 'has no command; write one after web:.'],
    ['web: # true', 'has no command; write one after web:.'],
  ])('the test %j is refused', (line, said) => {
    expect(() => readBeside({ test: line })).toThrow(`test, line 1: ${JSON.stringify(line)} ${said}`);
  });
});

describe('beside bake files with a target that is built for others or for files', () => {
  const target = { web: { tags: ['o/web'] }, base: {}, lint: { output: [{ type: 'cacheonly' }] } };
  const bake = parseDefinition({ target, group: { default: { targets: ['web', 'lint'] } } }, []);
  const readBeside = (given: Readonly<Record<string, string>>) => readChecks(given, bake);

  test('a gate for it is refused', () => {
    expect(() => readBeside({ test: 'base: true\nbase: false\nweb: true', 'max-size': 'lint=1 kB' })).toThrow(
      [
        'test: "base" is a target that no image is published of; name its image in images (base=ghcr.io/owner/app).',
        'max-size: "lint" is a target that no image is published of; name its image in images (lint=ghcr.io/owner/app).',
      ].join('\n'),
    );
  });

  test('a gate for it says nothing where its image is switched off', () => {
    expect(readBeside({ test: 'base: true', images: 'base=o/base,enable=false' }).tests).toHaveLength(1);
  });
});

describe('beside bake files a gate may be for any platform that an image may have:', () => {
  const WEB = { web: { platforms: ['linux/amd64'], tags: ['o/web'] } };
  const API = { api: { platforms: ['linux/arm64'], tags: ['o/api'] } };
  const BASE = { base: { platforms: ['linux/arm64'] } };
  const OWN = { own: { tags: ['o/own'] } };
  const IMAGE = { images: 'base=o/base,enable=false' };
  const NO_IMAGE = '"linux/arm64" is the platform of no image; images are for linux/amd64.';

  test.each<readonly [JsonObject, readonly string[], Readonly<Record<string, string>>, string | undefined]>([
    // targets that are built, others of the files, inputs, what is said of linux/arm64
    [WEB, [], {}, NO_IMAGE],
    [{ ...WEB, ...API }, [], {}, undefined],
    [{ ...WEB, ...OWN }, [], {}, undefined],
    [{ ...WEB, ...OWN }, [], { platforms: 'linux/amd64' }, NO_IMAGE],
    [WEB, ['api'], {}, undefined],
    [WEB, ['api'], { platforms: 'linux/amd64' }, NO_IMAGE],
    [{ ...WEB, ...BASE }, [], {}, NO_IMAGE],
    [{ ...WEB, ...BASE }, [], IMAGE, undefined],
    [{ ...WEB, lint: {} }, [], {}, NO_IMAGE],
    [BASE, [], {}, undefined],
  ])('%j, %j, %j: %s', (target, others, given, said) => {
    const bake = parseDefinition({ target }, [], others);
    const readBeside = (gate: Readonly<Record<string, string>>) => () => readChecks({ ...given, ...gate }, bake);
    for (const gate of [{ 'test-platforms': 'linux/arm64' }, { 'max-size': '1 GB\nlinux/arm64=1 MB' }]) {
      const reading = expect(readBeside(gate));
      if (said === undefined) reading.not.toThrow();
      else reading.toThrow(said);
    }
  });
});

const PGP = '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQENBF\n-----END PGP PUBLIC KEY BLOCK-----';
const SSH = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ9m0Yd6qkP2yX ann@example.com';

describe('require-signed-tag', () => {
  test.each([
    // text, who vouches
    ['False', { kind: 'no' }],
    ['true', { kind: 'github' }],
    [PGP, { kind: 'keys', format: 'openpgp', keys: PGP }],
    [SSH, { kind: 'keys', format: 'ssh', keys: SSH }],
    [`ann@example.com ${SSH}`, { kind: 'keys', format: 'ssh', keys: `ann@example.com ${SSH}` }],
  ])('%j is read', (text, wish) => {
    expect(parseSignedTag(text)).toEqual(wish);
  });

  test('anything else is refused', () => {
    expect(() => parseSignedTag('yes')).toThrow(
      'require-signed-tag: "yes" is neither true, false nor public keys; write true (GitHub says whether the signature is verified), or public keys: an OpenPGP block, or SSH keys one per line.',
    );
  });
});

test('all mistakes are told at once', () => {
  const mistakes = {
    test: 'true\n["/app", 1]',
    'test-platforms': 'linux/s390x',
    'test-timeout': 'long',
    'max-size': '300\nlinux/riscv64=1 MB',
    'max-growth': 'some',
  };
  expect(() => read(mistakes)).toThrow(
    [
      'test, line 2: "[\\"/app\\", 1]" begins as a list and is none; write program and arguments as a JSON list of texts, such as ["/app", "--version"], or a line for the shell.',
      'test-platforms: "linux/s390x" is the platform of no image; images are for linux/amd64, linux/arm64.',
      'test-timeout: "long" is not a time limit; write a number and s, m or h, from 1s to 72h.',
      'max-size: "300" has no unit; write a number and kB, MB, GB, KiB, MiB or GiB, such as 300 MB.',
      'max-size: "linux/riscv64" is the platform of no image; images are for linux/amd64, linux/arm64.',
      'max-growth: "some" is not a size; write a share such as 10%, or a size such as 20 MB.',
    ].join('\n'),
  );
});

test('a second limit for the same platform is refused', () => {
  expect(() => read({ 'max-size': '1 MB\n2 MB' })).toThrow('max-size: "2 MB" is a second limit for all platforms');
});

test('a platform cannot be named where platforms is empty', () => {
  expect(() => read({ platforms: '', 'test-platforms': 'linux/amd64' })).toThrow(
    '"linux/amd64" is the platform of no image; name it in platforms, which is empty.',
  );
});
