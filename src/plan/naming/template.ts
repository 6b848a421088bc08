import { ProblemError } from '../text/problem.ts';
import type { Libraries } from './libraries.ts';
import { compileProgram } from './template-compiler.ts';
import type { Program } from './template-tree.ts';

export type Value = string | number | boolean | readonly string[] | undefined;

/** What a template may name, and the two times it may format (ISO 8601). */
export type Scope = { readonly values: Readonly<Record<string, Value>>; readonly now: string; readonly commitTime: string };

/** A checked template: it can be rendered, and cannot fail any more. */
export type Template = {
  readonly text: string;
  /** The names it uses. */
  readonly uses: ReadonlySet<string>;
  /** What it says that never gives anything, for a warning. */
  readonly notices: readonly string[];
  readonly render: (scope: Scope) => string;
};

export type TemplateSource = {
  readonly text: string;
  readonly where: string;
  /** The names it may use. */
  readonly names: readonly string[];
  /** What `{{env.NAME}}` may read; undefined where it is not known, and every variable is empty. */
  readonly environment?: TemplateEnvironment | undefined;
};

export type TemplateEnvironment = Readonly<Record<string, string | undefined>>;

/** Handlebars' blocks nest; this is far above what a tag needs and far below what would exhaust the stack. */
const MAX_LENGTH = 32_768;

/**
 * Reads a Handlebars template. Its syntax tree is run by our own code: nothing is generated, nothing but the given names is reachable.
 * @throws {ProblemError} for broken syntax, unknown names, formats and time zones, whether or not the template is rendered later.
 */
export function makeTemplate({ text, where, names, environment }: TemplateSource, libraries: Libraries): Template {
  if (!text.includes('{{')) return { text, uses: new Set(), notices: [], render: () => text };
  const uses = new Set<string>();
  const notices: string[] = [];
  const problem = (wrong: string, accepted: string) => new ProblemError({ where, given: text, wrong, accepted });
  const { moment } = libraries;
  const program = compileProgram(parse(text, libraries, problem), {
    names,
    environment,
    uses,
    problem,
    moment,
    level: 0,
    notice: (notice) => notices.push(`${where}: ${notice}`),
  });
  return { text, uses, notices, render: (scope) => program({ scope, items: [] }) };
}

function parse(text: string, { parseTemplate }: Libraries, problem: (wrong: string, accepted: string) => ProblemError): Program {
  if (parseTemplate === undefined) throw new Error('the template parser was not loaded: loadLibraries did not see this input');
  if (text.length > MAX_LENGTH) throw problem('is too long for a template', `at most ${MAX_LENGTH} characters`);
  try {
    return parseTemplate(text);
  } catch (error) {
    const [summary = ''] = String(error instanceof Error ? error.message : error).split('\n');
    throw problem(
      `has broken {{ }} syntax (${summary.replace(/:$/, '')})`,
      'write {{name}}, {{#if name}}…{{else}}…{{/if}}, or \\{{ for two braces that stand for themselves',
    );
  }
}
