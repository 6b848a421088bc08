import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseCommandLine } from './arguments.ts';

/** Drivers of the builders that earlier calls have created and not removed, by name. */
export function readBuilders(folder: string): Readonly<Record<string, string>> {
  const file = fileIn(folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {}; // written below
}

/** Keeps in mind what a call creates or removes. */
export function noteBuilders(folder: string, argv: readonly string[]): void {
  if (argv[0] !== 'buildx' || !['create', 'rm'].includes(argv[1] ?? '')) return;
  const { last } = parseCommandLine(argv.slice(2));
  const builders = readBuilders(folder);
  const created = argv[1] === 'create' ? { [last('name') ?? 'fake']: last('driver') ?? 'docker-container' } : {};
  const left = Object.fromEntries(Object.entries(builders).filter(([name]) => argv[1] !== 'rm' || argv.at(-1) !== name));
  writeFileSync(fileIn(folder), JSON.stringify({ ...left, ...created }));
}

function fileIn(folder: string): string {
  return path.join(folder, 'builders.json');
}
