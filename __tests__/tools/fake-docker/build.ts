import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CommandLine, parseCommandLine, parseOutput } from './arguments.ts';
import type { Behaviour } from './behaviour.ts';
import { describe, type Image, makeImage } from './image.ts';
import { writeLayout } from './layout.ts';
import { pushImage } from './push.ts';

export type Surroundings = { readonly behaviour: Behaviour; readonly configFolder: string; readonly say: (text: string) => void };

/** `docker buildx build`: gives the exit code. What it says goes to stderr, as with `--progress=plain`. */
export async function build(argv: readonly string[], around: Surroundings): Promise<number> {
  const line = parseCommandLine(argv);
  const { behaviour, say } = around;
  if (behaviour.build === 'die') return 137;
  const file = path.basename(line.last('file') ?? 'Dockerfile');
  say(
    `#0 building with "${line.last('builder') ?? 'default'}" instance using docker driver\n\n#1 [internal] load build definition from ${file}\n`,
  );
  if (behaviour.build === 'hang' || behaviour.build === 'deaf') await new Promise(() => setInterval(() => undefined, 60_000));
  if (behaviour.build === 'fail') return failingRun(file, say);
  await sleep(behaviour.buildMs);
  const image = makeImage(readRequest(line, behaviour));
  say(`#1 DONE 0.0s\n\n#2 exporting to image\n#2 exporting manifest list ${image.top.digest} done\n`);
  return deliver(image, line, around);
}

function readRequest(line: CommandLine, behaviour: Behaviour) {
  const epoch = process.env.SOURCE_DATE_EPOCH ?? argument(line, 'SOURCE_DATE_EPOCH') ?? '0';
  return {
    platforms: line.has('platform') ? line.all('platform').flatMap((value) => value.split(',')) : ['linux/amd64'],
    labels: Object.fromEntries(line.all('label').map((label) => [label.replace(/=.*$/s, ''), label.replace(/^[^=]*=?/, '')])),
    annotations: line.all('annotation'),
    provenance: line.last('provenance') !== 'false',
    created: new Date(Number(epoch) * 1000).toISOString(),
    behaviour,
  };
}

function argument(line: CommandLine, name: string): string | undefined {
  return line
    .all('build-arg')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

async function deliver(image: Image, line: CommandLine, { configFolder, say }: Surroundings): Promise<number> {
  const outputs = line.all('output').map(parseOutput);
  for (const { type, name = '', push, dest = '' } of outputs) {
    if (type === 'oci') writeLayout(image, dest);
    if (type === 'local') writeFile(path.join(dest, 'built'), image.top.digest);
    if (type !== 'image' || push !== 'true') continue;
    try {
      for (const one of name.split(',')) await pushImage(image, { name: one, configFolder });
    } catch (error) {
      return failingPush(name, { error, say });
    }
  }
  say('#2 DONE 0.0s\n');
  writeResult(image, line);
  return 0;
}

function writeResult({ top }: Image, line: CommandLine): void {
  const metadata = { 'containerimage.descriptor': describe(top), 'containerimage.digest': top.digest };
  const files: readonly [string | undefined, string][] = [
    [line.last('metadata-file'), JSON.stringify(metadata, undefined, 2)],
    [line.last('iidfile'), top.digest],
  ];
  for (const [file, text] of files) if (file !== undefined) writeFile(file, text);
}

function writeFile(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** What buildx 0.29 prints where a RUN instruction fails. */
function failingRun(file: string, say: Surroundings['say']): number {
  const cause = 'process "/bin/sh -c make test" did not complete successfully: exit code: 3';
  say(
    `#1 DONE 0.0s\n\n#5 [2/2] RUN make test\n#5 0.130 one test failed\n#5 ERROR: ${cause}\n------\n > [2/2] RUN make test:\n0.130 one test failed\n------\n${file}:2\n--------------------\n   1 |     FROM busybox\n   2 | >>> RUN make test\n   3 |     \n--------------------\nERROR: failed to build: failed to solve: ${cause}\n`,
  );
  return 1;
}

function failingPush(name: string, { error, say }: { error: unknown; say: Surroundings['say'] }): number {
  const cause = `failed to push ${name}: ${error instanceof Error ? error.message : String(error)}`;
  say(`#2 ERROR: ${cause}\n------\n > exporting to image:\n------\nERROR: failed to build: failed to solve: ${cause}\n`);
  return 1;
}
