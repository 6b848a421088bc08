import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const PLATFORMS = ['linux/amd64', 'linux/arm64'] as const;
/** Part of every layer's name, by which the engine's build cache can be cleared of them. */
export const MARK = 'tagboat-bench';

const LAYERS = 4;

/** Writes a build context of that many bytes, half of them for either platform, that no cache and no registry has seen and nothing can compress. */
export function writeContent(folder: string, bytes: number): string {
  const layers = Array.from({ length: LAYERS }, (_, index) => `${MARK}-${index + 1}`);
  for (const platform of PLATFORMS) {
    const architecture = path.join(folder, path.basename(platform));
    mkdirSync(architecture, { recursive: true });
    for (const layer of layers) writeFileSync(path.join(architecture, layer), randomBytes(Math.ceil(bytes / PLATFORMS.length / LAYERS)));
  }
  const copies = layers.map((layer) => `COPY $TARGETARCH/${layer} /`);
  writeFileSync(path.join(folder, 'Dockerfile'), ['FROM busybox', 'ARG TARGETARCH', ...copies, ''].join('\n'));
  return folder;
}
