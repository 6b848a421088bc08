import { afterAll, describe, expect, test } from '@jest/globals';
import { type ExampleEvent, type ExampleRun, openExample, PLATFORMS } from '../tools/example.ts';
import { readImage } from '../tools/step.ts';

const example = await openExample('python-package-template', 'octo/helloworld');
const { site, registry, login } = example;
const { lab } = site;
const FIZZBUZZ = '1 2 Fizz 4 Buzz Fizz 7 8 Fizz Buzz';
const WORKFLOW = 'release.yml';
afterAll(example.close);

/** Each registry has a login of its own. */
const release = (tag: string, more: ExampleEvent = {}): Promise<ExampleRun> =>
  example.run(WORKFLOW, {
    ref: `refs/tags/${tag}`,
    ...more,
    vars: { DOCKER_HUB: registry.host, DOCKER_HUB_USER: login.username, GITLAB_REGISTRY: lab.auth, GITLAB_USER: lab.user },
    secrets: { DOCKER_HUB_TOKEN: login.password, GITLAB_TOKEN: lab.password },
  });

/** The digest that a tag has in each of the two registries, as docker reads it. */
const digestsOf = (run: ExampleRun, tag: string): Promise<readonly string[]> =>
  Promise.all([lab.open, lab.auth].map(async (host) => (await readImage(site, `${host}/${run.namespace}/helloworld:${tag}`)).digest));

/** Of the two registries only the first counts what it is asked to store. */
async function expectNothing(run: ExampleRun, tag: string): Promise<void> {
  expect({ puts: run.puts, published: await run.published('helloworld') }).toEqual({ puts: 0, published: { helloworld: [] } });
  await expect(readImage(site, `${lab.auth}/${run.namespace}/helloworld:${tag}`)).rejects.toThrow('not found');
}

describe('python-package-template', () => {
  let first: ExampleRun;

  test('a tag v1.2.3 is v1.2.3 and latest in both registries, by one digest', async () => {
    first = await release('v1.2.3');
    expect(first.errors).toEqual([]);
    expect(await first.published('helloworld')).toEqual({ helloworld: ['latest', 'v1.2.3'] });
    const digests = [...(await digestsOf(first, 'v1.2.3')), ...(await digestsOf(first, 'latest'))];
    expect(digests).toEqual(Array(4).fill(first.outputs.digest));
  });

  test.each(PLATFORMS)('helloworld fizzbuzz -n 10 works on %s', async (platform) => {
    const printed = await example.runIn(first.image('helloworld:v1.2.3'), platform, 'fizzbuzz', '-n', '10');
    expect(printed.split('\n').join(' ')).toBe(FIZZBUZZ);
  });

  test('VERSION comes from the tag, in PEP 440’s own form', async () => {
    expect(await example.runIn(first.image('helloworld:latest'), 'linux/amd64', '--version')).toBe('1.2.3');
  });

  test('the compressed size of each platform is an output and in the summary', () => {
    const sizes = Object.entries(JSON.parse(first.outputs.sizes ?? '{}') as Record<string, number>);
    expect(sizes.map(([platform]) => platform)).toEqual(PLATFORMS);
    for (const [, bytes] of sizes) expect(first.summary).toContain(`${(bytes / 1e6).toFixed(1)} MB`);
  });

  test('a prerelease v1.3.0b2 has its own tag alone: latest stays', async () => {
    const run = await release('v1.3.0b2', { namespace: first.namespace });
    expect(run.errors).toEqual([]);
    expect(await run.published('helloworld')).toEqual({ helloworld: ['latest', 'v1.2.3', 'v1.3.0b2'] });
    expect(await digestsOf(run, 'latest')).toEqual([first.outputs.digest, first.outputs.digest]);
  });

  test('any other tag does not run the workflow; if it did, the step would say why it publishes nothing', async () => {
    const run = await release('v1.2');
    expect(run.errors).toEqual([expect.stringContaining('its pattern does not match "v1.2"')]);
    expect(run.log).not.toContain('docker buildx build');
    await expectNothing(run, 'v1.2');
  });

  test('an image over max-size is not published, and its largest layers are named', async () => {
    const run = await release('v2.0.0', { edits: { [`.github/workflows/${WORKFLOW}`]: (text) => text.replace('300 MB', '1 MB') } });
    expect(run.errors[0]).toMatch(/^max-size: "1 MB" is less than linux\/amd64 has: .* compressed; the largest layers are /);
    await expectNothing(run, 'v2.0.0');
  });

  test('refs.txt holds the tags of every kind of ref', async () => {
    expect(await example.checkRefs()).toBe('11 refs get the tags that refs.txt says\n');
  });
});
