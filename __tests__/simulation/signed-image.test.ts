import { afterEach, describe, expect, test } from '@jest/globals';
import { clientOf } from '../tools/registry/images.ts';
import { startRegistry, type TestRegistry, type TestRegistryOptions } from '../tools/registry/start.ts';
import { adoptInto, listingsOf, putSignedImage, tagFor } from '../tools/signed-image.ts';

let registries: TestRegistry[] = [];
afterEach(async () => {
  const open = registries;
  registries = [];
  for (const registry of open) await registry.close();
});

async function start(options: TestRegistryOptions = {}): Promise<TestRegistry> {
  const registry = await startRegistry({ referrersApi: false, ...options });
  registries.push(registry);
  return registry;
}

/** Some answers come later than others, always the same ones. */
function slowly(): NonNullable<TestRegistryOptions['fault']> {
  let asked = 0;
  return () => {
    asked += 1;
    return { kind: 'delay', ms: (asked * 7) % 5 };
  };
}

describe.each([true, false])('An image that is adopted (referrers API at the destination: %s)', (referrersApi) => {
  test('brings its signatures, those of its signatures, and those under tags of cosign 2: 20 of 20 adoptions are complete', async () => {
    const [source, target] = [await start(), await start({ referrersApi, fault: slowly() })];
    const from = clientOf(source.host);
    const { root, subjects } = await putSignedImage(from);
    const expected = await listingsOf(from, subjects);
    expect(expected.map(({ length }) => length)).toEqual(subjects.map((_, index) => (index % 2 === 0 ? 3 : 1)));
    for (let adoption = 0; adoption < 20; adoption += 1) {
      const to = clientOf(target.host, { path: `team/${adoption}` });
      await adoptInto(from, root.digest, to);
      expect(await listingsOf(to, subjects)).toEqual(expected);
      expect((await to.headManifest(tagFor(root.digest, '.sig')))?.digest).toBe(source.tags('team/app')[tagFor(root.digest, '.sig')]);
    }
  });
});
