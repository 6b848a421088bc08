import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ActionRun } from '../tools/action.ts';
import { leftInEngine } from '../tools/left-in-engine.ts';
import { errorsOf, openSite, readImage, runStep, type StepOptions } from '../tools/step.ts';

const site = await openSite();
const { open } = site.lab;
afterAll(site.close);

const PLATFORMS = 'linux/amd64,linux/arm64';
/** Serves its greeting, and the machine it was built for; `/src` has what only the working folder holds. */
const Dockerfile = `FROM busybox
RUN mkdir /www && uname -m >/www/machine
ENV GREETING=none
CMD echo "$GREETING" >/www/greeting; exec /bin/httpd -f -p 8080 -h /www
HEALTHCHECK --interval=500ms --retries=20 CMD ["/bin/wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/greeting"]
`;
/** A database that takes its time, and a web service whose sources are mounted for development. */
const compose = `services:
  web:
    build: .
    environment:
      GREETING: "hello $$USER \${WHO:-nobody}"
    ports: ["8080:8080"]
    volumes: [".:/src"]
    depends_on:
      db: { condition: service_healthy }
  db:
    image: busybox
    container_name: fixed-name
    restart: always
    command: sh -c 'mkdir /data; echo rows >/data/rows; sleep 1; exec /bin/httpd -f -p 5432 -h /data'
    healthcheck: { test: ["CMD", "/bin/wget", "-q", "-O", "/dev/null", "http://127.0.0.1:5432/rows"], interval: 300ms, retries: 30 }
`;
const FILES = {
  Dockerfile,
  'compose.yaml': compose,
  'broken.yaml': `${compose}  worker:\n    image: busybox\n    command: sh -c 'echo no queue; exit 3'\n`,
};
const project = site.makeProject(FILES);

const run = (inputs: StepOptions['inputs'], options: Partial<StepOptions> = {}): Promise<ActionRun> =>
  runStep(site, project, {
    ...options,
    inputs: { tags: 'type=release', platforms: PLATFORMS, 'test-services': 'compose.yaml', ...inputs },
  });

describe('services around the image under test', () => {
  const name = site.unique('services');
  let done: ActionRun;
  beforeAll(async () => {
    const test = [
      '/bin/wget -q -O - http://db:5432/rows', // the database by its name
      '/bin/wget -q -O - http://web:8080/greeting http://web:8080/machine', // the image itself, running as its service
      'echo "in $GREETING"; test ! -e /src', // in the service's environment, without the sources
    ];
    done = await run({ images: `${open}/${name}`, test: test.join('\n'), vars: 'WHO' }, { env: { WHO: 'you' } });
  });

  test('are up while its tests run, and the image is published', async () => {
    expect(errorsOf(done)).toEqual([]);
    expect((await readImage(site, `${open}/${name}:latest`)).digest).toBe(done.outputs.digest);
  });

  test.each([
    // platform, its machine as the kernel says it
    ['linux/amd64', 'x86_64'],
    ['linux/arm64', 'aarch64'],
  ])('are met by the image for %s', (platform, machine) => {
    const [, group = ''] = done.stdout.split(`::group::Tests on ${platform}`);
    const [log = ''] = group.split('::endgroup::');
    for (const line of ['$ docker compose up db web', 'rows', 'hello $USER you', machine, 'in hello $USER you'])
      expect(log).toMatch(new RegExp(`^${line.replaceAll('$', '\\$')}$`, 'm'));
  });

  test('stand in the summary, and leave nothing in the engine', async () => {
    expect(done.summary).toContain('docker compose up db web');
    expect(await leftInEngine(site, done)).toBe('');
  });
});

test('a service that ends is told with its last words, and nothing is published', async () => {
  const name = site.unique('services');
  const refused = await run({ images: `${open}/${name}`, 'test-services': 'broken.yaml', platforms: 'linux/amd64', test: 'true' });
  expect(refused).toMatchObject({ code: 1, outputs: { pushed: 'false' } });
  expect(errorsOf(refused)).toEqual([
    expect.stringMatching(
      /^test-services: "docker compose up db web worker" did not come up with the image for linux\/amd64, its last line: ".*no queue"/,
    ),
  ]);
  expect((await fetch(`http://${open}/v2/${name}/tags/list`)).status).toBe(404);
  expect(await leftInEngine(site, refused)).toBe('');
});

test('where no service is the image, tests run beside them', async () => {
  const beside = site.makeProject({ ...FILES, 'compose.yaml': compose.replace(/ {2}web:[\s\S]*?\n {2}db:/, '  db:') });
  const inputs = {
    images: `${open}/${site.unique('services')}`,
    tags: 'type=release',
    'test-services': 'compose.yaml',
    test: '/bin/wget -q -O - http://db:5432/rows',
  };
  const done = await runStep(site, beside, { inputs });
  expect(errorsOf(done)).toEqual([]);
  expect(done.stdout).toMatch(/^rows$/m);
});

test('several images are in the stack at once, each in its place', async () => {
  const name = site.unique('services');
  const files = {
    'web/Dockerfile': 'FROM busybox\nRUN mkdir /www && echo web >/www/who\nCMD ["/bin/httpd", "-f", "-p", "80", "-h", "/www"]\n',
    'api/Dockerfile': 'FROM busybox\nRUN mkdir /www && echo api >/www/who\nCMD ["/bin/httpd", "-f", "-p", "80", "-h", "/www"]\n',
    'compose.yaml': `services:\n  web:\n    image: ${open}/${name}/web\n    build: web\n  api:\n    image: ${open}/${name}/api\n    build: api\n`,
  };
  const inputs = {
    'bake-files': 'compose.yaml',
    'test-services': 'compose.yaml',
    tags: 'type=release',
    test: 'web: /bin/wget -q -O - http://api/who && echo\napi: /bin/wget -q -O - http://web/who && echo',
  };
  const done = await runStep(site, site.makeProject(files), { inputs });
  expect(errorsOf(done)).toEqual([]);
  expect(done.stdout.match(/^(web|api)$/gm)).toEqual(['web', 'api']);
  expect(await leftInEngine(site, done)).toBe('');
});

describe('the services are taken down', () => {
  const start = (signal: 'SIGINT' | 'SIGKILL') =>
    run(
      { images: `${open}/${site.unique('services')}`, platforms: 'linux/amd64', test: 'echo be""gun; sleep 600' },
      { signals: [{ after: 'begun', signal }] },
    );

  test('by a cancelled step itself', async () => {
    const cancelled = await start('SIGINT');
    expect(errorsOf(cancelled)).toEqual(['cancelled by SIGINT']);
    expect(await leftInEngine(site, cancelled)).toBe('');
  });

  test('after a kill by the post step', async () => {
    const killed = await start('SIGKILL');
    expect(killed).toMatchObject({ signal: 'SIGKILL', post: { code: 0 } });
    expect(await leftInEngine(site, killed)).toBe('');
  });
});

test('what is wrong with them is told with all other mistakes, before the build', async () => {
  const refused = await run({ images: `${open}/x`, 'test-services': 'nowhere.yaml', push: 'perhaps' });
  expect(errorsOf(refused)).toEqual([
    expect.stringMatching(
      /^test-services: "nowhere\.yaml" cannot be read \(open .*nowhere\.yaml: no such file or directory\); write paths/,
    ),
    expect.stringContaining('push: "perhaps"'),
  ]);
});

test.each([
  // what is said of the services, their file
  ['"api, web" are built of different things', `${compose}  api:\n    build: api\n`],
  ['"api" would have to be built', `services:\n  web:\n    image: ${open}/x\n  api:\n    build: api\n`],
])('services that cannot be placed are told with all other mistakes: %s', async (said, file) => {
  const inputs = { images: `${open}/x`, tags: 'type=release', 'test-services': 'compose.yaml', 'max-size': '3' };
  const refused = await runStep(site, site.makeProject({ ...FILES, 'compose.yaml': file }), { inputs });
  expect(errorsOf(refused)).toEqual([expect.stringContaining('max-size: "3" has no unit'), expect.stringContaining(said)]);
});
