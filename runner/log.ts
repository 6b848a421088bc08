import { styleText } from 'node:util';
import type { Annotation } from './commands.ts';
import type { Masks } from './masks.ts';

/** Where a run is told to the person who watches it. */
export type Log = {
  readonly job: (title: string) => void;
  readonly step: (title: string) => void;
  readonly stepEnd: (outcome: string, seconds: number) => void;
  readonly line: (text: string) => void;
  readonly group: (title: string) => void;
  readonly endGroup: () => void;
  readonly annotate: (annotation: Annotation) => void;
  /** All that was told, uncoloured. */
  readonly text: () => string;
};

export type LogOptions = {
  /** Takes one line without its end; already masked, and coloured where asked. */
  readonly write: (line: string) => void;
  readonly colour: boolean;
  readonly masks: Masks;
};

type Style = Parameters<typeof styleText>[0];

const styles = {
  error: { colour: 'red', mark: '✗ error:' },
  warning: { colour: 'yellow', mark: '! warning:' },
  notice: { colour: 'cyan', mark: 'i notice:' },
} as const;

/** A log whose steps stand out, whose groups are indented, and whose annotations say at a glance how bad they are. */
export function makeLog({ write, colour, masks }: LogOptions): Log {
  const told: string[] = [];
  let depth = 0;
  const tell = (text: string, style?: Style) => {
    const shown = masks.hide(text);
    told.push(shown);
    write(colour && style !== undefined ? styleText(style, shown, { validateStream: false }) : shown);
  };
  const inside = (text: string, style?: Style) => {
    for (const line of text.split('\n')) tell(`${'  '.repeat(depth + 1)}${line}`.trimEnd(), style);
  };
  return {
    job: (title) => tell(`━━ ${title} ${'━'.repeat(Math.max(4, 76 - title.length))}`, 'bold'),
    step: (title) => {
      depth = 0;
      tell(`▶ ${title}`, ['bold', 'blue']);
    },
    stepEnd: (outcome, seconds) => {
      depth = 0;
      if (outcome === 'skipped') return;
      const good = outcome === 'success';
      tell(`${good ? '✓' : '✗'} ${outcome} in ${seconds.toFixed(1)} s`, good ? 'green' : 'red');
    },
    line: (text) => inside(text),
    group: (title) => {
      depth = 0; // GitHub's groups do not nest
      inside(`▾ ${title}`, 'bold');
      depth = 1;
    },
    endGroup: () => {
      depth = 0;
    },
    annotate: ({ level, message, properties }) => {
      const { colour: name, mark } = styles[level];
      inside([mark, properties.title === undefined ? '' : `${properties.title}: `, message].join(' ').replace(/ {2,}/, ' '), name);
    },
    text: () => told.map((line) => `${line}\n`).join(''),
  };
}
