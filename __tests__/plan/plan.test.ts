import { expect, test } from '@jest/globals';
import type { Naming, PlannedTag } from '../../src/plan/naming/naming.ts';
import { NAMING, planOf } from '../tools/reports.ts';

const [fixed] = NAMING.tags as readonly [PlannedTag, ...PlannedTag[]];

test('a tag that is given by a rule and as a full reference is one tag of its repository', () => {
  const named: Naming = {
    ...NAMING,
    tags: [fixed, { ...fixed, only: { registry: 'ghcr.io', path: 'octo/app' }, from: 'ghcr.io/octo/app:1.2.3' }],
  };
  const [image] = planOf({}, named).images;
  expect(
    image?.destinations.map(({ repository, tags }) => [repository.registry, tags.map(({ name, from }) => `${name} by ${from}`)]),
  ).toEqual([
    ['docker.io', ['1.2.3 by type=release']],
    ['ghcr.io', ['1.2.3 by type=release']],
  ]);
});

test.each<[string, Partial<Naming>, Readonly<Record<string, string>>]>([
  ['labels', { labels: { key: ' S3cr3t ' } }, {}],
  ['annotations', { annotations: [{ level: 'index', platform: undefined, key: 'key', value: 'S3cr3t' }] }, {}],
  ['build-args', {}, { 'build-args': 'key=S3cr3t' }],
])('a password is not published among %s', (where, naming, inputs) => {
  const plan = () => planOf({ username: 'u', password: 'S3cr3t', ...inputs }, { ...NAMING, ...naming });
  expect(plan).toThrow(`${where}: "key" has the value of a secret (the password for docker.io), and would be published in the image`);
  expect(plan).not.toThrow('S3cr3t');
});
