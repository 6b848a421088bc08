import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, type Image } from './image.ts';

/** Writes an image as an OCI layout in a folder, as `type=oci,tar=false` does. @see https://github.com/opencontainers/image-spec/blob/v1.1.0/image-layout.md */
export function writeLayout({ top, manifests, blobs }: Image, folder: string): void {
  mkdirSync(path.join(folder, 'blobs/sha256'), { recursive: true });
  for (const { digest, bytes } of [top, ...manifests, ...blobs]) writeFileSync(path.join(folder, 'blobs', digest.replace(':', '/')), bytes);
  const index = { schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests: [describe(top)] };
  writeFileSync(path.join(folder, 'index.json'), JSON.stringify(index));
  writeFileSync(path.join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
}
