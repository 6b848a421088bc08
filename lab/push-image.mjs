// Pushes folders as an image, without an engine: the base images have to be there before one builds, whoever's it is.
// Usage: push-image.mjs REGISTRY REPOSITORY:TAG[,TAG] CONFIG FOLDER [--on REPOSITORY:TAG] [--uncompressed]
//   FOLDER holds one root file system per architecture (FOLDER/amd64, FOLDER/arm64); CONFIG is the image's `config`, in JSON.
//   --on puts them as a layer upon an image of the same registry.
// Times, owners and order are fixed, so that the same files give the same digests.
// @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { gzip } from 'node:zlib';

const OCI = 'application/vnd.oci.image';
const INDEX = `${OCI}.index.v1+json`;
const MANIFEST = `${OCI}.manifest.v1+json`;
const SEARCH_PATH = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const EPOCH = '1970-01-01T00:00:00Z';

const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: { on: { type: 'string' }, uncompressed: { type: 'boolean', default: false } },
});
const [registry, name, configJson, folder] = positionals;
const [repository, tags] = name.split(':');
const config = JSON.parse(configJson);

const sha256 = (bytes) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const urlOf = (path, of = repository) => `http://${registry}/v2/${of}/${path}`;

async function request(url, init) {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${init?.method ?? 'GET'} ${url}: ${response.status} ${await response.text()}`);
  return response;
}

/** Uploads what the registry does not have yet, and gives its descriptor. */
async function pushBlob(bytes, mediaType) {
  const digest = sha256(bytes);
  const known = await fetch(urlOf(`blobs/${digest}`), { method: 'HEAD' });
  if (!known.ok) {
    const session = await request(urlOf('blobs/uploads/'), { method: 'POST' });
    const target = new URL(session.headers.get('location'));
    target.searchParams.set('digest', digest);
    await request(target, { method: 'PUT', body: bytes, headers: { 'content-type': 'application/octet-stream' } });
  }
  return { mediaType, digest, size: bytes.length };
}

/** Gives a blob of another repository to this one, without sending it. */
async function mountBlob(descriptor, from) {
  await request(urlOf(`blobs/uploads/?mount=${descriptor.digest}&from=${from}`), { method: 'POST' });
  return descriptor;
}

async function pushManifest(manifest, reference) {
  const body = JSON.stringify(manifest);
  await request(urlOf(`manifests/${reference ?? sha256(body)}`), { method: 'PUT', body, headers: { 'content-type': manifest.mediaType } });
  return { mediaType: manifest.mediaType, digest: sha256(body), size: Buffer.byteLength(body) };
}

async function packLayer(root) {
  const fixed = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner', '--format=gnu'];
  const { stdout } = await promisify(execFile)('tar', ['-c', ...fixed, '-C', root, '.'], { encoding: 'buffer', maxBuffer: 2 ** 30 });
  return stdout;
}

/** What the layer goes on: nothing, or the image of that architecture. */
async function readBase(architecture) {
  if (options.on === undefined) return { layers: [], diffIds: [], config: { Env: [SEARCH_PATH] } };
  const [from, tag] = options.on.split(':');
  const get = async (path, accept) => (await request(urlOf(path, from), { headers: { accept } })).json();
  const index = await get(`manifests/${tag}`, INDEX);
  const { digest } = index.manifests.find((entry) => entry.platform.architecture === architecture);
  const manifest = await get(`manifests/${digest}`, MANIFEST);
  const image = await get(`blobs/${manifest.config.digest}`, '*/*');
  const layers = await Promise.all(manifest.layers.map((layer) => mountBlob(layer, from)));
  return { layers, diffIds: image.rootfs.diff_ids, config: image.config };
}

/** A later value of a name replaces an earlier one. */
function mergeEnv(...lists) {
  const byName = new Map(lists.flat().map((entry) => [entry.split('=', 1)[0], entry]));
  return [...byName.values()];
}

async function pushArchitecture(architecture) {
  const [base, tar] = await Promise.all([readBase(architecture), packLayer(join(folder, architecture))]);
  const layer = options.uncompressed
    ? await pushBlob(tar, `${OCI}.layer.v1.tar`)
    : await pushBlob(await promisify(gzip)(tar, { level: 1 }), `${OCI}.layer.v1.tar+gzip`);
  const image = {
    created: EPOCH,
    architecture,
    os: 'linux',
    config: { ...base.config, ...config, Env: mergeEnv(base.config.Env, config.Env ?? []) },
    rootfs: { type: 'layers', diff_ids: [...base.diffIds, sha256(tar)] },
  };
  const configBlob = await pushBlob(Buffer.from(JSON.stringify(image)), `${OCI}.config.v1+json`);
  const manifest = await pushManifest({ schemaVersion: 2, mediaType: MANIFEST, config: configBlob, layers: [...base.layers, layer] });
  return { ...manifest, platform: { os: 'linux', architecture } };
}

const manifests = await Promise.all(readdirSync(folder).map(pushArchitecture));
for (const tag of tags.split(',')) await pushManifest({ schemaVersion: 2, mediaType: INDEX, manifests }, tag);
