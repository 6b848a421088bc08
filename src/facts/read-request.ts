import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { findChangesRule, readChangedFiles, withChangedFiles } from '../git/built-checkout.ts';
import type { Host } from '../host/host.ts';
import { refuseIdle, type Vars } from '../plan/inputs/bake-inputs.ts';
import type { Inputs } from '../plan/inputs/inputs.ts';
import type { RawInputs } from '../plan/inputs/raw-inputs.ts';
import type { Request } from '../plan/inputs/request.ts';
import { type PlacedServices, placeImages, type Stack } from '../plan/inputs/services.ts';
import type { Context } from '../plan/naming/context.ts';
import { parseNamings, type TargetNaming } from '../plan/naming/name-targets.ts';
import { repositoriesOf } from '../plan/naming/naming.ts';
import { inputsFromEnvironment } from '../plan/naming/naming-inputs.ts';
import { findSecretVariables } from '../plan/naming/template-environment.ts';
import { makePlan, type Plan } from '../plan/plan.ts';
import { collect, ifRead, orProblem, refuse, reveal } from '../plan/text/problem.ts';
import { foreignHead } from '../plan/trust/foreign-head.ts';
import { isClosedPull, lacksSecrets } from '../plan/trust/push-decision.ts';
import { withhold } from '../plan/trust/withhold.ts';
import { isLoopback } from '../registry/host.ts';
import { describeWhereAsked } from './describe.ts';
import { refuseWayOut } from './foreign-files.ts';
import { readInputFiles } from './input-files.ts';
import { loadLibraries } from './load-libraries.ts';
import { loadLoginYaml } from './login-yaml.ts';
import { type Logins, readLogins } from './logins.ts';
import { learnSecrets, maskGiven } from './mask-secrets.ts';
import { findSourceFailure, look } from './named-files.ts';
import { readContext } from './read-context.ts';
import { readDockerfile } from './read-dockerfile.ts';

/** What is wanted: the checked inputs, the plan made of them, and the logins at hand. */
export type Intent = {
  readonly inputs: Inputs;
  readonly context: Context;
  readonly plan: Plan;
  /** The plan as it may be printed: without secrets. */
  readonly shown: Plan;
  /** The services around the image while it is tested; what their environment holds is not for the plan. */
  readonly stack: Stack | undefined;
  /** What `vars` passes to bake and compose files. */
  readonly vars: Vars;
  readonly logins: Logins;
};

/**
 * The one place that reads the world: inputs, event, git, the GitHub API and the docker configuration.
 * @throws {ProblemError} with every mistake of every input at once.
 */
export async function readIntent(host: Host, { early, naming, ...request }: Request): Promise<Intent> {
  const { platforms } = early;
  const parseYaml = await loadLoginYaml(request.isGiven('registry-auth'));
  maskGiven(host, parseYaml);
  const reading = orProblem(withChangedFiles(describeWhereAsked(host, readContext(host, early), naming), readChangedFiles(host, early)));
  const [context, libraries, hasCheckout, { bake, stack, argsFiles, boundary }, sourceFailure] = await Promise.all([
    reading,
    loadLibraries(naming),
    isCheckout(host),
    readInputFiles(host, early, reading),
    host.local?.simulated === undefined ? findSourceFailure(early.source) : undefined, // an earlier step makes it
  ]);
  const known = ifRead(context);
  const foreign = known === undefined ? undefined : foreignHead(known);
  const { dockerfile, warnings } = await readDockerfile(host, early, { hasCheckout, boundary });
  const isElsewhere = host.local?.simulated !== undefined || (early.dryRun && !hasCheckout); // where the build runs, files may be there
  const machine = isElsewhere ? undefined : { environment: host.environment, hasCheckout, look };
  const secretsWithheld = known === undefined || lacksSecrets(known);
  const images = request.parseImages(bake?.known ?? []);
  const read = collect({
    early: () => refuse(request.problems),
    context: () => reveal(context),
    stack: () => reveal(stack),
    idle: () => refuseIdle(early.bake, request.isGiven),
    inputs: () => request.parse({ parseYaml, argsFiles, sourceFailure, secretsWithheld, machine, dockerfile, bake, images }),
    named: () => {
      const name = parseNamings({ ...naming, images, platforms, environment: host.environment }, libraries, bake);
      if (known === undefined) return { namings: [], services: undefined };
      const namings = name(known);
      return { namings, services: placeServices(ifRead(stack), namings) };
    },
  });
  const logins = await readLogins(host, read.inputs);
  const secrets = await learnSecrets(host, { ...read, logins });
  const mustPublish = host.local !== undefined && host.local.simulated === undefined && !early.dryRun && !request.isSaid('push');
  refuse(findSecretVariables(naming, host.environment, read.inputs));
  const { SOURCE_DATE_EPOCH: givenEpoch, BUILDX_NO_DEFAULT_ATTESTATIONS: noDefaultAttestations } = host.environment;
  const { inputs, withheld } = foreign === undefined ? { inputs: read.inputs, withheld: [] } : withhold(read.inputs, foreign);
  const plan = makePlan({
    ...read,
    ...read.named,
    inputs,
    foreign,
    withheld,
    isClosed: isClosedPull(read.context, early.ref),
    isLocal: isLoopback,
    hasCheckout,
    loginAt: logins.stateAt,
    dockerConfigProblem: logins.config.problem,
    secretsWithheld,
    mustPublish,
    warnings,
    changes: findChangesRule(host, early.dryRun),
    hash: sha256,
    givenEpoch,
    secrets: secrets.given,
    noDefaultAttestations,
  });
  if (boundary !== undefined) await refuseWayOut(plan.build, boundary);
  return { inputs, context: read.context, plan, shown: secrets.hide(plan), logins, stack: read.stack, vars: early.bake.vars };
}

function placeServices(stack: Stack | undefined, namings: readonly TargetNaming[]): PlacedServices | undefined {
  if (stack === undefined) return undefined;
  return placeImages(
    stack,
    namings.map(({ target, naming }) => ({ target, repositories: repositoriesOf(naming) })),
  );
}

/** Empty inputs may have a value in the environment, under metadata-action's names. */
export function withEnvironment({ inputs, environment }: Pick<Host, 'inputs' | 'environment'>): RawInputs {
  const fallback = Object.entries(inputsFromEnvironment(environment)).filter(([name, value]) => value !== '' && !inputs[name]);
  return { ...inputs, ...Object.fromEntries(fallback) };
}

/** A simulated run says by its steps whether it has files to build from. */
async function isCheckout({ local }: Host): Promise<boolean> {
  return local?.simulated?.hasCheckout ?? (await readdir(process.cwd()).catch(() => [])).length > 0;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
