import { describe, expect, test } from '@jest/globals';
import { startReport } from '../../src/app/run-record.ts';
import { isExpected, PublishError } from '../../src/publish/expected.ts';
import type { Outcome } from '../../src/publish/outcome.ts';
import { preflight } from '../../src/publish/preflight.ts';
import { RegistryError } from '../../src/registry/error.ts';
import type { RepositoryClient } from '../../src/registry/types.ts';
import type { SimulatedRegistry } from '../tools/simulation/registry.ts';
import { makeRegistryPair, release, releaseImage } from '../tools/simulation/registry-pair.ts';
import { releaseTags } from '../tools/simulation/tags.ts';

const BUG = new TypeError("Cannot read properties of undefined (reading 'digest')");

/** The registry, with a client in which a method breaks by a bug of ours from its nth call on. */
function broken(
  registry: SimulatedRegistry,
  method: 'headManifest' | 'putManifest' | 'getManifest' | 'provePush',
  fromCall: number,
): SimulatedRegistry {
  let calls = 0;
  const connect = (run: string): RepositoryClient => {
    const client = registry.connect(run);
    const call = async (...args: readonly never[]): Promise<never> => {
      calls += 1;
      if (calls > fromCall) throw BUG;
      return (client[method] as (...args: readonly never[]) => Promise<never>)(...args); // the same arguments as it was given
    };
    return { ...client, [method]: call };
  };
  return { ...registry, connect };
}

function reportOf(outcome: Outcome): readonly string[] {
  const report = startReport(new AbortController().signal);
  report.note({ outcome });
  return report.finish().failures.map(({ message }) => message);
}

describe('P9: a bug of ours inside publishing', () => {
  // biome-ignore format: a table
  test.each<readonly [string, 'headManifest' | 'putManifest' | 'getManifest', number, readonly string[]]>([
    // where it strikes                method          after    optional
    ['as manifests are put',           'putManifest',  0,       []],
    ['as they are read back',          'getManifest',  0,       []],
    ['before a tag is put',            'headManifest', 4,       []],
    ['as a tag is put',                'putManifest',  4,       []],
    ['as tags are read back',          'headManifest', 8,       []],
    ['at a registry that may fail',    'putManifest',  4,       ['b']],
  ])('%s: fails the run with its stack, and is not told as a registry’s failure', async (_, method, after, optional) => {
    const pair = makeRegistryPair();
    const registries = [pair.a, broken(pair.b, method, after)];
    const outcome = await pair.world.run(() => release(pair, '1.2.3', { registries, optional }));
    const messages = reportOf(outcome);
    expect(messages).toEqual([BUG.stack]);
    expect(outcome.destinations.map(({ reason = '' }) => reason).join()).toContain('a bug in Tagboat: TypeError');
  });

  test('as tags are put back: it is told beside what had failed', async () => {
    const refused = { registry: 'a', operation: 'tag-put', kind: 'refuse', tag: 'latest' } as const;
    const pair = makeRegistryPair({ faults: [refused] });
    pair.b.seed(releaseImage('1.2.2'), ['1.2', '1', 'latest']);
    const registries = [pair.a, broken(pair.b, 'headManifest', 8)];
    const messages = reportOf(await pair.world.run(() => release(pair, '1.2.3', { registries })));
    expect(messages).toEqual(['a.example/app: cannot push manifest latest: 403 DENIED, refuse', BUG.stack]);
  });

  test('before the build: it is thrown as it is, also where the registry may fail', async () => {
    const { a } = makeRegistryPair();
    const client = broken(a, 'provePush', 0).connect('run');
    const destination = { repository: client.repository, optional: true, target: '', tags: releaseTags('1.2.3'), client };
    await expect(makeRegistryPair().world.run(() => preflight([destination]))).rejects.toBe(BUG);
  });
});

test.each<readonly [unknown, boolean]>([
  [BUG, false],
  [new Error('a destination of no image'), false],
  ['a text', false],
  [Object.assign(new TypeError('wrong argument'), { code: 'ERR_INVALID_ARG_TYPE' }), false],
  [new AggregateError([new PublishError('no'), BUG]), false],
  [new PublishError('no'), true],
  [Object.assign(new Error('no space'), { code: 'ENOSPC' }), true],
  [
    new RegistryError({
      repository: { registry: 'a.test', path: 'app' },
      operation: 'push blob',
      url: new URL('https://a.test/'),
      code: '',
      detail: '',
      verdict: { temporary: false },
      hint: undefined,
    }),
    true,
  ],
])('%p is expected: %p', (error, expected) => {
  expect(isExpected(error)).toBe(expected);
});
