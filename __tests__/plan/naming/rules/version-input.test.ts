import { describe, expect, test } from '@jest/globals';
import { nameFor, tagsFor } from '../../../tools/naming.ts';

const SEMVER = 'type=semver,pattern={{version}}';
const LATEST_AT = { images: 'octo/app', flavor: 'latest=false' };

describe('a version that may be buildx’s', () => {
  // biome-ignore format: a table
  test.each([
    // version                          rules                                  write
    ['v0.36.1',                         SEMVER,                                '0.36.1'],
    ['v0.36.1',                         'type=release',                        '0.36.1'],
    ['v0.36.1',                         'type=match,pattern=v(.*)',            '0.36.1'],
    ['v0.31.0-rc1',                     'type=pep440,pattern={{version}}',     '0.31.0-rc1'],
    ['latest',                          SEMVER,                                '1.2.3'],
    ['edge',                            SEMVER,                                '1.2.3'],
    ['lab:latest',                      SEMVER,                                '1.2.3'],
    ['https://github.com/docker/buildx.git#master', SEMVER,                    '1.2.3'],
  ])('%s beside %s is an error that says what to write for each', async (version, tags, own) => {
    const message = `version: ${JSON.stringify(version)} may be the version of buildx, as in setup-buildx-action, and version rules would read it as that of the image; for buildx leave it out, since the machine's is used; for the image write ${own}.`;
    await expect(nameFor({ ...LATEST_AT, ref: 'refs/tags/v9.9.9', version, tags })).rejects.toThrow(message);
  });

  test.each([
    // version, ref, tags
    ['v0.36.1', 'refs/tags/v0.36.1', ['0.36.1']],
    ['0.36.1', 'refs/tags/v9.9.9', ['0.36.1']],
    ['v1.2.3', 'refs/heads/main', ['1.2.3']],
  ])('%s for %s leaves no doubt', async (version, ref, tags) => {
    expect(await tagsFor({ ...LATEST_AT, ref, version, tags: SEMVER })).toEqual(tags);
  });
});

test.each([
  // version, tags, advice
  ['latest', '', ' As that of buildx leave it out: the machine’s is used.'],
  ['1.2.3', 'type=sha\ntype=semver,pattern={{version}},value=2.0.0', ''],
])('that no rule reads %s beside %j is said', async (version, tags, advice) => {
  const { notices } = await nameFor({ ref: 'refs/heads/main', version, tags });
  expect(notices).toEqual([`version: no rule reads ${version}, only type=release, semver, pep440 and match without value= do.${advice}`]);
});
