import type { RawInputs } from '../plan/inputs/raw-inputs.ts';
import type { RegistryLogin } from '../plan/inputs/registry-auth.ts';
import type { Simulation } from '../plan/simulation.ts';
import type { JsonObject } from '../plan/text/json.ts';
import type { SourceLocation } from '../plan/text/source-location.ts';

/** Where the program runs: a GitHub runner or a terminal. The one door through which app.ts reaches the world. */
export type Host = {
  /** Inputs as given, by name; unknown ones too. */
  readonly inputs: RawInputs;
  /** Without the inputs and the job's tokens: other programs are started with it. */
  readonly environment: NodeJS.ProcessEnv;
  /** The variable with the token for GitHub's cache; buildx alone gets it, where a trusted run uses that cache. */
  readonly cacheToken: Readonly<Record<string, string>>;
  /** Where scratch files go. */
  readonly temporaryFolder: string;
  readonly log: Log;
  /** Aborted by SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
  /** Keeps a text out of everything that is printed from now on. */
  readonly mask: (secret: string, username?: string) => void;
  readonly setOutputs: (outputs: Readonly<Record<string, string>>) => void;
  /** For the steps that follow; undefined where none do, and so no files are left for them either. */
  readonly exportVariables: ((variables: Readonly<Record<string, string>>) => void) | undefined;
  readonly writeSummary: (markdown: string) => Promise<void>;
  /** Hands something to the post step, at once: it is there even if this process is killed. */
  readonly remember: (state: Readonly<Record<string, string>>) => void;
  /** Set where a person sits before it. */
  readonly local?: LocalRun;
};

export type LocalRun = {
  /** Whether to say for every rule and tag why it is so. */
  readonly explain: boolean;
  /** Whether a version may be published of a checkout that differs from its commit. */
  readonly allowsDirty: boolean;
  /** The CI run that is simulated, if any. */
  readonly simulated: SimulatedRun | undefined;
};

/** It stands in for what this machine would say of itself, and no network is asked. */
export type SimulatedRun = {
  readonly payload: JsonObject;
  readonly hasCheckout: boolean;
  /** The logins that earlier steps of the job make, as docker's configuration has them. */
  readonly dockerAuths: JsonObject;
  readonly simulation: Simulation;
  /** Whether the login for a registry is the job's token. @param given those of the step itself. */
  readonly usesJobToken: (registry: string, given: readonly RegistryLogin[]) => boolean;
};

export type Log = {
  readonly info: (line: string) => void;
  readonly debug: (line: string) => void;
  readonly notice: (line: string) => void;
  readonly warning: (line: string) => void;
  /** Shown at that place of a file too, where there is one. */
  readonly error: (line: string, place?: SourceLocation) => void;
  /** Lines under a title that can be folded. */
  readonly group: (title: string, lines: readonly string[]) => void;
  /** Another program's output under a title; what it prints is never taken for a command to the runner. */
  readonly foreign: (title: string) => ForeignOutput;
};

export type ForeignOutput = {
  readonly write: (chunk: string) => void;
  /** Always to be called: ends the last line and the group. */
  readonly end: () => void;
};
