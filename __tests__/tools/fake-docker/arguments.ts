/** A command line of docker, taken apart. */
export type CommandLine = {
  /** The values of a flag in their order, its short form included. */
  readonly all: (name: string) => readonly string[];
  readonly last: (name: string) => string | undefined;
  readonly has: (name: string) => boolean;
  readonly positionals: readonly string[];
};

/** Flags of `buildx build` without a value. */
const switches = new Set([
  'check',
  'debug',
  'force',
  'D',
  'load',
  'no-cache',
  'pull',
  'push',
  'quiet',
  'q',
  'password-stdin',
  'bootstrap',
  'rm',
  'privileged',
  'use',
]);
const longNames: Readonly<Record<string, string>> = { t: 'tag', f: 'file', o: 'output', u: 'username', p: 'password' };

/** Reads `--flag=value`, `--flag value`, `-f value` and switches; behind `--` all are positional. */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const rest = [...argv];
  const flags: [string, string][] = [];
  const positionals: string[] = [];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, short = '', equals, value = ''] = /^--?([A-Za-z][\w-]*)(=)?(.*)$/s.exec(word) ?? [];
    const name = longNames[short] ?? short;
    if (word === '--') positionals.push(...rest.splice(0));
    else if (name === '') positionals.push(word);
    else if (equals !== undefined || switches.has(name)) flags.push([name, value]);
    else flags.push([name, rest.shift() ?? '']);
  }
  const all = (name: string) => flags.filter(([other]) => other === name).map(([, value]) => value);
  return { all, last: (name) => all(name).at(-1), has: (name) => all(name).length > 0, positionals };
}

/** The fields of an `--output` value: `type=image,"name=a,b",push=true`. A bare text is `type=local,dest=…`. */
export function parseOutput(value: string): Readonly<Record<string, string>> {
  if (!value.includes('=')) return { type: 'local', dest: value };
  const fields = [...value.matchAll(/"((?:[^"]|"")*)"|([^,]+)/g)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '');
  return Object.fromEntries(fields.map((field) => [field.replace(/=.*$/s, ''), field.replace(/^[^=]*=?/, '')]));
}
