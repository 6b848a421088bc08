import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The lab unpacks docker-registry there, whichever engine it uses; a lab that was up already has it on its PATH. */
const TOOLS = path.resolve(import.meta.dirname, '../../lab/.cache/tools/usr/bin');

/** A real registry whose storage has so few kB; nothing of it is left after `close`. */
export async function startSmallRegistry(parent: string, sizeKb: number, { PATH = '' }: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(path.join(parent, 'small-'));
  const storage = path.join(folder, 'storage');
  mkdirSync(storage);
  const port = await findPort();
  const config = `{version: 0.1, log: {level: error}, storage: {filesystem: {rootdirectory: "${storage}"}}, http: {addr: "127.0.0.1:${port}", secret: small}}`;
  writeFileSync(path.join(folder, 'config.yml'), config);
  // A mount of its own, which ends with the process: the machine sees none of it.
  const script = `mount -t tmpfs -o size=${sizeKb}k tmpfs '${storage}' && exec docker-registry serve '${folder}/config.yml'`;
  const child = spawn('unshare', ['--map-root-user', '--mount', 'sh', '-c', script], {
    stdio: 'ignore',
    env: { PATH: `${TOOLS}:${PATH}` },
  });
  const upstream = `http://127.0.0.1:${port}`;
  await untilUp(upstream);
  return {
    upstream,
    close: async () => {
      child.kill();
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A program that runs node with a small disk in the folder that RUNNER_TEMP names. */
export function writeCrampedNode(parent: string, sizeKb: number): string {
  const file = path.join(parent, `node-${sizeKb}`);
  const script = `mount -t tmpfs -o size=${sizeKb}k tmpfs "$RUNNER_TEMP" && exec '${process.execPath}' "$@"`;
  writeFileSync(file, `#!/bin/sh\nexec unshare --map-root-user --mount sh -c '${script.replaceAll("'", "'\\''")}' sh "$@"\n`, {
    mode: 0o755,
  });
  return file;
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no TCP port');
  return address.port;
}

async function untilUp(origin: string, tries = 200): Promise<void> {
  const isUp = await fetch(`${origin}/v2/`).then(
    ({ ok }) => ok,
    () => false,
  );
  if (isUp) return;
  if (tries === 0) throw new Error(`${origin} did not come up`);
  await sleep(50);
  return untilUp(origin, tries - 1);
}
