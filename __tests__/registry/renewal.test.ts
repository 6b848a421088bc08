import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { holdCredentials } from '../../src/registry/held-credentials.ts';
import { openRegistries } from '../../src/registry/registries.ts';
import type { Credentials } from '../../src/registry/types.ts';
import { makeBlob } from '../tools/registry/images.ts';
import { startRegistry } from '../tools/registry/start.ts';

const { blob, open } = makeBlob('{}');
const password = (text: string, expiresAtMs?: number): Credentials => ({
  kind: 'password',
  username: 'ann',
  password: text,
  ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
});

/** A source that gives one after another, the last one again and again, and counts. */
function sourceOf(...all: readonly (Credentials | Error)[]) {
  let asked = 0;
  const find = async () => {
    const next = all[Math.min(asked, all.length - 1)];
    asked += 1;
    if (next instanceof Error) throw next;
    return next;
  };
  return { find, asked: () => asked };
}

describe('credentials', () => {
  const soon = () => Date.now() + 60_000;
  // what they are                            the first                              asked for, in three uses
  test.each<[string, () => Credentials | Error, number]>([
    ['without an end', () => password('a'), 1],
    ['that end in an hour', () => password('a', Date.now() + 3_600_000), 1],
    ['that end within a minute, and live longer than half of that', () => password('a', soon()), 1],
    ['that were over when they came', () => password('a', Date.parse('2015-01-01')), 1],
    ['whose source failed at first', () => new Error('no'), 2],
  ])('%s', async (_, first, times) => {
    const source = sourceOf(first(), password('b'));
    const held = holdCredentials(source.find);
    for (let use = 0; use < 3; use += 1) await held.current().catch(() => undefined);
    expect(source.asked()).toBe(times);
  });

  test('that are about to end are asked for anew, once for all who need them', async () => {
    const ends = Date.now() + 40;
    const source = sourceOf(password('a', ends), password('b'));
    const held = holdCredentials(source.find);
    expect(await held.current()).toMatchObject({ password: 'a' });
    while (Date.now() < ends) await sleep(5);
    const both = await Promise.all([held.current(), held.current()]);
    expect(both).toMatchObject([{ password: 'b' }, { password: 'b' }]);
    expect(source.asked()).toBe(2);
  });

  test('that are refused are asked for once more, once for all who were refused', async () => {
    const source = sourceOf(password('a'), password('b'));
    const held = holdCredentials(source.find);
    await held.current();
    const others = await Promise.all([held.instead(password('a')), held.instead(password('a'))]);
    expect(others).toMatchObject([{ password: 'b' }, { password: 'b' }]);
    expect([await held.instead(password('b')), await held.instead(password('b'))]).toEqual([undefined, undefined]);
    expect(source.asked()).toBe(3);
  });
});

/** A registry whose password changes between preflight and the push, as it does during a long build. */
async function pushAfterChange(kind: 'basic' | 'bearer', given: readonly string[]) {
  const access = { kind, username: 'ann', password: 'first' };
  const registry = await startRegistry({ access });
  const source = sourceOf(...given.map((text) => password(text)));
  const registries = openRegistries({
    insecure: [],
    environment: {},
    signal: new AbortController().signal,
    credentialsFor: source.find,
  });
  const client = registries.clientFor({ registry: registry.host, path: 'team/app' });
  await client.provePush();
  access.password = 'second';
  registry.revokeTokens();
  const error = await client.putBlob(blob, open).catch(String);
  await registries.close();
  const isThere = registry.blob('team/app', blob.digest) !== undefined;
  await registry.close();
  return { error, isThere, asked: source.asked() };
}

describe.each(['basic', 'bearer'] as const)('a %s password that ends during the build', (kind) => {
  test('is asked for once more, and the blob is sent', async () => {
    expect(await pushAfterChange(kind, ['first', 'second'])).toEqual({ error: undefined, isThere: true, asked: 2 });
  });

  test('is refused for good where its source still gives the same', async () => {
    const { error, isThere, asked } = await pushAfterChange(kind, ['first']);
    expect({ isThere, asked }).toEqual({ isThere: false, asked: 2 });
    expect(error).toMatch(/401 UNAUTHORIZED.*; log in, or check the username and the password for this registry/);
  });
});
