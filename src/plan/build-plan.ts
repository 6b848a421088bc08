import { isTrue } from './inputs/attestations.ts';
import { DEFAULT_CONTEXT } from './inputs/build-context.ts';
import type { BuildInputs } from './inputs/inputs.ts';
import type { Context } from './naming/context.ts';
import { ProblemError } from './text/problem.ts';

/** What buildx is asked for; holds no secret values. */
export type BuildPlan = BuildInputs & {
  /** What is taken where neither the input nor a target of the bake files says it; '' leaves it to buildx. */
  readonly usualProvenance: string;
  /** The run's URL, which a provenance names as its builder; '' where the run has none. */
  readonly builderId: string;
  /** Ids of the build secrets; the values stay with the inputs. */
  readonly secretIds: readonly string[];
  /**
   * Seconds since 1970: the user's SOURCE_DATE_EPOCH, else the commit's time, so that every build of it gives the same times. Undefined
   * where neither is known.
   */
  readonly sourceDateEpoch: number | undefined;
};

type BuildPlanFacts = {
  readonly inputs: BuildInputs;
  readonly secretIds: readonly string[];
  readonly context: Context;
  readonly hasCheckout: boolean;
  /** The user's SOURCE_DATE_EPOCH, which wins over the commit's time. */
  readonly givenEpoch?: string | undefined;
  /** The user's BUILDX_NO_DEFAULT_ATTESTATIONS, as the environment has it. */
  readonly noDefaultAttestations?: string | undefined;
};

/** Completes the build inputs with what follows from the run: the default context, provenance and time stamp. */
export function makeBuildPlan({ inputs, secretIds, context, hasCheckout, givenEpoch, noDefaultAttestations }: BuildPlanFacts): BuildPlan {
  const ownGit = gitContext(context);
  const usual = hasCheckout || ownGit === undefined ? '.' : ownGit;
  const fill = (text: string): string => text.replace(DEFAULT_CONTEXT, ownGit ?? '.');
  const fillNamed = (pair: string): string => pair.replace(/^([^=]+=)(.*)$/s, (_, name: string, value: string) => `${name}${fill(value)}`);
  return {
    ...inputs,
    context: inputs.context === '' ? usual : fill(inputs.context),
    buildContexts: inputs.buildContexts.map(fillNamed),
    usualProvenance: isTrue(noDefaultAttestations) ? '' : usualProvenance(context),
    builderId: runUrl(context),
    secretIds,
    sourceDateEpoch: parseEpoch(givenEpoch) ?? epochSeconds(context.commitTime),
  };
}

/** The Git context of the commit, as build-push-action's default. @see https://docs.docker.com/build/concepts/context/#git-repositories */
function gitContext({ repository, run, sha }: Context): string | undefined {
  const known = repository.fullName !== '' && run.serverUrl !== '' && sha !== '';
  return known ? `${run.serverUrl}/${repository.fullName}.git#${sha}` : undefined;
}

/**
 * Full provenance for public sources, where it reveals no secret; elsewhere buildx's own default, written out so that it names the run.
 * @see https://docs.docker.com/build/ci/github-actions/attestations/
 */
function usualProvenance(context: Context): string {
  if (context.run.id === '') return '';
  return context.repository.private === false ? 'mode=max' : 'mode=min,inline-only=true';
}

function runUrl({ repository, run }: Context): string {
  return run.id === '' ? '' : `${run.serverUrl}/${repository.fullName}/actions/runs/${run.id}/attempts/${run.attempt}`;
}

/** @throws {ProblemError} @see https://reproducible-builds.org/specs/source-date-epoch/ */
function parseEpoch(given: string | undefined): number | undefined {
  const text = given?.trim() ?? '';
  if (text === '') return undefined;
  if (/^\d{1,12}$/.test(text)) return Number(text);
  throw new ProblemError({ where: 'SOURCE_DATE_EPOCH', given: text, wrong: 'is not a time', accepted: 'write whole seconds since 1970' });
}

function epochSeconds(time: string | undefined): number | undefined {
  const milliseconds = Date.parse(time ?? '');
  return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000);
}
