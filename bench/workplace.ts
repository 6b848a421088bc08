import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { withoutLogins } from '../__tests__/tools/lab.ts';
import { type SlowLink, startSlowLink } from '../__tests__/tools/slow-link.ts';
import { scrubEnvironment } from '../runner/environment.ts';
import { MARK } from './content.ts';
import { type QuietLab, startQuietLab } from './quiet-lab.ts';

/** What the measurements share: the lab's registries, a folder, and an environment in which docker has no logins. */
export type Workplace = {
  /** The bundle's folder, `dist`. */
  readonly dist: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** Four registries, as `host:port`. */
  readonly near: readonly string[];
  /** The same behind slow lines. */
  readonly far: readonly string[];
  readonly content: QuietLab['content'];
  /** Removes what this run has left anywhere. */
  readonly close: () => Promise<void>;
};

const REGISTRIES = 4;
/** DESIGN's far registry: 20 ms away, 10 MB/s a connection. */
const FAR = { rttMs: 20, bytesPerSecond: 10_000_000 };

export async function openWorkplace(dist: string): Promise<Workplace> {
  const { lab, content, stop } = await startQuietLab({ TAGBOAT_LAB_EXTRA: String(REGISTRIES) });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tagboat-bench-'));
  const near = lab.extra.slice(0, REGISTRIES);
  const links = await Promise.all(near.map((registry) => startSlowLink({ ...FAR, target: Number(registry.split(':')[1]) })));
  // What the lab sets for its private authority is no runner's, and is not needed: these registries speak plain HTTP.
  const {
    SSL_CERT_FILE: _file,
    NODE_EXTRA_CA_CERTS: _authority,
    ...env
  } = scrubEnvironment(await withoutLogins(lab, path.join(folder, 'docker')));
  return {
    dist: path.resolve(dist),
    folder,
    env,
    near,
    content,
    far: links.map(({ host }) => host),
    close: async () => {
      try {
        await close({ folder, env, links });
      } finally {
        await stop();
      }
    },
  };
}

type Opened = { readonly folder: string; readonly env: Readonly<Record<string, string>>; readonly links: readonly SlowLink[] };

/** A run would leave gigabytes: build cache and copies of build contexts in the engine, and all that was pushed. */
async function close({ folder, env, links }: Opened): Promise<void> {
  await Promise.all(links.map((link) => link.close()));
  for (const filter of [`description~=${MARK}`, 'type=source.local']) {
    execFileSync('docker', ['buildx', 'prune', '--force', '--filter', filter], { env, stdio: 'ignore' });
  }
  for (let number = 1; number <= REGISTRIES; number += 1) {
    rmSync(path.join(env.TAGBOAT_LAB_STATE ?? folder, `registries/extra-${number}/docker`), { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
}
