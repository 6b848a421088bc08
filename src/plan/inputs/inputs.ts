import type { GivenImage } from '../naming/images.ts';
import type { BakeDefinition, UnreadBake } from '../text/bake-definition.ts';
import type { NamedFile } from '../text/env-file.ts';
import { parseBoolean, parseChoice, parseItems, parseQuotedLines, parseQuotedPairs } from '../text/lists.ts';
import type { Platform } from '../text/platform.ts';
import { collect, collectAll, ifRead, type Parsed, parsed, reveal } from '../text/problem.ts';
import type { PushWish } from '../trust/push-decision.ts';
import { parseAttestation, parseAttests } from './attestations.ts';
import { type BuildArgs, parseBuildArgs } from './build-args.ts';
import { parseAddHosts, parseAllow, parseNetwork, parseShmSize, parseUlimits } from './build-options.ts';
import { type BuilderInputs, parseBuilder } from './builder-inputs.ts';
import { type Checks, parseChecks, parseSignedTag, type SignedTagWish } from './checks.ts';
import { checkStage, type KnownDockerfile } from './dockerfile.ts';
import type { EarlyInputs } from './early-inputs.ts';
import { type Export, parseExports } from './exports.ts';
import { parseExtraArgs } from './extra-args.ts';
import { checkContext, checkDockerfile, type LocalFiles } from './local-files.ts';
import { type GivenLogins, type LoginFacts, parseLogins, registryHost } from './registry-auth.ts';
import { type BuildSecret, parseSecrets } from './secrets.ts';
import type { IsGiven } from './set-inputs.ts';
import { checkSource, type Source } from './source.ts';
import { parseSsh } from './ssh.ts';

/**
 * The inputs, parsed and checked, but for those of the tag language ({@link import('../naming/naming-inputs.ts').NamingInputs}). Those of
 * They include the {@link EarlyInputs} that later stages use.
 */
export type Inputs = {
  readonly build: BuildInputs;
  readonly builder: BuilderInputs;
  readonly registries: RegistryInputs;
  readonly secrets: readonly BuildSecret[];
  readonly checks: Checks;
  /** Who vouches for the signature of a git tag. */
  readonly signedTag: SignedTagWish;
  readonly push: PushWish;
  readonly load: boolean;
  /** What is done about a fixed tag that exists (P5). */
  readonly existing: 'adopt' | 'fail' | 'overwrite';
  /** When a floating tag moves (P4). */
  readonly floating: 'forward' | 'strict' | 'always';
  readonly dryRun: boolean;
  readonly summary: boolean;
  readonly githubToken: string;
  readonly outputs: OutputInputs;
};

/** How metadata-action's outputs are written. */
type OutputInputs = {
  readonly separators: { readonly tags: string; readonly labels: string; readonly annotations: string };
  /** The target of the bake files among the outputs. */
  readonly bakeTarget: string;
};

export type BuildInputs = {
  /** Empty: the host looks for a checkout. */
  readonly context: string;
  readonly file: string;
  readonly target: string;
  /** Empty: the builder's own platform. */
  readonly platforms: readonly Platform[];
  /** Those of `build-args-file` and `build-args`, each key once. */
  readonly buildArgs: readonly (readonly [key: string, value: string])[];
  /** Bare names in `build-args` whose variable is not set: nothing is passed for them. */
  readonly unsetArgs: readonly string[];
  readonly buildContexts: readonly string[];
  readonly ssh: readonly string[];
  readonly noCache: boolean;
  readonly noCacheFilters: readonly string[];
  readonly pull: boolean;
  readonly addHosts: readonly string[];
  readonly allow: readonly string[];
  readonly network: string;
  readonly shmSize: string;
  readonly ulimit: readonly string[];
  readonly cgroupParent: string;
  readonly provenance: string;
  readonly sbom: string;
  readonly attests: readonly string[];
  /** File times in layers are set to the commit's. */
  readonly reproducible: boolean;
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
  /** What the bake files say, where there are some; context, file and target of the build are then theirs. */
  readonly bake: BakeDefinition | undefined;
  /** What is published instead of a build. */
  readonly source: Source | undefined;
  /** Outputs beside the published image. */
  readonly exports: readonly Export[];
  readonly extraArgs: readonly string[];
};

type RegistryInputs = GivenLogins & {
  readonly optional: readonly string[];
  readonly insecure: readonly string[];
};

/** What the host read. The YAML parser is loaded only where `registry-auth` is given. */
export type InputFacts = Omit<LoginFacts, 'needsPassword' | 'saysRegistry'> & {
  /** What `build-args-file` names. */
  readonly argsFiles?: readonly NamedFile[];
  /** What the bake files say; `facts/bake-files.ts` reports why they say nothing. */
  readonly bake?: BakeDefinition | UnreadBake | undefined;
  readonly images: Parsed<readonly GivenImage[]>;
  /** What stands against the path that `source` names, as the end of a sentence. */
  readonly sourceFailure?: string | undefined;
  readonly machine?: LocalFiles | undefined;
  readonly dockerfile?: KnownDockerfile;
};

const PUSH_WISHES = { auto: 'auto', true: 'always', false: 'never' } as const;

type ParseInputsOptions = {
  /** Of completed inputs. */
  readonly text: InputText;
  readonly early: EarlyInputs;
  readonly isGiven: IsGiven;
  /** Whether an input has a text, be it the usual one. */
  readonly isSaid: IsGiven;
};

/**
 * Parses the inputs that are not parsed yet, and checks all. {@link import('./request.ts').parseRequest} calls it.
 * @throws {ProblemError} with every mistake of every input.
 */
export function parseInputs(given: ParseInputsOptions, facts: InputFacts): Inputs {
  const { text, early } = given;
  const made = { platforms: early.platforms, images: ifRead(facts.images), bake: facts.bake };
  const push = parsed(() => PUSH_WISHES[parseChoice(text('push').toLowerCase(), ['auto', 'true', 'false'], 'push')]);
  const boolean = (name: string): boolean => parseBoolean(text(name), name);
  return collect<Inputs>({
    build: () => parseBuild(given, facts),
    builder: () => parseBuilder(text, facts.machine),
    registries: () => parseRegistries(text, { ...facts, needsPassword: push === 'always', saysRegistry: given.isSaid('registry') }),
    secrets: () => parseSecrets({ values: text('secrets'), environments: text('secret-envs'), files: text('secret-files') }, facts.machine),
    checks: () => parseChecks(text, made),
    signedTag: () => parseSignedTag(text('require-signed-tag').trim()),
    push: () => reveal(push),
    load: () => boolean('load'),
    existing: () => parseChoice(text('existing'), ['adopt', 'fail', 'overwrite'], 'existing'),
    floating: () => parseChoice(text('floating'), ['forward', 'strict', 'always'], 'floating'),
    dryRun: () => early.dryRun,
    summary: () => boolean('summary'),
    githubToken: () => early.githubToken,
    outputs: () => parseOutputs(text),
  });
}

type InputText = (name: string) => string;

function parseBuild({ text, early, isGiven }: ParseInputsOptions, facts: InputFacts): BuildInputs {
  const words = (name: string): string => text(name).trim();
  const lines = (name: string): readonly string[] => parseQuotedLines(text(name), name);
  const place = facts.bake === undefined ? facts : {}; // beside bake files these inputs do nothing, which is told elsewhere
  const { args, ...others } = collect<Omit<BuildInputs, 'buildArgs' | 'unsetArgs'> & { readonly args: BuildArgs }>({
    context: () => checkContext(early.context, 'context', place),
    file: () => checkDockerfile(early, { ...place, dockerfile: facts.dockerfile }),
    target: () => checkStage(words('target'), 'target', facts.dockerfile),
    platforms: () => early.platforms,
    args: () => parseBuildArgs(text('build-args'), facts),
    buildContexts: () =>
      collectAll(parseQuotedPairs(text('build-contexts'), 'build-contexts'), ([name, value]) => {
        return `${name}=${checkContext(value, 'build-contexts', place)}`;
      }),
    ssh: () => parseSsh(text('ssh')),
    noCache: () => parseBoolean(text('no-cache'), 'no-cache'),
    noCacheFilters: () =>
      collectAll(parseItems(text('no-cache-filters')), (stage) => checkStage(stage, 'no-cache-filters', facts.dockerfile)),
    pull: () => parseBoolean(text('pull'), 'pull'),
    addHosts: () => parseAddHosts(text('add-hosts')),
    allow: () => parseAllow(text('allow')),
    network: () => parseNetwork(text('network')),
    shmSize: () => parseShmSize(text('shm-size')),
    ulimit: () => parseUlimits(text('ulimit')),
    cgroupParent: () => words('cgroup-parent'),
    provenance: () => parseAttestation(text('provenance'), 'provenance'),
    sbom: () => parseAttestation(text('sbom'), 'sbom'),
    attests: () => parseAttests(text('attests')),
    reproducible: () => parseBoolean(text('reproducible'), 'reproducible'),
    cacheFrom: () => lines('cache-from'),
    cacheTo: () => lines('cache-to'),
    bake: () => (facts.bake !== undefined && 'problem' in facts.bake ? undefined : facts.bake),
    source: () => checkSource(early.source, isGiven, facts.sourceFailure),
    exports: () => parseExports(text('exports'), facts.dockerfile),
    extraArgs: () => parseExtraArgs(text('extra-args')),
  });
  return { ...others, buildArgs: args.pairs, unsetArgs: args.unset };
}

function parseRegistries(text: InputText, facts: LoginFacts): RegistryInputs {
  const { given, ...lists } = collect<Pick<RegistryInputs, 'optional' | 'insecure'> & { readonly given: GivenLogins }>({
    given: () => parseLogins(text, facts),
    optional: () => parseItems(text('optional-registries')).map(registryHost),
    insecure: () => parseItems(text('insecure-registries')).map(registryHost),
  });
  return { ...given, ...lists };
}

function parseOutputs(text: InputText): OutputInputs {
  const separator = (name: string): string => text(name) || '\n';
  const separators = { tags: separator('sep-tags'), labels: separator('sep-labels'), annotations: separator('sep-annotations') };
  return { separators, bakeTarget: text('bake-target') };
}
