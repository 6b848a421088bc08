import type { Search } from './pattern.ts';
import type { Program } from './template-tree.ts';

/** The parts of the tag language that other code does, handed in as functions. */
export type Libraries = {
  /** Handlebars' own parser: it gives a syntax tree and runs nothing. Undefined where no input has a template. */
  readonly parseTemplate: ((text: string) => Program) | undefined;
  /** Moment's formats are those the language documents. Undefined where no input formats a date. */
  readonly moment: typeof import('moment') | undefined;
  /** Runs regular expressions. It keeps a time limit, so it is not pure. */
  readonly search: Search;
};
