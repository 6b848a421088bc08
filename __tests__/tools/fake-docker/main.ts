/** The program that stands for docker: `node main.ts FOLDER ARGUMENT…`; FOLDER holds its behaviour and its journal. */
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { answerCommand } from './answers.ts';
import { readBehaviour } from './behaviour.ts';
import { build } from './build.ts';
import { noteBuilders, readBuilders } from './builders.ts';

const [folder = '', ...argv] = process.argv.slice(2);
const behaviour = readBehaviour(path.join(folder, 'behaviour.json'), process.env);
const configFolder = process.env.DOCKER_CONFIG ?? path.join(process.env.HOME ?? os.homedir(), '.docker');
const isBuild = argv[0] === 'buildx' && argv[1] === 'build';

const note = (entry: object) => appendFileSync(path.join(folder, 'journal.jsonl'), `${JSON.stringify({ pid: process.pid, ...entry })}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    note({ kind: 'signal', signal, at: Date.now() });
    if (isBuild && behaviour.build === 'deaf') return;
    // buildx exits with 130 for either, once it has said this
    process.stderr.write('ERROR: failed to build: failed to solve: Canceled: context canceled\n');
    end(130);
  });
}
// Whoever sees that it has started may end it at once.
note({ kind: 'start', argv, cwd: process.cwd(), env: process.env, stdin: await readStdin(), config: describeConfig(), at: Date.now() });
end(await run());

async function run(): Promise<number> {
  if (isBuild) return build(argv.slice(2), { behaviour, configFolder, say: (words) => process.stderr.write(words) });
  const { stdout, stderr = '', code } = answerCommand(argv, { ...behaviour, builders: { ...behaviour.builders, ...readBuilders(folder) } });
  if (code === 0) noteBuilders(folder, argv);
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  return code;
}

function end(code: number): never {
  note({ kind: 'end', code });
  process.exit(code);
}

/** Read only where docker would: a pipe that nobody closes must not hold a call up. */
async function readStdin(): Promise<string> {
  return argv.includes('--password-stdin') || argv.includes('-') ? text(process.stdin) : '';
}

function describeConfig(): object {
  if (!existsSync(configFolder)) return { folder: configFolder, files: [] };
  const file = path.join(configFolder, 'config.json');
  const mode = (name: string) => (statSync(name).mode & 0o777).toString(8);
  const found = existsSync(file) ? { mode: mode(file), text: readFileSync(file, 'utf8') } : {};
  return { folder: configFolder, folderMode: mode(configFolder), files: readdirSync(configFolder), ...found };
}
