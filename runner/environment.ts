import path from 'node:path';
import { asObject, asText, type Json, type JsonObject } from '../src/plan/text/json.ts';

/** What a run is about; everything has a default, so that a test names only what matters to it. */
export type Trigger = {
  /** The full ref, e.g. `refs/tags/v1.2.3`. */
  readonly ref?: string;
  readonly sha?: string;
  readonly eventName?: string;
  /** The event's payload. */
  readonly event?: JsonObject;
  /** `owner/name`; the payload's repository where there is one. */
  readonly repository?: string;
  /** Where the GitHub API answers. */
  readonly apiUrl?: string;
  readonly token?: string;
  readonly runNumber?: number;
  readonly runAttempt?: number;
  readonly actor?: string;
};

/**
 * The `github` context of a run: an object of texts, and the event.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/contexts#github-context
 */
export function makeGithubContext(trigger: Trigger, workspace: string): JsonObject {
  const event = trigger.event ?? {};
  const told = eventFacts(event);
  const ref = trigger.ref ?? told.ref;
  const repository = trigger.repository ?? told.repository;
  const apiUrl = trigger.apiUrl ?? 'https://api.github.com';
  return {
    ...told,
    repository,
    repository_owner: repository.replace(/\/.*/, ''),
    repository_id: '1',
    repository_owner_id: '1',
    sha: trigger.sha ?? told.sha,
    ref,
    ref_name: ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: 'false',
    event_name: trigger.eventName ?? told.event_name,
    event,
    actor: trigger.actor ?? told.actor,
    triggering_actor: trigger.actor ?? told.actor,
    run_id: '1001',
    run_number: String(trigger.runNumber ?? 1),
    run_attempt: String(trigger.runAttempt ?? 1),
    retention_days: '90',
    server_url: 'https://github.com',
    api_url: apiUrl,
    graphql_url: `${apiUrl}/graphql`,
    token: trigger.token ?? '',
    workspace,
  };
}

/** What the payload alone says; a payload with a pull request is that event's, any other a push. */
function eventFacts(event: JsonObject) {
  const isPull = event.pull_request !== undefined;
  const { head, base } = asObject(event.pull_request);
  const pullRef = typeof event.number === 'number' ? `refs/pull/${event.number}/merge` : undefined;
  return {
    event_name: isPull ? 'pull_request' : 'push',
    ref: asText(event.ref) ?? pullRef ?? 'refs/heads/main',
    sha: asText(event.after) ?? '0'.repeat(40),
    repository: asText(asObject(event.repository).full_name) ?? 'octo/demo',
    actor: asText(asObject(event.sender).login) ?? 'octocat',
    head_ref: isPull ? (asText(asObject(head).ref) ?? '') : '',
    base_ref: isPull ? (asText(asObject(base).ref) ?? '') : '',
  };
}

/** The `runner` context. */
export function makeRunnerContext(root: string): Readonly<Record<string, string>> {
  return {
    os: 'Linux',
    arch: process.arch === 'arm64' ? 'ARM64' : 'X64',
    name: 'test-runner',
    environment: 'self-hosted',
    temp: path.join(root, '_temp'),
    tool_cache: path.join(root, '_tool'),
    workspace: root,
    debug: '',
  };
}

/** `GITHUB_…` and `RUNNER_…` as a process gets them: every text of the two contexts, but no token. */
export function contextVariables(github: JsonObject, runner: JsonObject): Readonly<Record<string, string>> {
  const { event: _event, token: _token, ...facts } = github;
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    ...upperCase('GITHUB_', facts),
    ...upperCase('RUNNER_', runner),
  };
}

function upperCase(prefix: string, values: JsonObject): Readonly<Record<string, string>> {
  const given = Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '');
  return Object.fromEntries(given.map(([name, value]) => [`${prefix}${name.toUpperCase()}`, value]));
}

/** An action's inputs as its process finds them. @see https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#inputs */
export function inputVariables(inputs: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]));
}

/** What an action saved for its post step, as that finds it. */
export function stateVariables(state: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
}

// What a test runner, npm or an outer workflow sets must not reach the action under test.
const foreign = /^(?:npm_|INPUT_|STATE_|GITHUB_|RUNNER_|ACTIONS_|JEST_|NODE_OPTIONS$|NODE_CHANNEL|CI$)/;

/** The machine's environment without what would make a run depend on who started it. */
export function scrubEnvironment(env: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  const kept = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined && !foreign.test(entry[0]));
  return Object.fromEntries(kept);
}

/** A context's value as JSON has it: what is undefined is left out. */
export function toJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json; // what JSON.parse gives is JSON
}
