import { expect, test } from '@jest/globals';
import type { ImageBuildRequest } from '../../src/build/build-request.ts';
import { engineOutput, layoutOutput, pushOutput } from '../../src/build/output.ts';

type Facts = { readonly reproducible?: boolean; readonly canSkipStore?: boolean; readonly driver?: string };

function request({ reproducible = false, canSkipStore = true, driver = 'docker' }: Facts): ImageBuildRequest {
  return { build: { reproducible }, builder: { driver }, canSkipStore } as ImageBuildRequest; // what outputs depend on
}

test.each<[Facts, string]>([
  [{}, ',store=false'],
  [{ canSkipStore: false }, ''],
  [{ driver: 'docker-container' }, ''],
  [{ reproducible: true }, ',store=false,rewrite-timestamp=true'],
])('with %j an image is pushed with %j', (facts, wanted) => {
  expect(pushOutput('127.0.0.1:1/candidate', request(facts))).toBe(`type=image,name=127.0.0.1:1/candidate:run,push=true${wanted}`);
});

test('file times are the commit’s in a layout too where that is asked for, and never in the engine', () => {
  expect(layoutOutput('/out', request({ reproducible: true }))).toBe('type=oci,dest=/out,tar=false,rewrite-timestamp=true');
  expect(layoutOutput('/a,b', request({}))).toBe('type=oci,"dest=/a,b",tar=false');
  expect(layoutOutput('/out', request({}))).toBe('type=oci,dest=/out,tar=false');
  expect(engineOutput('o/app:1')).toBe('type=docker,name=o/app:1');
});
