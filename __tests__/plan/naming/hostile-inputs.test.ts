import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { nameFor, tagsFor } from '../../tools/naming.ts';

describe('hostile inputs', () => {
  // biome-ignore format: a table
  test.each([
    // input                                                message
    [{ images: 'ghcr.io/owner/app:tag' },                   /^images, line 1: "ghcr.io\/owner\/app:tag" holds a tag; a name without tag is wanted: "ghcr.io\/owner\/app"\.$/],
    [{ images: 'https://ghcr.io/owner/app' },               /^images, line 1: .* begins with a scheme; write "ghcr.io\/owner\/app"\.$/],
    [{ images: 'ghcr.io/owner/app,name=evil' },             /^images, line 1: .* names several images/],
    [{ tags: 'type=sha\ntype=nope' },                       /^tags, line 2: unknown rule type "type=nope"; accepted: schedule, release, semver, pep440, match, edge, ref, raw, sha\.$/],
    [{ tags: 'type=semvr,pattern={{version}}' },            /did you mean semver\?/],
    [{ tags: 'type=semver,pattern={{major}},enable=maybe' }, /^tags, line 1: "enable=maybe" is neither true nor false/],
    [{ tags: 'type=nope', images: 'a:b', flavor: 'latst=true', labels: 'x', annotations: '=', 'annotation-levels': 'x', 'short-sha-length': 'x' },
                                                            /^images.*\ntags.*\nflavor.*did you mean latest.*\nlabels.*\nannotations.*\nannotation-levels.*\nshort-sha-length.*$/],
  ])('%j is refused', async (inputs, message) => {
    await expect(nameFor({ ref: 'refs/heads/main', ...inputs })).rejects.toThrow(message);
  });

  test('an image in upper case is lowered, and it is said', async () => {
    const { images, notices } = await nameFor({ ref: 'refs/heads/main', images: 'GHCR.io/Owner/App' });
    expect(images).toEqual([{ registry: 'ghcr.io', path: 'owner/app', name: 'ghcr.io/owner/app' }]);
    expect(notices).toEqual([
      'images, line 1: GHCR.io/Owner/App is written ghcr.io/owner/app, since image names have no upper case letters',
    ]);
  });

  test('comments and blank lines are skipped', async () => {
    expect(await tagsFor({ ref: 'refs/heads/main', tags: '# comment\n\ntype=sha' })).toEqual(['sha-6b28a02']);
  });

  test('five thousand equal rules give one tag', async () => {
    expect(await tagsFor({ ref: 'refs/heads/main', tags: 'type=sha\n'.repeat(5000) })).toEqual(['sha-6b28a02']);
  });

  test('(a+)+$ ends on a ref of 10,000 characters, as an error', async () => {
    const naming = nameFor({ ref: `refs/tags/${'a'.repeat(9_999)}!`, tags: 'type=match,pattern=^(a+)+$' });
    await expect(naming).rejects.toThrow('"^(a+)+$" takes more than a second on 10000 characters');
  });
});

type LabelRow = { readonly key: string; readonly value?: string; readonly make?: { readonly unit: string; readonly times: number } };
const labels = JSON.parse(readFileSync(new URL('../../fixtures/labels.json', import.meta.url), 'utf8')) as LabelRow[]; // written by us

describe('labels are data', () => {
  const rows = labels.map(({ key, value, make }) => ({ key, value: value ?? make?.unit.repeat(make.times) ?? '' }));

  test.each(rows)('the label $key arrives unchanged', async ({ key, value }) => {
    const escaped = value.replaceAll('"', '""').replaceAll('{{', '\\{{');
    const naming = await nameFor({ ref: 'refs/heads/main', labels: `"${key}=${escaped}"` });
    expect(naming.labels[key]).toBe(value.trim());
    expect(Object.keys(naming.labels).filter((name) => name !== key && !name.startsWith('org.opencontainers.image.'))).toEqual([]);
  });
});
