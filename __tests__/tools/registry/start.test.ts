import { describe, expect, test } from '@jest/globals';
import { digestOf } from './protocol.ts';
import { startRegistry } from './start.ts';

const BYTES = Buffer.from('{}');
const DIGEST = digestOf(BYTES);
const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const MANIFEST = JSON.stringify({
  schemaVersion: 2,
  mediaType: OCI_MANIFEST,
  config: { mediaType: 'application/vnd.oci.empty.v1+json', digest: DIGEST, size: 2 },
  layers: [],
});

describe('the test registry', () => {
  test('takes a blob and a manifest that keep to the specification', async () => {
    const registry = await startRegistry();
    const session = await fetch(`${registry.origin}/v2/app/blobs/uploads/`, { method: 'POST' });
    const location = session.headers.get('location') ?? '';
    const headers = { 'content-type': 'application/octet-stream' };
    const stored = await fetch(`${registry.origin}${location}&digest=${DIGEST}`, { method: 'PUT', headers, body: BYTES });
    const put = await fetch(`${registry.origin}/v2/app/manifests/v1`, {
      method: 'PUT',
      headers: { 'content-type': OCI_MANIFEST },
      body: MANIFEST,
    });
    expect([session.status, stored.status, put.status]).toEqual([202, 201, 201]);
    expect(registry.tags('app')).toEqual({ v1: digestOf(Buffer.from(MANIFEST)) });
    expect(registry.journal.map(({ operation, status }) => `${operation} ${status}`)).toEqual([
      'upload-start 202',
      'upload-finish 201',
      'manifest-put 201',
    ]);
    expect(registry.openUploads()).toBe(0);
    await registry.close();
  });

  test('takes chunks in their order only', async () => {
    const registry = await startRegistry();
    const start = await fetch(`${registry.origin}/v2/app/blobs/uploads/`, { method: 'POST' });
    const patch = async (location: string | null, range: string, body: string) => {
      const headers = { 'content-type': 'application/octet-stream', 'content-range': range };
      return fetch(registry.origin + location, { method: 'PATCH', headers, body });
    };
    const first = await patch(start.headers.get('location'), '0-0', '{');
    const gap = await patch(first.headers.get('location'), '5-5', '}');
    const second = await patch(first.headers.get('location'), '1-1', '}');
    const end = await fetch(`${registry.origin}${second.headers.get('location')}&digest=${DIGEST}`, { method: 'PUT' });
    expect([first.status, gap.status, second.status, end.status]).toEqual([202, 416, 202, 201]);
    expect(registry.blob('app', DIGEST)).toEqual(BYTES);
    await registry.close();
  });

  // method, path, headers, body, violation
  test.each([
    ['GET', '/v2/app/nothing', {}, undefined, 'no such endpoint'],
    ['PUT', '/v2/app/manifests/v1', { 'content-type': 'application/json' }, MANIFEST, 'PUT of a manifest as application/json'],
    ['POST', '/v2/app/blobs/uploads/', {}, 'bytes', 'with a body'],
  ])('notes that %s %s breaks the specification', async (method, path, headers, body, violation) => {
    const registry = await startRegistry();
    const request = { method, headers, ...(body === undefined ? {} : { body }) };
    await fetch(registry.origin + path, request);
    expect(registry.violations.join()).toContain(violation);
    await expect(registry.close()).rejects.toThrow(violation);
  });
});
