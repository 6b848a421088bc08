import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type Checkout, type ExampleEvent, type ExampleRun, openExample, PLATFORMS } from '../tools/example.ts';
import { startGithub } from '../tools/github.ts';

const REPOSITORY = 'lsst-sqre/ltd-keeper';
const IMAGES = ['ltd-keeper', 'ltd-keeper-proxy'];

const NOTHING = { puts: 0, published: { 'ltd-keeper': [], 'ltd-keeper-proxy': [] } };

const example = await openExample('ltd-keeper', REPOSITORY);
const { docker } = example.site;
afterAll(example.close);

const key = path.join(example.site.folder, 'release-key');
execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);

const push = (ref: string, more: ExampleEvent = {}): Promise<ExampleRun> => example.run('images.yml', { ref, ...more });

/** A pushed tag 1.2.3; who may sign one is known by the key. */
const release = (history: (git: Checkout['git']) => void): Promise<ExampleRun> =>
  push('refs/tags/1.2.3', { history, vars: { RELEASE_KEYS: readFileSync(`${key}.pub`, 'utf8') } });

/** Asks the service through the proxy, both in one pod: containers that share an address. */
async function askPod(run: ExampleRun, platform: string, url: string): Promise<string> {
  const name = `pod-${randomUUID()}`;
  const start = (...args: readonly string[]) => docker('run', '--detach', '--quiet', '--pull=always', `--platform=${platform}`, ...args);
  const ask = `
import time, urllib.request
for _ in range(100):
    try:
        print(urllib.request.urlopen('${url}', timeout=10).read().decode())
        break
    except OSError:
        time.sleep(0.2)`;
  try {
    await start(`--name=${name}`, run.image('ltd-keeper:latest'));
    await start(`--name=${name}-proxy`, `--network=container:${name}`, run.image('ltd-keeper-proxy:k8s'));
    return (await docker('exec', name, 'python', '-c', ask)).trim();
  } finally {
    await docker('rm', '--force', name, `${name}-proxy`);
    await docker('image', 'rm', '--force', run.image('ltd-keeper:latest'), run.image('ltd-keeper-proxy:k8s'));
  }
}

describe('ltd-keeper', () => {
  let main: ExampleRun;

  test('a push to main is latest, and the proxy k8s in the same run', async () => {
    main = await push('refs/heads/main');
    expect(main.errors).toEqual([]);
    expect(await main.published(...IMAGES)).toEqual({ 'ltd-keeper': ['latest'], 'ltd-keeper-proxy': ['k8s'] });
  });

  test('the service’s own tests and the proxy’s passed in the very images, on both platforms', () => {
    for (const platform of PLATFORMS) {
      expect(main.group(`Tests of keeper on ${platform}`)).toMatch(/Ran 5 tests in .*\n\s*OK/);
      expect(main.group(`Tests of proxy on ${platform}`)).toMatch(/nginx\.conf test is successful/);
    }
  });

  test.each(PLATFORMS)('the service answers through the proxy on %s', async (platform) => {
    expect(await askPod(main, platform, 'http://127.0.0.1:8080/healthz')).toBe('{"status":"ok"}');
  });

  test('a test that fails publishes neither image', async () => {
    const edits = { 'keeper/app.py': (text: string) => text.replace('abort(409', 'abort(400') };
    const failing = await push('refs/heads/main', { edits });
    expect(failing.errors[0]).toMatch(/keeper: .*python -m unittest .* ended with status 1 on linux\/amd64/);
    expect({ puts: failing.puts, published: await failing.published(...IMAGES) }).toEqual(NOTHING);
  });

  test('a branch tickets/DM-123 is tickets-DM-123, and latest and k8s stay', async () => {
    const run = await push('refs/heads/tickets/DM-123', { namespace: main.namespace });
    expect(run.errors).toEqual([]);
    expect(await run.published(...IMAGES)).toEqual({
      'ltd-keeper': ['latest', 'tickets-DM-123'],
      'ltd-keeper-proxy': ['k8s', 'k8s-tickets-DM-123'],
    });
  });

  test('a signed tag 1.2.3 is 1.2.3, and not latest', async () => {
    const run = await release((git) =>
      git('-c', 'gpg.format=ssh', '-c', `user.signingkey=${key}`, 'tag', '--sign', '--message=Release 1.2.3', '1.2.3'),
    );
    expect(run.errors).toEqual([]);
    expect(await run.published(...IMAGES)).toEqual({ 'ltd-keeper': ['1.2.3'], 'ltd-keeper-proxy': ['k8s'] });
  });

  test('an unsigned tag is refused before the build, and nothing is published', async () => {
    const run = await release((git) => git('tag', '--annotate', '--message=Release 1.2.3', '1.2.3'));
    expect(run.errors).toEqual([expect.stringContaining('"1.2.3" is not signed')]);
    expect(run.log).not.toContain('docker buildx bake');
    expect({ puts: run.puts, published: await run.published(...IMAGES) }).toEqual(NOTHING);
  });

  describe('without keys GitHub’s word counts:', () => {
    const releaseBy = async (verification: { readonly verified: boolean; readonly reason: string }): Promise<ExampleRun> => {
      const tag = { commit: example.checkOut().sha, object: '5e6f7a8b'.repeat(5), verification };
      const github = await startGithub({ repositories: { [REPOSITORY]: { tags: { '1.2.3': tag } } } });
      const run = await push('refs/tags/1.2.3', { apiUrl: github.url });
      await github.close();
      return run;
    };

    test('a signature that it has verified is a release', async () => {
      const run = await releaseBy({ verified: true, reason: 'valid' });
      expect(run.errors).toEqual([]);
      expect(await run.published('ltd-keeper')).toEqual({ 'ltd-keeper': ['1.2.3'] });
    });

    test('one that it does not know is refused', async () => {
      const run = await releaseBy({ verified: false, reason: 'unknown_key' });
      expect(run.errors).toEqual([expect.stringContaining('not verified (unknown_key)')]);
      expect(run.puts).toBe(0);
    });
  });

  test('make image puts …:build into the engine, and asks no registry', async () => {
    const image = `${example.registry.host}/lsstsqre/ltd-keeper`;
    const asked = example.registry.journal.length;
    await example.shell(`make image IMAGE=${image}`, example.checkOut().folder);
    expect(await docker('run', '--rm', `${image}:build`, 'python', '-c', 'import keeper.app')).toBe('');
    await docker('image', 'rm', '--force', `${image}:build`);
    expect(example.registry.journal.slice(asked)).toEqual([]);
  });

  test('refs.txt holds the tags of every kind of ref', async () => {
    expect(await example.checkRefs()).toContain('8 refs get the tags that refs.txt says\n');
  });
});
