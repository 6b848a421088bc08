import { describeCommit } from '../git/facts.ts';
import type { Host } from '../host/host.ts';
import type { Context } from '../plan/naming/context.ts';
import type { NamingTexts } from '../plan/naming/naming-inputs.ts';
import { TEMPLATES } from '../plan/naming/template-text.ts';
import { ProblemError } from '../plan/text/problem.ts';

/** Asks git for `{{describe}}` where a template has it. @throws {ProblemError} where git cannot say. */
export async function describeWhereAsked(host: Host, reading: Promise<Context>, texts: NamingTexts): Promise<Context> {
  const context = await reading;
  const where = Object.entries(texts).find(([, text]) => text.match(TEMPLATES)?.some((template) => /\bdescribe\b/.test(template)))?.[0];
  if (where === undefined) return context;
  const describe = context.sha === '' ? undefined : await describeCommit(context.sha, host);
  if (describe !== undefined) return { ...context, describe };
  throw new ProblemError({
    where,
    given: '{{describe}}',
    wrong: 'has no value, since no checkout here has the commit',
    accepted: 'check it out before this step, with its tags (actions/checkout with fetch-depth: 0)',
  });
}
