import type { Libraries } from '../plan/naming/libraries.ts';
import type { NamingTexts } from '../plan/naming/naming-inputs.ts';
import { makeSearch } from './search.ts';

/** Loads what these inputs need: nothing (0 ms), the template parser (3 ms), or date formats too (5 ms more). */
export async function loadLibraries(inputs: NamingTexts): Promise<Libraries> {
  const templates = Object.values(inputs).filter((text): text is string => typeof text === 'string' && text.includes('{{'));
  const hasDates = templates.some((text) => /\bdate|_date/.test(text));
  const [parser, moment] = await Promise.all([
    templates.length > 0 ? import('@handlebars/parser') : undefined,
    hasDates ? import('moment') : undefined,
  ]);
  return { parseTemplate: parser?.parse, moment: moment?.default, search: makeSearch() };
}
