import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { readWorkflow, type Workflow } from './workflow.ts';

/** A workflow from its file. @throws with all that GitHub's parser finds wrong with it, a line each. */
export async function loadWorkflow(file: string): Promise<Workflow> {
  const text = readFileSync(file, 'utf8');
  const problems = await lintWorkflow(path.basename(file), text);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return readWorkflow(text);
}

/**
 * What GitHub's own parser finds wrong with a workflow file, one message each, with line and column.
 *
 * The parser imports its schema, a JSON file, without the attribute Node demands, so a hook adds it for the time of
 * that import. jest has a loader of its own, which does without the attribute and allows no hooks.
 */
export async function lintWorkflow(name: string, content: string): Promise<readonly string[]> {
  const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await importParser();
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map((error) => error.message);
}

async function importParser(): Promise<typeof import('@actions/workflow-parser')> {
  if ('jest' in import.meta) return import('@actions/workflow-parser');
  const hook = registerHooks({
    load: (url, context, next) => next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
  });
  try {
    return await import('@actions/workflow-parser');
  } finally {
    hook.deregister();
  }
}
