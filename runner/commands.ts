/** A line that tells the runner something: `::name key=value,key=value::value`. */
export type Command = {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly value: string;
};

/** A mark on the run that people see above the log. */
export type Annotation = {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  /** `title`, `file`, `line` and so on. */
  readonly properties: Readonly<Record<string, string>>;
};

/** What a line of a step's output means to the runner. */
export type Effect =
  | { readonly kind: 'print'; readonly text: string }
  | { readonly kind: 'annotate'; readonly annotation: Annotation }
  | { readonly kind: 'group'; readonly title: string }
  | { readonly kind: 'end-group' }
  | { readonly kind: 'debug'; readonly text: string }
  | { readonly kind: 'mask'; readonly value: string }
  | { readonly kind: 'output' | 'state'; readonly name: string; readonly value: string }
  | { readonly kind: 'silent' };

const known = new Set(
  'add-mask add-matcher add-path debug echo endgroup error group notice remove-matcher save-state set-env set-output stop-commands warning'.split(
    ' ',
  ),
);
const annotationLevels = { error: 'error', warning: 'warning', notice: 'notice' } as const;

/** The command on a line, or undefined where it is mere text. White space before it is allowed, names are known and of any case. */
export function parseCommand(line: string): Command | undefined {
  const parts = /^\s*::([a-z-]+)(?: (.*?))?::(.*)$/is.exec(line);
  const name = parts?.[1]?.toLowerCase() ?? '';
  if (parts === null || !known.has(name)) return undefined;
  const pairs = (parts[2] ?? '').split(',').map((pair) => /^\s*([^=]+)=(.+)$/s.exec(pair));
  const properties = pairs.flatMap((pair) => (pair === null ? [] : [[pair[1] ?? '', unescapeProperty(pair[2] ?? '').trim()] as const]));
  return { name, properties: Object.fromEntries(properties), value: unescapeValue(parts[3] ?? '') };
}

/**
 * Reads a process's lines one after another, of both its streams: between `stop-commands` and its token all is text. The line that ends
 * it is the command `resume-commands`.
 */
export function makeCommandReader(): (line: string) => Command | undefined {
  let token: string | undefined;
  return (line) => {
    if (token !== undefined) {
      if (line.trim() !== `::${token}::`) return undefined;
      const command = { name: 'resume-commands', properties: {}, value: token };
      token = undefined;
      return command;
    }
    const command = parseCommand(line);
    if (command?.name === 'stop-commands') token = command.value;
    return command;
  };
}

/** As {@link makeCommandReader}, giving what each line means to the runner. */
export function makeInterpreter(): (line: string) => Effect {
  const read = makeCommandReader();
  return (line) => {
    const command = read(line);
    return command === undefined ? { kind: 'print', text: line } : meaning(command);
  };
}

function meaning(command: Command): Effect {
  const { name, properties, value } = command;
  switch (name) {
    case 'error':
    case 'warning':
    case 'notice':
      return { kind: 'annotate', annotation: { level: annotationLevels[name], message: value, properties } };
    case 'group':
      return { kind: 'group', title: value };
    case 'endgroup':
      return { kind: 'end-group' };
    case 'debug':
      return { kind: 'debug', text: value };
    case 'add-mask':
      return { kind: 'mask', value };
    case 'set-output':
      return { kind: 'output', name: properties.name ?? '', value };
    case 'save-state':
      return { kind: 'state', name: properties.name ?? '', value };
    case 'set-env':
    case 'add-path': // switched off by GitHub in 2020: any process could write them
      return { kind: 'annotate', annotation: { level: 'error', message: `The \`${name}\` command is disabled.`, properties: {} } };
    default:
      return { kind: 'silent' };
  }
}

function unescapeValue(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return unescapeValue(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}
