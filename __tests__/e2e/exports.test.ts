import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { errorsOf, openSite, type Project, runStep } from '../tools/step.ts';

const site = await openSite();
const { open } = site.lab;
afterAll(site.close);

/** As truenth-portal is built: a stage makes the package, another one installs it, and a third holds nothing but the package. */
const Dockerfile = `FROM busybox AS builder
RUN mkdir /out && echo package >/out/portal.deb
FROM scratch AS package
COPY --from=builder /out /
FROM busybox AS production
COPY --from=builder /out/portal.deb /portal.deb
FROM busybox AS broken
RUN false
`;
const makeProject = (): Project => site.makeProject({ Dockerfile });
const inputsFor = (name: string, exports: string) => ({
  images: `${open}/${name}`,
  tags: 'type=release',
  target: 'production',
  provenance: 'mode=max',
  exports,
});
const tagsOf = async (name: string): Promise<unknown> => (await fetch(`http://${open}/v2/${name}/tags/list`)).status;

test('a stage’s files and the image itself are exported, and the image is published', async () => {
  const [name, project] = [site.unique('exports'), makeProject()];
  const inputs = inputsFor(name, 'target=package,type=local,dest=dist/deb\ntype=oci,dest=portal.tar\ntype=oci,tar=false,dest=layout');
  const run = await runStep(site, project, { inputs });
  expect(run).toMatchObject({ code: 0, outputs: { pushed: 'true', digest: expect.stringMatching(/^sha256:/) } });
  expect(readdirSync(path.join(project.folder, 'dist/deb'))).toEqual(['portal.deb']);
  expect(readFileSync(path.join(project.folder, 'dist/deb/portal.deb'), 'utf8')).toBe('package\n');
  expect(existsSync(path.join(project.folder, 'portal.tar'))).toBe(true);
  expect(JSON.parse(run.outputs.metadata ?? '')).toMatchObject({ 'containerimage.digest': run.outputs.digest });
  const again = await runStep(site, project, { inputs: { images: `${open}/${name}-layout`, tags: 'type=release', source: 'layout' } });
  expect(again).toMatchObject({ code: 0, outputs: { pushed: 'true' } });
});

test('a release that is published already is exported again, and left as it is', async () => {
  const [name, project] = [site.unique('exports'), makeProject()];
  const inputs = inputsFor(name, 'target=package,type=local,dest=deb\ntype=local,dest=whole');
  const first = await runStep(site, project, { inputs: { ...inputs, exports: '' } });
  const second = await runStep(site, project, { inputs });
  expect(second).toMatchObject({ code: 0, outputs: { digest: first.outputs.digest, results: expect.stringContaining('unchanged') } });
  expect(readdirSync(path.join(project.folder, 'deb'))).toEqual(['portal.deb']);
  expect(existsSync(path.join(project.folder, 'whole/portal.deb'))).toBe(true);
});

test('where an export fails, nothing is published', async () => {
  const name = site.unique('exports');
  const run = await runStep(site, makeProject(), { inputs: inputsFor(name, 'target=broken,type=local,dest=out') });
  expect(run).toMatchObject({ code: 1, outputs: { pushed: 'false' } });
  expect(errorsOf(run)).toEqual([expect.stringMatching('Dockerfile:8: RUN false ended with exit code 1')]);
  expect(await tagsOf(name)).toBe(404);
});

test('an export that would publish is refused with the other mistakes', async () => {
  const run = await runStep(site, makeProject(), { inputs: { ...inputsFor('x/y', 'type=registry\ndest=out'), push: 'perhaps' } });
  expect(errorsOf(run)).toHaveLength(3);
});
