import { describe, expect, test } from '@jest/globals';
import { buildxArguments } from '../../src/build/arguments.ts';
import { type BuildPlan, makeBuildPlan } from '../../src/plan/build-plan.ts';
import { makeContext } from '../../src/plan/naming/make-context.ts';
import { readInputs } from '../tools/inputs.ts';

const context = makeContext({ environment: {}, payload: {}, prHeadSha: false, now: '2026-01-01T00:00:00Z' });
const call = { builder: 'default', outputs: ['type=image,name=x'], secrets: [], metadataFile: '/tmp/metadata.json' };

function plan(given: Readonly<Record<string, string>>): BuildPlan {
  const { build } = readInputs(given);
  return makeBuildPlan({ inputs: build, secretIds: [], context, hasCheckout: true });
}

const build = (given: Readonly<Record<string, string>>): readonly string[] =>
  buildxArguments(plan(given), { labels: {}, annotations: [] }, call);

describe('buildxArguments', () => {
  test.each([
    // input, value, arguments
    ['platforms', 'linux/amd64,linux/arm64', ['--platform=linux/amd64', '--platform=linux/arm64']],
    ['file', 'a b/Dockerfile', ['--file=a b/Dockerfile']],
    ['target', 'production', ['--target=production']],
    ['build-args', 'A=$(id)', ['--build-arg=A=$(id)']],
    ['build-contexts', 'base=docker-image://busybox', ['--build-context=base=docker-image://busybox']],
    ['no-cache', 'true', ['--no-cache']],
    ['pull', 'true', ['--pull']],
    ['network', 'host', ['--network=host']],
    ['sbom', 'true', ['--sbom=true']],
    ['provenance', 'false', ['--provenance=false']],
    ['cache-from', 'type=gha,scope=x', ['--cache-from=type=gha,scope=x']],
    ['extra-args', '--policy=x', ['--policy=x']],
  ])('%s %j gives %j', (name, value, expected) => {
    expect(build({ [name]: value })).toEqual(expect.arrayContaining(expected));
  });

  test('the context comes last, after the end of options', () => {
    expect(build({ context: '--help' }).slice(-2)).toEqual(['--', '--help']);
  });

  test('labels and annotations are one argument each, whatever they hold', () => {
    const naming = {
      labels: { a: 'x\ny="z",{{v}}' },
      annotations: [{ level: 'manifest', platform: 'linux/amd64', key: 'k', value: 'v\nw' }] as const,
    };
    const args = buildxArguments(plan({}), naming, call);
    expect(args).toContain('--label=a=x\ny="z",{{v}}');
    expect(args).toContain('--annotation=manifest[linux/amd64]:k=v\nw');
  });

  test('a value that no process can be given is refused by its key', () => {
    const naming = { labels: { huge: 'x'.repeat(131_072) }, annotations: [] };
    expect(() => buildxArguments(plan({}), naming, call)).toThrow(
      'labels: "huge" has a value of 131077 bytes; a process argument may have 128 KiB: shorten it.',
    );
  });
});
