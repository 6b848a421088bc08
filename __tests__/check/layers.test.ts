import { describe, expect, test } from '@jest/globals';
import { describeLargest, nameLayers } from '../../src/check/layers.ts';

const LAYERS = [{ size: 2_000_000 }, { size: 98_000_000 }, { size: 210_000_000 }, { size: 1_000 }];
const HISTORY = [
  { created_by: 'ADD busybox.tar.xz / # buildkit' },
  { created_by: 'ENV A=1', empty_layer: true },
  { created_by: 'COPY . /app # buildkit' },
  { created_by: 'RUN |1 VERSION=1.2 /bin/sh -c pip install \t -r requirements.txt # buildkit' },
  { created_by: '/bin/sh -c make' },
];

describe('nameLayers', () => {
  test('joins layers with the steps that made one', () => {
    expect(nameLayers(LAYERS, { history: HISTORY }).map(({ step }) => step)).toEqual([
      'ADD busybox.tar.xz /',
      'COPY . /app',
      'RUN pip install -r requirements.txt',
      'RUN make',
    ]);
  });

  test('knows the layers of a base image without history, for which BuildKit writes entries at the end', () => {
    const history = [HISTORY[2] ?? {}, { created_by: 'mount / from exec /bin/sh -c make', comment: 'buildkit.exporter.image.v0' }];
    expect(nameLayers(LAYERS.slice(0, 2), { history }).map(({ step }) => step)).toEqual([undefined, 'COPY . /app']);
  });

  test.each([
    // what is wrong with the configuration, it
    ['no history', {}],
    ['a history of other length', { history: HISTORY.slice(0, 2) }],
    ['a history that is none', { history: 'long' }],
  ])('names no step for %s', (_, config) => {
    expect(nameLayers(LAYERS, config).map(({ step }) => step)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('shortens long steps', () => {
    const [layer] = nameLayers([{ size: 1 }], { history: [{ created_by: `RUN /bin/sh -c ${'x'.repeat(500)} # buildkit` }] });
    expect(layer?.step).toMatch(/^RUN x{75}…$/);
  });
});

describe('describeLargest', () => {
  test('names three, the largest first', () => {
    expect(describeLargest(nameLayers(LAYERS, { history: HISTORY }))).toBe(
      '210 MB by RUN pip install -r requirements.txt, 98.0 MB by COPY . /app, 2.00 MB by ADD busybox.tar.xz /',
    );
  });

  test('says where it does not know', () => {
    expect(describeLargest(nameLayers(LAYERS.slice(0, 1), {}))).toBe('2.00 MB by a step that the image does not tell');
    expect(describeLargest([])).toBe('not told');
  });
});
