import type { SimulatedRun } from '../../host/host.ts';
import type { RawInputs } from '../../plan/inputs/raw-inputs.ts';
import type { CommandLine, WorkflowChoice } from '../command-line.ts';
import { readCheckout, readCommit } from './checkout-facts.ts';
import { JOB_TOKENS } from './contexts.ts';
import { type DescribedRun, describeRun } from './described-run.ts';
import { readEventFile } from './event-file.ts';
import { openWorkflow } from './simulated-step.ts';

/** What the program has to be started with to plan what a run in CI would do. */
export type StartedRun = { readonly inputs: RawInputs; readonly environment: NodeJS.ProcessEnv; readonly simulated: SimulatedRun };

/** The longest that git is waited for. */
const GIT_TIMEOUT_MS = 30_000;

/** Makes up the run of a workflow for a ref, and evaluates the inputs of its Tagboat step. Asks git, and no network. @throws {ProblemError} */
export async function actRun(commandLine: CommandLine, choice: WorkflowChoice, environment: NodeJS.ProcessEnv): Promise<StartedRun> {
  const { ref = '', ...given } = commandLine.inputs;
  const act = await openWorkflow({ ...choice, given, question: 'plan' });
  const run = await describeOne(commandLine, choice, { ref, environment });
  const { inputs, env, hasCheckout, loggedIn, simulation } = act(run);
  const auths = Object.fromEntries(loggedIn.map(({ registry }) => [registry, {}]));
  const usesJobToken: SimulatedRun['usesJobToken'] = (registry, own) => {
    const login = [...own, ...loggedIn].find((each) => each.registry === registry);
    return login !== undefined && JOB_TOKENS.includes(login.password);
  };
  return {
    inputs,
    environment: asRunner(environment, { ...env, ...run.variables }),
    simulated: { payload: run.payload, hasCheckout, dockerAuths: auths, simulation, usesJobToken },
  };
}

async function describeOne(
  { eventFile, eventName }: CommandLine,
  { inputs }: WorkflowChoice,
  { ref, environment }: { readonly ref: string; readonly environment: NodeJS.ProcessEnv },
): Promise<DescribedRun> {
  const options = { environment, signal: AbortSignal.timeout(GIT_TIMEOUT_MS) };
  const payload = eventFile === undefined ? undefined : await readEventFile(eventFile);
  const checkout = await readCheckout(payload, options);
  const sha = await readCommit(ref, checkout, options);
  return describeRun({ ref, sha, eventName, payload, inputs, checkout });
}

/** The machine's environment with a runner's variables in place of what this machine has of them. */
export function asRunner(environment: NodeJS.ProcessEnv, variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const own = Object.entries(environment).filter(([name]) => !/^(?:GITHUB_|RUNNER_|ACTIONS_|DOCKER_METADATA_)/.test(name));
  return { ...Object.fromEntries(own), ...variables };
}
