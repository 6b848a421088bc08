import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Json, JsonObject } from '../src/plan/text/json.ts';

/** Texts by name, as the `env`, `with` and `outputs` of a workflow hold them; YAML may give numbers and booleans. */
export type Mapping = Readonly<Record<string, Json>>;

/** @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idsteps */
export type StepDefinition = {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string | boolean;
  readonly uses?: string;
  readonly with?: Mapping;
  /** YAML reads `run: true` as a boolean; GitHub takes the text. */
  readonly run?: string | boolean | number;
  readonly shell?: string;
  readonly 'working-directory'?: string;
  readonly env?: Mapping;
  readonly 'continue-on-error'?: string | boolean;
  readonly 'timeout-minutes'?: string | number;
};

/** A job with steps, or one that calls a reusable workflow of the same repository. */
export type JobDefinition = {
  readonly name?: string;
  readonly needs?: string | readonly string[];
  readonly if?: string | boolean;
  readonly env?: Mapping;
  readonly strategy?: { readonly matrix?: Json };
  readonly outputs?: Mapping;
  readonly steps?: readonly StepDefinition[];
  readonly uses?: string;
  readonly with?: Mapping;
  readonly secrets?: Mapping | 'inherit';
  readonly container?: Json;
  readonly services?: Json;
};

type WorkflowInput = { readonly default?: Json; readonly required?: boolean };
type Trigger = {
  readonly inputs?: Readonly<Record<string, WorkflowInput | null>>;
  readonly outputs?: Readonly<Record<string, { readonly value: string }>>;
};

export type Workflow = {
  readonly name?: string;
  readonly on?: Readonly<Record<string, Trigger | null>> | string | readonly string[];
  readonly env?: Mapping;
  readonly jobs: Readonly<Record<string, JobDefinition>>;
};

/** @see https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax */
export type ActionDefinition = {
  /** The folder that holds `action.yml`. */
  readonly folder: string;
  readonly name: string;
  readonly inputs?: Readonly<Record<string, WorkflowInput | null>>;
  readonly outputs?: Readonly<Record<string, { readonly value?: string }>>;
  readonly runs: {
    readonly using: string;
    readonly main?: string;
    readonly post?: string;
    readonly 'post-if'?: string;
    readonly steps?: readonly StepDefinition[];
  };
};

/** The workflow in a YAML text that GitHub's schema has accepted. */
export function readWorkflow(text: string): Workflow {
  return parse(text) as Workflow; // the schema check before it is what makes the shape true
}

/** What a workflow says of one of its triggers: inputs with their defaults, and the outputs of a reusable one. */
export function trigger(workflow: Workflow, name: string): Trigger {
  const { on } = workflow;
  if (typeof on !== 'object' || Array.isArray(on)) return {};
  return (on as Readonly<Record<string, Trigger | null>>)[name] ?? {}; // Array.isArray does not narrow readonly arrays
}

/** The defaults of a trigger's inputs; one without a default is empty. */
export function defaultInputs(workflow: Workflow, event: string): JsonObject {
  const inputs = Object.entries(trigger(workflow, event).inputs ?? {});
  return Object.fromEntries(inputs.map(([name, input]) => [name, input?.default ?? '']));
}

/** @throws where the folder holds neither `action.yml` nor `action.yaml`, in the words of GitHub's runner. */
export function readAction(folder: string): ActionDefinition {
  const file = ['action.yml', 'action.yaml'].map((name) => path.join(folder, name)).find((name) => existsSync(name));
  if (file === undefined) throw new Error(`Can't find 'action.yml', 'action.yaml' or 'Dockerfile' under '${folder}'.`);
  const definition = parse(readFileSync(file, 'utf8')) as Omit<ActionDefinition, 'folder'>; // what it lacks shows when it is run
  return { ...definition, folder };
}
