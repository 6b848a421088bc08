import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { describe as descriptor, makeImage } from '../tools/image.ts';
import { layoutForEachTest } from '../tools/layout.ts';
import { said, stageStepForEachTest } from '../tools/stage-step.ts';

const stage = stageStepForEachTest();
const writeLayout = layoutForEachTest();
const { manifest, config, layer } = makeImage('amd64');

test('a layer that is damaged is told as a mistake of the source, and nothing is tagged', async () => {
  const damaged = { ...layer, bytes: Buffer.from(layer.bytes.toString().toUpperCase()) };
  const source = await writeLayout({ index: { manifests: [descriptor(manifest)] }, blobs: [manifest, config, damaged] });
  const run = await stage().release({ inputs: { source } });
  expect(run.code).toBe(1);
  expect(said(run, 'error').join('\n')).toMatch(
    /source: "[^"]+" is damaged: the file of sha256:\w+ has \d+ bytes with digest sha256:\w+; make it again/,
  );
});

test('a file that is not an archive is told in the words of tar that say why', async () => {
  writeFileSync(path.join(stage().folder, 'workspace/text.tar'), 'no archive\n');
  const run = await stage().release({ inputs: { source: 'text.tar' } });
  expect(said(run, 'error')).toEqual([
    'source: "text.tar" cannot be unpacked (tar: This does not look like a tar archive); write a tar archive of an OCI layout, or the folder of one.',
  ]);
});
