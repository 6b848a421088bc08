import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runWorkflow, type WorkflowRun } from '../../runner/run.ts';
import { ACTION, COMMIT_TIME, openSite, type Project, pushEvent, type ReadImage, readImage } from '../tools/step.ts';

const site = await openSite();
const { lab } = site;
const name = site.unique('release');
const TAGS = ['1.2.3', '1.2', '1', 'latest'];
const REFERENCES = [lab.open, lab.auth].map((registry) => TAGS.map((tag) => `${registry}/${name}:${tag}`));
const LABEL = 'say "hi" = a, b;\nsecond line: c=d';

const WORKFLOW = `on: push
jobs:
  image:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - id: image
        uses: tagboat/tagboat@v1
        with:
          images: |
            \${{ vars.FIRST }}
            \${{ vars.SECOND }}
          tags: type=release
          platforms: linux/amd64,linux/arm64
          labels: |
            plain=a=b
            "com.example.note=${LABEL.replaceAll('"', '""').replace('\n', '\n            ')}"
          annotations: |
            index:com.example.index=on the "index" = it
            manifest:com.example.manifest=on each image
          sbom: true
          provenance: mode=max
          registry: \${{ vars.REGISTRY }}
          username: \${{ vars.USERNAME }}
          password: \${{ secrets.PASSWORD }}
      - run: printf '%s' '\${{ steps.image.outputs.digest }}'
`;

let project: Project;
let run: WorkflowRun;
let image: ReadImage;
let outputs: Readonly<Record<string, string>>;

beforeAll(async () => {
  project = site.makeProject({
    Dockerfile: 'FROM busybox\nRUN uname -m >/machine\nCMD ["cat", "/machine"]\n',
    '.github/workflows/image.yml': WORKFLOW,
  });
  run = await runWorkflow(path.join(project.folder, '.github/workflows/image.yml'), {
    ref: 'refs/tags/v1.2.3',
    sha: project.sha,
    event: pushEvent(project, 'refs/tags/v1.2.3'),
    apiUrl: site.github.url,
    env: { ...process.env, ...site.machine },
    vars: { FIRST: `${lab.open}/${name}`, SECOND: `${lab.auth}/${name}`, REGISTRY: lab.auth, USERNAME: lab.user },
    secrets: { PASSWORD: lab.password },
    stubs: { 'tagboat/tagboat': ACTION },
  });
  if (!run.ok) throw new Error(run.log);
  outputs = run.jobs.image?.legs[0]?.steps.image?.outputs ?? {};
  image = await readImage(site, `${lab.open}/${name}:latest`);
});
afterAll(site.close);

const parse = (output: string) => JSON.parse(outputs[output] ?? 'null');
const inspect = async (format: string) =>
  JSON.parse(await site.docker('buildx', 'imagetools', 'inspect', `${lab.auth}/${name}:1.2`, `--format={{json ${format}}}`));

describe('a pushed tag v1.2.3', () => {
  test.each(TAGS)('is %s in both registries, with the one digest', async (tag) => {
    const digests = [lab.open, lab.auth].map(async (registry) => (await readImage(site, `${registry}/${name}:${tag}`)).digest);
    expect(await Promise.all(digests)).toEqual([outputs.digest, outputs.digest]);
  });

  test.each([
    // platform, its machine as the kernel says it
    ['linux/amd64', 'x86_64'],
    ['linux/arm64', 'aarch64'],
  ])('runs on %s', async (platform, machine) => {
    const reference = `${lab.open}/${name}@${image.digest}`;
    expect(await site.docker('run', '--rm', '--quiet', `--platform=${platform}`, reference, 'uname', '-m')).toBe(machine);
    await site.docker('image', 'rm', '--force', reference);
  });

  test('leaves no annotation but its own notices, and no failure', () => {
    expect(run.annotations.filter(({ level }) => level !== 'notice')).toEqual([]);
  });
});

describe('the outputs', () => {
  test('say what the registries say', () => {
    expect(outputs).toMatchObject({ digest: image.digest, imageid: image.digest, version: '1.2.3', pushed: 'true' });
    expect(outputs.tags?.split('\n')).toEqual(REFERENCES.flat());
    expect(parse('digests')).toEqual(image.platforms);
    expect(parse('results')).toEqual({ [lab.open]: 'published', [lab.auth]: 'published' });
    expect(parse('references')).toEqual({
      [lab.open]: REFERENCES[0]?.map((reference) => `${reference}@${image.digest}`),
      [lab.auth]: REFERENCES[1]?.map((reference) => `${reference}@${image.digest}`),
    });
    expect(parse('metadata')).toMatchObject({ 'containerimage.digest': image.digest });
  });

  test('hold tags, labels and annotations as data', () => {
    expect(parse('json')).toMatchObject({
      tags: REFERENCES.flat(),
      labels: { plain: 'a=b', 'com.example.note': LABEL, 'org.opencontainers.image.version': '1.2.3' },
    });
  });

  test('count the compressed bytes of configuration and layers', async () => {
    const [platform = '', digest = ''] = Object.entries(image.platforms)[0] ?? [];
    const { index } = await readImage(site, `${lab.open}/${name}@${digest}`);
    const { config, layers } = index as unknown as { config: { size: number }; layers: readonly { size: number }[] }; // an image manifest
    const bytes = layers.reduce((sum, { size }) => sum + size, 0);
    expect(parse('sizes')[platform]).toBe(bytes + config.size);
  });

  test('reach the steps that follow', () => {
    expect(run.log).toContain(`  ${image.digest}`);
  });
});

describe('the summary', () => {
  test('shows each tag in each registry, the digest, the platforms and how to pull', () => {
    for (const text of ['v1.2.3', ...TAGS, `${lab.open}/${name}`, `${lab.auth}/${name}`, image.digest, 'linux/amd64', 'linux/arm64'])
      expect(run.summary).toContain(text);
    expect(run.summary).toContain(`docker pull ${lab.auth}/${name}:1.2.3@${image.digest}`);
  });
});

describe('the image', () => {
  test('has labels as they were given, and the commit’s time for its own', async () => {
    const images = (await inspect('.Image')) as Readonly<Record<string, { created: string; config: { Labels: Record<string, string> } }>>;
    expect(Object.keys(images)).toEqual(['linux/amd64', 'linux/arm64']);
    for (const { created, config } of Object.values(images)) {
      expect(Date.parse(created)).toBe(Date.parse(COMMIT_TIME)); // SOURCE_DATE_EPOCH reached BuildKit
      expect(config.Labels).toMatchObject({
        plain: 'a=b',
        'com.example.note': LABEL,
        'org.opencontainers.image.created': COMMIT_TIME,
        'org.opencontainers.image.revision': project.sha,
        'org.opencontainers.image.source': 'https://github.com/octo/demo',
        'org.opencontainers.image.version': '1.2.3',
      });
    }
  });

  test('has annotations at the level they were given for', async () => {
    expect(image.index.annotations).toMatchObject({ 'com.example.index': 'on the "index" = it' });
    for (const digest of Object.values(image.platforms)) {
      const { index } = await readImage(site, `${lab.open}/${name}@${digest}`);
      expect(index.annotations).toMatchObject({ 'com.example.manifest': 'on each image' });
    }
  });

  test('has an SBOM and full provenance for each platform', async () => {
    const [sbom, provenance] = await Promise.all([inspect('.SBOM'), inspect('.Provenance')]);
    for (const platform of ['linux/amd64', 'linux/arm64']) {
      expect(sbom[platform].SPDX).toMatchObject({ SPDXID: 'SPDXRef-DOCUMENT' });
      expect(JSON.stringify(provenance[platform])).toContain('buildConfig');
    }
  });
});

test('the user’s docker configuration is as it was', () => {
  const files = readdirSync(site.machine.DOCKER_CONFIG ?? '', { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.filter(({ parentPath }) => !/\/buildx\b/.test(parentPath)).map(({ name: file }) => file)).toEqual([]);
});
