import { expect, test } from '@jest/globals';
import { listReferences } from '../../src/plan/naming/list-references.ts';
import { makeBakeFiles, renderMetadataOutputs } from '../../src/report/metadata-outputs.ts';
import { nameFor } from '../tools/naming.ts';

const lines = { tags: '\n', labels: '\n', annotations: '\n' };
const naming = await nameFor({
  ref: 'refs/tags/v1.2.3',
  images: 'octo/app\nghcr.io/octo/app',
  tags: 'type=semver,pattern={{version}}',
  labels: 'a=1',
  annotations: 'b=2',
});

test('every image has every tag, in the order of the images', () => {
  expect(listReferences(naming)).toEqual(['octo/app:1.2.3', 'octo/app:latest', 'ghcr.io/octo/app:1.2.3', 'ghcr.io/octo/app:latest']);
});

test('without an image the tags stand alone', async () => {
  expect(listReferences(await nameFor({ ref: 'refs/heads/main', images: '' }))).toEqual(['main']);
});

test('a full reference comes with its image, or after all', async () => {
  const tags = 'ghcr.io/octo/other:x\nocto/app:y\ntype=sha';
  expect(listReferences(await nameFor({ ref: 'refs/heads/main', tags }))).toEqual([
    'octo/app:y',
    'octo/app:sha-6b28a02',
    'ghcr.io/octo/other:x',
  ]);
});

test('lists are joined by their separators', () => {
  const outputs = renderMetadataOutputs(naming, { tags: ',', labels: ';', annotations: ' ' });
  expect(outputs.version).toBe('1.2.3');
  expect(outputs.tags).toBe('octo/app:1.2.3,octo/app:latest,ghcr.io/octo/app:1.2.3,ghcr.io/octo/app:latest');
  expect(outputs['tag-names']).toBe('1.2.3,latest');
  expect(outputs.labels.split(';')[0]).toBe('a=1');
  expect(outputs.annotations.split(' ')[0]).toBe('manifest:b=2');
});

test('a value with line breaks stays one item, and is data in JSON', async () => {
  const hostile = await nameFor({ ref: 'refs/heads/main', labels: '"a=one\norg.opencontainers.image.source=""evil"""' });
  const { labels, json } = renderMetadataOutputs(hostile, lines);
  expect(labels.startsWith('"a=one\norg.opencontainers.image.source=""evil"""\n')).toBe(true);
  expect(JSON.parse(json)).toMatchObject({ labels: { a: 'one\norg.opencontainers.image.source="evil"' } });
});

test('the bake files hold what their names say', () => {
  const files = makeBakeFiles([{ target: 'app', naming }]);
  const args = { DOCKER_META_IMAGES: 'octo/app,ghcr.io/octo/app', DOCKER_META_VERSION: '1.2.3' };
  const tags = listReferences(naming);
  const annotations: unknown = expect.arrayContaining(['manifest:b=2']);
  expect(files).toEqual({
    'bake-file': { target: { app: { tags, labels: naming.labels, args } } },
    'bake-file-tags': { target: { app: { tags, args } } },
    'bake-file-labels': { target: { app: { labels: naming.labels } } },
    'bake-file-annotations': { target: { app: { annotations } } },
  });
});
