import { asObject, type Json, type JsonObject } from '../../plan/text/json.ts';
import type { Workflow } from './workflow-file.ts';

/**
 * The `inputs` context: what the event declares, with what was given or its default. There is none on other events.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#onworkflow_dispatchinputs
 */
export function declareInputs({ triggers }: Workflow, eventName: string, given: Readonly<Record<string, string>>): JsonObject {
  const event = 'workflow_call' in triggers && !(eventName in triggers) ? 'workflow_call' : eventName;
  const declared = Object.entries(asObject(asObject(triggers[event]).inputs));
  return Object.fromEntries(declared.map(([name, input]) => [name, readInput(asObject(input), given[name])]));
}

function readInput({ type, default: value }: JsonObject, given: string | undefined): Json {
  if (given === undefined) return value ?? (type === 'boolean' ? false : '');
  if (type === 'boolean') return given === 'true';
  return type === 'number' ? Number(given) : given;
}
