import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/plan/text/json.ts';
import { errorsOf, readImage } from '../tools/step.ts';
import { inputsFor, open, PLATFORMS, parse, project, run, site, statusOf } from './bake-project.ts';

test('attestations that the inputs ask for reach a target that has files alone, and the metadata is told', async () => {
  const inputs = {
    'bake-files': 'docker-bake.hcl',
    targets: 'files',
    set: 'files.output=type=local,dest=attested',
    provenance: 'mode=max',
    push: 'false',
  };
  const done = await run(inputs);
  expect([done.code, errorsOf(done)]).toEqual([0, []]);
  const { predicateType } = JSON.parse(readFileSync(path.join(project.folder, 'attested/provenance.json'), 'utf8')) as JsonObject;
  expect(predicateType).toMatch(/^https:\/\/slsa\.dev\/provenance\//);
  expect(Object.keys(parse(done.outputs.metadata))).toContain('files');
});

test('images that are built for the engine alone are there under the digests of the outputs', async () => {
  const name = site.unique('bake');
  const inputs = { ...inputsFor(name), provenance: '', platforms: 'linux/amd64', push: 'false', load: 'true' };
  const done = await run({ ...inputs, targets: 'web,api' });
  expect([done.code, errorsOf(done)]).toEqual([0, []]);
  for (const target of ['web', 'api']) {
    const { digest = '' } = parse(done.outputs.targets)[target] ?? {};
    expect((await site.docker('image', 'inspect', '--format={{.Id}}', digest)).trim()).toBe(digest);
    await site.docker('image', 'rm', '--force', `${open}/${name}/${target}:1.2.3`);
  }
});

test('an image for the engine has its first tag there', async () => {
  const name = site.unique('bake');
  const inputs = { ...inputsFor(name), platforms: 'linux/amd64', tags: 'type=release', push: 'false', set: 'web.output=type=docker' };
  const done = await run({ ...inputs, targets: 'web', images: `web=${open}/${name}/web` });
  expect(errorsOf(done)).toEqual([]);
  expect(await site.docker('run', '--rm', `${open}/${name}/web:1.2.3`, 'cat', '/web')).toBe('web says ${literal} hello');
  await site.docker('image', 'rm', `${open}/${name}/web:1.2.3`);
});

test('an image is packed as its file wants it', async () => {
  const name = site.unique('bake');
  const output = 'type=image,compression=zstd,force-compression=true,oci-mediatypes=true,push=true';
  const inputs = { ...inputsFor(name), platforms: 'linux/amd64', tags: 'type=raw,value=x', set: `web.output=${output}` };
  const done = await run({ ...inputs, targets: 'web', images: `web=${open}/${name}/web` });
  expect(errorsOf(done)).toEqual([]);
  const { layers } = JSON.parse(await site.docker('buildx', 'imagetools', 'inspect', '--raw', `${open}/${name}/web:x`));
  expect(new Set(layers.map(({ mediaType }: { readonly mediaType: string }) => mediaType))).toEqual(
    new Set(['application/vnd.oci.image.layer.v1.tar+zstd']),
  );
});

test('a pull request without credentials builds and tests all, and publishes nothing', async () => {
  const name = site.unique('bake');
  const done = await run({ ...inputsFor(name), push: 'false', test: 'web: grep -q hello /web', 'test-platforms': 'linux/amd64' });
  expect({ errors: errorsOf(done), code: done.code, pushed: done.outputs.pushed }).toEqual({ errors: [], code: 0, pushed: 'false' });
  expect(await statusOf(`${name}/web`)).toBe(404);
});

test('a builder that cannot reach this machine’s loopback sends layouts', async () => {
  const name = site.unique('bake');
  const builder = site.unique('remote').replace('/', '-');
  await site.docker(
    '--config',
    site.machine.DOCKER_CONFIG ?? '',
    'buildx',
    'create',
    `--name=${builder}`,
    '--driver=remote',
    site.lab.buildkitA,
  );
  const done = await run({ ...inputsFor(name), builder, test: 'web: grep -q hello /web', 'test-platforms': 'linux/amd64' });
  expect(errorsOf(done)).toEqual([]);
  for (const target of ['base', 'web', 'api']) {
    const { digest, platforms } = await readImage(site, `${open}/${name}/${target}:latest`);
    expect([digest, Object.keys(platforms)]).toEqual([parse(done.outputs.targets)[target]?.digest, PLATFORMS]);
  }
});
