import type { NamingTexts } from './naming-inputs.ts';
import type { Program } from './template-tree.ts';

/** The parts of the tag language that other people's code does, loaded by {@link loadLibraries} and handed in as functions. */
export type Libraries = {
  /** Handlebars' own parser: it gives a syntax tree and runs nothing. Undefined where no input has a template. */
  readonly parseTemplate: ((text: string) => Program) | undefined;
  /** Moment's formats are those the language documents. Undefined where no input formats a date. */
  readonly moment: typeof import('moment') | undefined;
};

/** Loads what these inputs need: nothing (0 ms), the template parser (3 ms), or date formats too (5 ms more). */
export async function loadLibraries(inputs: NamingTexts): Promise<Libraries> {
  const templates = Object.values(inputs).filter((text): text is string => typeof text === 'string' && text.includes('{{'));
  const hasDates = templates.some((text) => /\bdate|_date/.test(text));
  const [parser, moment] = await Promise.all([
    templates.length > 0 ? import('@handlebars/parser') : undefined,
    hasDates ? import('moment') : undefined,
  ]);
  return { parseTemplate: parser?.parse, moment: moment?.default };
}
