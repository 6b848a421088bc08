import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { ACTION, stageStepForEachTest } from '../tools/stage-step.ts';

const stage = stageStepForEachTest();

/** GitHub's Node, and the one that people have. */
const nodes = [process.execPath, execFileSync('sh', ['-c', 'command -v node'], { encoding: 'utf8' }).trim()];
const PROBE = 'process.stdout.write(`${process.version} ${process.allowedNodeEnvironmentFlags.has("--use-env-proxy")}`)';
const rows = nodes.map((node) => [...execFileSync(node, ['-e', PROBE], { encoding: 'utf8' }).split(' '), node]);

test.each(rows)(
  'Node %s (it knows proxies: %s) goes to a registry through the proxy of the environment, or says that it cannot',
  async (version, knows, node) => {
    const connects: string[] = [];
    const proxy = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', (data) => {
        connects.push(data.toString('latin1').split('\r\n')[0] ?? '');
        socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n');
      });
    }).unref();
    await once(proxy.listen(0, '127.0.0.1'), 'listening');
    const { docker, folder } = stage();
    const options = ['--ref=refs/tags/v1.2.3', '--images=registry.example.test/octo/app', '--push=true'];
    const child = spawn(node ?? '', [path.join(ACTION, 'dist/main/index.js'), 'run', ...options], {
      cwd: path.join(folder, 'workspace'),
      env: {
        HOME: path.join(folder, 'home'),
        GITHUB_SHA: '1a2b3c4d'.repeat(5),
        ...docker.env,
        PATH: `${docker.env.PATH}:/usr/bin:/bin`,
        HTTPS_PROXY: `http://ann:secret@127.0.0.1:${(proxy.address() as AddressInfo).port}`, // a listening TCP server has one
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const [said, [status]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    proxy.close();
    expect(status).toBe(1);
    expect(said).not.toContain('secret');
    expect(docker.callsOf('buildx', 'build')).toEqual([]);
    if (knows === 'true') {
      expect(connects[0]).toBe('CONNECT registry.example.test:443 HTTP/1.1');
      expect(said).toContain('ERR_PROXY_TUNNEL, the proxy answered 403 to CONNECT registry.example.test');
    } else {
      expect(connects).toEqual([]);
      expect(said).toContain(`error: HTTPS_PROXY: cannot be used for registry.example.test by Node ${version}; run Tagboat with Node 24.5`);
    }
  },
);
