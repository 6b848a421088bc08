import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import type { Behaviour } from '../tools/fake-docker/behaviour.ts';
import type { Query } from '../tools/faults/journal.ts';
import type { Match } from '../tools/faults/rule.ts';
import { type Faults, openRegistryPair } from './registry-pair.ts';

const pair = await openRegistryPair();
const { a, b, docker } = pair;
afterAll(pair.close);
afterEach(() => docker.behave({}));

const putOf = (reference: string): Match => ({ operation: 'manifest-put', reference });
const HANG = { kind: 'hang' } as const;
const UNAVAILABLE = { kind: 'status', status: 503, code: 'UNAVAILABLE', retryAfter: 60 } as const;

const countBuilds = () => docker.callsOf('buildx', 'build').length;
/** What is waited for, given the number of builds that there were before. */
type Moment = (buildsBefore: number) => boolean;
const isBuilding: Moment = (before) => countBuilds() > before;
const hasMet = (query: Query) => () => b.count(query) > 0;
/** B was asked to take the tag, and A has taken it: at A nothing is under way that the cancellation could break off. */
const isPutAtBoth = (reference: string) => () => {
  const query = { reference, operation: 'manifest-put' } as const;
  return b.count(query) > 0 && a.count({ ...query, status: 201 }) > 0;
};

const countTagPuts = (): number =>
  a.count({ operation: 'manifest-put', names: 'tag' }) + b.count({ operation: 'manifest-put', names: 'tag' });

/** Cancels as GitHub's runner does, when the moment has come: SIGINT, SIGTERM after 7.5 s, SIGKILL after 2.5 s more. */
async function cancelWhen(moment: Moment, faults: Faults) {
  const before = countBuilds();
  const controller = new AbortController();
  let earlier = 0;
  const releasing = pair.release({ faults, cancel: controller.signal });
  const watch = async () => {
    while (!moment(before)) await sleep(10);
    earlier = countTagPuts();
    controller.abort();
  };
  const [release] = await Promise.all([releasing, watch()]);
  return { ...release, laterTagPuts: countTagPuts() - earlier };
}

describe('P8: a step that is cancelled ends, writes nothing more, and leaves nothing behind:', () => {
  // when, what docker does, how B is broken, the moment
  test.each<[string, Partial<Behaviour>, Faults, Moment]>([
    ['in preflight', {}, [{ match: { operation: 'upload-start' }, fault: HANG }], hasMet({ operation: 'upload-start' })],
    ['while docker builds', { build: 'hang' }, [], isBuilding],
    ['while a docker builds that heeds no signal', { build: 'deaf' }, [], isBuilding],
    ['while a blob is sent', {}, [{ match: { operation: 'upload-finish' }, fault: HANG }], hasMet({ operation: 'upload-finish' })],
    ['while a manifest is put', {}, [{ match: { operation: 'manifest-put' }, fault: HANG }], hasMet({ operation: 'manifest-put' })],
    [
      'while it waits to try again',
      {},
      [{ match: { operation: 'manifest-put' }, fault: UNAVAILABLE }],
      hasMet({ operation: 'manifest-put' }),
    ],
    ['while the exact version is put', {}, [{ match: putOf('^1.2.3$'), fault: HANG }], isPutAtBoth('1.2.3')],
    ['while latest is put', {}, [{ match: putOf('^latest$'), fault: HANG }], isPutAtBoth('latest')],
  ])('%s', async (_, behaviour, faults, moment) => {
    docker.behave(behaviour);
    const { run, errors, laterTagPuts, tags } = await cancelWhen(moment, faults);
    expect(errors).toEqual(['cancelled by SIGINT']);
    expect(laterTagPuts).toBe(0);
    expect(run).toMatchObject({ code: 1, signal: undefined, orphans: [], post: { code: 0, orphans: [], leftovers: [] } });
    expect(run.leftovers.filter((file) => /docker|config/.test(file))).toEqual([]);
    expect(run.summary).toContain('cancelled by SIGINT');
    const references = Object.values<readonly string[]>(JSON.parse(run.outputs.references ?? '{}')).flat();
    const held = [...Object.keys(tags.a).map((tag) => `${a.host}/${tag}`), ...Object.keys(tags.b).map((tag) => `${b.host}/${tag}`)];
    expect(references.map((reference) => reference.replace(/\/.*:(.*)@.*/, '/$1')).sort()).toEqual(held.sort());
  });

  test('and docker hears of it', async () => {
    docker.behave({ build: 'hang' });
    await cancelWhen(isBuilding, []);
    const [call] = docker.callsOf('buildx', 'build').slice(-1);
    expect(call?.signals).toEqual(['SIGTERM']);
  });

  test('and says of the tag whose PUT was broken off that nobody knows', async () => {
    const faults = [{ match: putOf('^latest$'), fault: HANG }] as const;
    const { run } = await cancelWhen(isPutAtBoth('latest'), faults);
    expect(run.stdout).toMatch(/unknown +127\.0\.0\.1:\d+\/\S+:latest +was being put when the run was ended/);
    expect(run.stdout).toMatch(
      /published at this moment: \S+ 1\.2\.3, 1\.2, 1 and latest; \S+ 1\.2\.3, 1\.2 and 1; not known whether published: \S+ latest\n/,
    );
  });
});

describe('P8: a step that is killed outright', () => {
  test.each(['hang', 'deaf'] as const)('is cleaned up after by the post step, where docker is %s', async (build) => {
    docker.behave({ build });
    const { run } = await pair.release({ signals: [{ after: 'load build definition', signal: 'SIGKILL' }] });
    expect(run).toMatchObject({ code: undefined, signal: 'SIGKILL' });
    expect(run.leftovers.join()).toContain('docker/config.json');
    expect(run.orphans.join()).toContain('buildx build');
    expect(run.post).toMatchObject({ code: 0, leftovers: [], orphans: [] });
  });
});

describe('a time limit', () => {
  test('ends the step as a cancellation does, and is named', async () => {
    docker.behave({ build: 'hang' });
    const { run, errors, tagPuts } = await pair.release({ inputs: { timeout: '2s' } });
    expect(errors).toEqual(['the time limit of 2 s (timeout) is over']);
    expect(run).toMatchObject({ code: 1, orphans: [], post: { leftovers: [] } });
    expect(tagPuts).toEqual({ a: [], b: [] });
  });

  test('that ends while tags move is named too', async () => {
    const { errors, tags } = await pair.release({
      inputs: { timeout: '9s' },
      env: { TAGBOAT_TEST_TIME_SCALE: '1' },
      faults: [{ match: putOf('^latest$'), fault: HANG }],
    });
    expect(errors).toEqual(['the time limit of 9 s (timeout) is over']);
    expect(Object.keys(tags.b).sort()).toEqual(['1', '1.2', '1.2.3']);
  });
});
