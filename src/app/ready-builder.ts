import path from 'node:path';
import { type Builder, type BuilderChoice, chooseBuilder, createBuilder, type Engine } from '../docker/builder.ts';
import { NO_DOCKER, noPlugin } from '../docker/docker-programs.ts';
import { askEngine, dockerContextName, selectedBuilder } from '../docker/engine.ts';
import { inspectBuilder } from '../docker/existing-builder.ts';
import { KEPT_BUILDER, takeKeptBuilder } from '../docker/kept-builder.ts';
import { readyEmulation } from '../docker/ready-emulation.ts';
import type { Workspace } from '../docker/workspace.ts';
import type { Intent } from '../facts/read-request.ts';
import type { Host } from '../host/host.ts';
import { hasTests } from '../plan/inputs/checks.ts';
import type { Inputs } from '../plan/inputs/inputs.ts';
import type { Plan } from '../plan/plan.ts';
import { ProblemError } from '../plan/text/problem.ts';
import { refuseLoad } from './load-images.ts';

/** A builder that is up, and what the engine said of itself. */
export type Readied = { readonly builder: Builder; readonly engine: Engine | undefined };

/** Which builder it will be, and the engine it was chosen for. Nothing is started yet. */
export type ReadyBuilder = { readonly choice: BuilderChoice; readonly engine: Engine | undefined };

/** @throws {ProblemError} where there is no docker, no buildx or no engine, or the engine cannot do what is asked. */
export async function findBuilder(
  { environment }: Host,
  workspace: Workspace,
  { plan, inputs }: Pick<Intent, 'plan' | 'inputs'>,
): Promise<ReadyBuilder> {
  await checkPrograms(workspace, plan);
  const dockerContext = dockerContextName(environment, workspace.config);
  const [{ engine, silence }, selected] = await Promise.all([
    askEngine(dockerContext, environment, workspace.run),
    selectedBuilder(environment),
  ]);
  const choice = chooseBuilder({ inputs: inputs.builder, selected, engine, silence, dockerContext });
  refuseLoad(plan, engine);
  return { choice, engine };
}

/** buildx is enough for a build. docker itself is needed to load, to test, and where only it can find buildx. */
async function checkPrograms({ programs, run }: Workspace, { load, images }: Plan): Promise<void> {
  const { docker, hasBuildx } = await programs;
  const needsDocker = load || images.some(({ checks }) => hasTests(checks));
  if (docker === undefined && (needsDocker || hasBuildx !== true)) throw new ProblemError(NO_DOCKER);
  if (hasBuildx !== undefined) return;
  const { code } = await run(['buildx', 'version']); // no plugin lies where docker looks; another docker may have one all the same
  if (code !== 0) throw new ProblemError(noPlugin('buildx'));
}

/** The engine, where nothing is built; it may be needed for tests. Undefined where none answers. */
export async function findEngine({ environment }: Host, { config, run }: Workspace): Promise<Engine | undefined> {
  return (await askEngine(dockerContextName(environment, config), environment, run)).engine;
}

/** Makes the chosen builder, and the emulation that the platforms need. Nothing is started where the engine can do it by itself. */
export async function readyBuilder(
  host: Host,
  workspace: Workspace,
  { plan, inputs, chosen }: Pick<ReadyBuilderOptions, 'inputs' | 'chosen'> & { readonly plan: Plan },
): Promise<Readied> {
  const { engine } = chosen;
  await readyEmulation(plan, inputs, { engine, run: workspace.run });
  return { builder: await takeUp({ host, workspace, inputs, chosen }), engine };
}

type ReadyBuilderOptions = { readonly host: Host; readonly workspace: Workspace; readonly inputs: Inputs; readonly chosen: ReadyBuilder };

async function takeUp({ host, workspace, inputs, chosen }: ReadyBuilderOptions): Promise<Builder> {
  const { choice, engine } = chosen;
  const { run, home, folder } = workspace;
  if (choice.kind === 'engine') return choice.builder;
  if (choice.kind === 'named') return inspectBuilder(choice, inputs.builder.driver, { run, engine });
  const { cleanup, keepState, buildkitdConfig, buildkitdConfigInline } = inputs.builder;
  host.log.info(`The builder is a docker-container of its own: ${choice.reason}`);
  const inline = buildkitdConfigInline === '' ? undefined : await home.writePrivateFile('buildkitd.toml', buildkitdConfigInline);
  const configFile = buildkitdConfig === '' ? inline : buildkitdConfig;
  const means = { run, inputs: inputs.builder, configFile, patience: workspace.patience };
  const noteOwn = (name: string): void => {
    if (cleanup) host.remember({ builder: name, keepState: String(keepState) });
  };
  if (!keepState) {
    const name = path.basename(folder);
    noteOwn(name);
    return createBuilder(name, choice.reason, means);
  }
  const kept = await takeKeptBuilder(choice.reason, { ...means, engine, onCreate: (isOurs) => noteOwn(isOurs ? KEPT_BUILDER : '') });
  if (kept.idle.length > 0) host.log.notice(describeIdle(kept.idle));
  return kept.builder;
}

function describeIdle(inputs: readonly string[]): string {
  const have = inputs.length === 1 ? 'has' : 'have';
  return `${inputs.join(' and ')} ${have} no effect: keep-state reuses the builder ${KEPT_BUILDER} as it was created. Apply with: docker buildx rm --keep-state ${KEPT_BUILDER}`;
}
