import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startLab, withoutLogins } from '../tools/lab.ts';

const lab = await startLab();
const folder = await mkdtemp(join(tmpdir(), 'lab-test-'));
const env = await withoutLogins(lab, join(folder, 'docker'));
const run = `lab-${randomUUID().slice(0, 8)}`; // repositories and builders of this run only
const PLATFORMS = 'linux/amd64,linux/arm64';
const withOwnEngine = lab.engineA.startsWith(`unix://${lab.env.TAGBOAT_LAB_STATE}/`) ? test : test.skip;
const withSecondEngine = lab.engineB === undefined ? test.skip : test;

type Options = { readonly input?: string; readonly env?: Readonly<Record<string, string>> };

/** Runs docker, and gives what it printed on both streams; rejects with it where it fails. */
async function docker(args: readonly string[], { input = '', env: other = {} }: Options = {}): Promise<string> {
  const running = promisify(execFile)('docker', args, { env: { ...env, ...other }, maxBuffer: 2 ** 24 });
  running.child.stdin?.end(input);
  const { stdout, stderr } = await running;
  return stdout + stderr;
}

/** A Dockerfile without a context; its steps run anew in every run of the tests. */
const build = (args: readonly string[], ...lines: readonly string[]) =>
  docker(['buildx', 'build', '--progress=plain', `--build-arg=RUN=${run}`, ...args, '-'], { input: ['ARG RUN', ...lines].join('\n') });
const PYTHON_APP = ['FROM python:3-slim', 'ARG RUN', 'RUN python3 -c "import platform, ssl, sqlite3; print(platform.machine())" >/machine'];

afterAll(async () => {
  // The engine may be one that was there before the lab.
  const lines = (await docker(['image', 'ls', '--no-trunc', '--format', '{{.ID}} {{.Repository}}'])).trim().split('\n');
  const images = new Set(lines.filter((line) => line.endsWith(run)).map((line) => line.split(' ')[0] ?? ''));
  if (images.size > 0) await docker(['image', 'rm', '--force', ...images]);
  await rm(folder, { recursive: true, force: true });
});

describe('lab/up', () => {
  test('called by several processes at once, gives all of them the same lab', async () => {
    const labs = await Promise.all([startLab(), startLab(), startLab()]);
    expect(labs.map(({ engineA, password }) => ({ engineA, password }))).toEqual(
      Array(3).fill({ engineA: lab.engineA, password: lab.password }),
    );
  });

  test('starts further open registries when they are asked for', async () => {
    const { extra } = await startLab({ TAGBOAT_LAB_EXTRA: '2' });
    const answers = await Promise.all(extra.slice(0, 2).map((registry) => fetch(`http://${registry}/v2/`)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });
});

describe('an engine of the lab', () => {
  test.each([lab.engineA, lab.engineB].filter((engine) => engine !== undefined))(
    '%s keeps its images in the containerd store',
    async (engine) => {
      expect(await docker(['-H', engine, 'info', '--format', '{{.DriverStatus}}'])).toContain('io.containerd.snapshotter');
    },
  );

  // image, platform, its machine as the kernel says it
  test.each([
    ['busybox', 'linux/amd64', 'x86_64'],
    ['busybox', 'linux/arm64', 'aarch64'],
    ['python:3-slim', 'linux/amd64', 'x86_64'],
    ['python:3-slim', 'linux/arm64', 'aarch64'],
  ])('runs %s on %s', async (image, platform, machine) => {
    expect(await docker(['run', '--rm', '--platform', platform, image, 'uname', '-m'])).toContain(machine);
  });

  test('builds for both platforms, with a step under emulation, and pushes one index', async () => {
    await build(['--platform', PLATFORMS, '--push', '--tag', `${lab.open}/${run}:both`], ...PYTHON_APP);
    const index = await docker(['buildx', 'imagetools', 'inspect', `${lab.open}/${run}:both`]);
    expect(index).toMatch(/Platform: +linux\/amd64/);
    expect(index).toMatch(/Platform: +linux\/arm64/);
  });

  test('loads what it built, and runs it', async () => {
    await build(['--load', '--tag', `${run}:loaded`], ...PYTHON_APP, 'CMD cat /machine');
    expect(await docker(['run', '--rm', `${run}:loaded`])).toMatch(/x86_64|aarch64/);
  });

  test('attaches an SBOM and provenance', async () => {
    const image = `${lab.open}/${run}:attested`;
    await build(['--sbom=true', '--provenance=mode=max', '--push', '--tag', image], 'FROM busybox', 'RUN echo hello >/hello');
    expect(await docker(['buildx', 'imagetools', 'inspect', image, '--format', '{{json .SBOM}}'])).toContain('SPDXRef-DOCUMENT');
    expect(await docker(['buildx', 'imagetools', 'inspect', image, '--format', '{{json .Provenance}}'])).toContain('buildType');
  });

  test('writes its cache to a registry and reads it back', async () => {
    const cache = `type=registry,ref=${lab.open}/${run}:cache`;
    const lines = ['FROM busybox', 'ARG RUN', 'RUN echo "$RUN cached" >/cached'];
    await build(['--output=type=cacheonly', `--cache-to=${cache},mode=max`], ...lines);
    expect(await build(['--output=type=cacheonly', `--cache-from=${cache}`], ...lines)).toContain(
      `importing cache manifest from ${lab.open}/${run}:cache`,
    );
  });

  test('bakes two targets', async () => {
    const target = (message: string) => ({ output: ['type=cacheonly'], 'dockerfile-inline': `FROM busybox\nRUN echo ${run} ${message}` });
    const file = JSON.stringify({
      group: { default: { targets: ['first', 'second'] } },
      target: { first: target('first'), second: target('second') },
    });
    const log = await docker(['buildx', 'bake', '--progress=plain', '--file', '-'], { input: file });
    expect(log).toContain(`${run} first`);
    expect(log).toContain(`${run} second`);
  });

  test('gives a step the network it asks for', async () => {
    const probe = `wget -q -O- http://${lab.open}/v2/`;
    const log = await build(
      ['--output=type=cacheonly', '--allow=network.host'],
      'FROM busybox',
      'ARG RUN',
      `RUN --network=host ${probe}`,
      `RUN --network=none ! ${probe} && echo "$RUN alone"`,
    );
    expect(log).toContain(`${run} alone`);
  });
});

test('services of a compose file find each other by name, on either platform', async () => {
  const compose = (...args: readonly string[]) => docker(['compose', '--project-name', run, '--file', '-', ...args], { input: file });
  const ask = (platform: string) => ({
    image: 'busybox',
    platform,
    command: ['wget', '-q', '-O', '-', 'http://server:8000/machine'],
    depends_on: { server: { condition: 'service_healthy' } },
  });
  const file = JSON.stringify({
    services: {
      server: {
        image: 'busybox',
        command: ['sh', '-c', 'uname -n >/tmp/machine && exec httpd -f -p 8000 -h /tmp'],
        hostname: run,
        healthcheck: {
          test: ['CMD', 'wget', '-q', '-O', '-', 'http://127.0.0.1:8000/machine'],
          interval: '1s',
          start_interval: '100ms',
          start_period: '10s',
        },
      },
      amd64: ask('linux/amd64'),
      arm64: ask('linux/arm64'),
    },
  });
  try {
    await compose('up', '--wait', 'server');
    expect(await compose('run', '--rm', '--no-TTY', 'amd64')).toContain(run);
    expect(await compose('run', '--rm', '--no-TTY', 'arm64')).toContain(run);
  } finally {
    await compose('down', '--timeout', '0');
  }
});

describe('registries of the lab', () => {
  const login = (registry: string, password: string) =>
    docker(['login', '--username', lab.user, '--password-stdin', registry], { input: password });
  const application = ['FROM busybox', 'ARG RUN', 'RUN echo "$RUN" >/run'];

  test.each([
    ['auth', lab.auth],
    ['tls', lab.tls],
  ])('refuse a push without a login (%s)', async (name, registry) => {
    await expect(build(['--push', '--tag', `${registry}/${run}:${name}`], ...application)).rejects.toThrow(
      /401 Unauthorized|no basic auth credentials/,
    );
  });

  test('refuse a wrong password', async () => {
    await expect(login(lab.auth, 'wrong')).rejects.toThrow('401 Unauthorized');
  });

  describe('after a login', () => {
    beforeAll(async () => {
      await login(lab.auth, lab.password);
      await login(lab.tls, lab.password);
    });

    test('take one image for both platforms, and give it back', async () => {
      const [auth, tls] = [`${lab.auth}/${run}:1`, `${lab.tls}/${run}:1`];
      await build(['--platform', PLATFORMS, '--push', '--tag', auth, '--tag', tls], ...application);
      const digest = (image: string) => docker(['buildx', 'imagetools', 'inspect', image, '--format', '{{json .Manifest.Digest}}']);
      expect(await digest(auth)).toBe(await digest(tls));
    });

    test('do not pass for trusted without the private authority', async () => {
      const args = ['buildx', 'imagetools', 'inspect', `${lab.tls}/${run}:1`];
      await expect(docker(args, { env: { SSL_CERT_FILE: '/etc/ssl/certs/ca-certificates.crt' } })).rejects.toThrow(
        'certificate signed by unknown authority',
      );
    });

    test('take a push from a builder of the docker-container driver on the host network', async () => {
      await pushFromContainer(`${lab.auth}/${run}:host-network`, '--driver-opt', 'network=host');
    });

    // Behind a bridge there is no way to loopback; the other addresses of the lab are known to its own engines only.
    withOwnEngine('take a push from a builder of the docker-container driver behind a bridge', async () => {
      await pushFromContainer(`${lab.tls}/${run}:bridge`);
    });
  });
});

async function pushFromContainer(image: string, ...options: readonly string[]): Promise<void> {
  await docker(['buildx', 'create', '--name', run, '--driver', 'docker-container', ...options]);
  try {
    await build(['--builder', run, '--platform', PLATFORMS, '--push', '--tag', image], ...PYTHON_APP);
    expect(await docker(['buildx', 'imagetools', 'inspect', image])).toMatch(/linux\/amd64[\s\S]*linux\/arm64/);
  } finally {
    await docker(['buildx', 'rm', '--force', run]);
  }
}

withSecondEngine('two engines are two nodes of a builder of the remote driver, each with its platform', async () => {
  const builder = `${run}-nodes`;
  const create = (platform: string, ...args: readonly string[]) =>
    docker(['buildx', 'create', '--name', builder, '--driver', 'remote', '--platform', platform, ...args]);
  await create('linux/amd64', lab.buildkitA);
  await create('linux/arm64', '--append', '--node', 'second', lab.buildkitB ?? '');
  try {
    const log = await build(['--builder', builder, '--platform', PLATFORMS, '--push', '--tag', `${lab.open}/${run}:nodes`], ...PYTHON_APP);
    expect(log).toContain('linux/arm64');
    const used = await docker(['-H', lab.engineB ?? '', 'buildx', 'du', '--verbose']);
    expect(used).toContain('python3 -c');
  } finally {
    await docker(['buildx', 'rm', '--force', builder]);
  }
});
