import { parseAttestation, parseAttests } from './attestations.ts';
import type { BakeDefinition, UnreadBake } from './bake/definition.ts';
import { parseBuildArgs } from './build-args.ts';
import { parseAddHosts, parseAllow, parseNetwork, parseShmSize, parseUlimits } from './build-options.ts';
import { type Checks, parseChecks, readSignedTag, type SignedTagWish } from './checks.ts';
import type { NamedFile } from './env-file.ts';
import { type Export, parseExports } from './exports.ts';
import { readExtraArgs } from './extra-args.ts';
import { ELSEWHERE } from './input-table/elsewhere.ts';
import { INPUTS } from './input-table.ts';
import { parseBoolean, parseChoice, readItems, readLines, readQuotedLines, readQuotedPairs } from './lists.ts';
import { checkContext, checkDockerfile, checkFile, type Machine } from './machine.ts';
import { formatPlatform, type Platform, parsePlatform } from './platform.ts';
import { collect, collectAll, nearest, ProblemError } from './problem.ts';
import type { PushWish } from './push-decision.ts';
import { type GivenLogins, type LoginFacts, parseLogins, registryHost } from './registry-auth.ts';
import { type BuildSecret, parseSecrets } from './secrets.ts';
import { parseSource, type Source } from './source.ts';

/** Input texts by name, as the runner or the command line gives them. */
export type RawInputs = Readonly<Record<string, string>>;

/**
 * The inputs, read and checked, but for those of the tag language ({@link import('./naming-inputs.ts').NamingInputs}) and those that are needed
 * before ({@link import('./early-inputs.ts').EarlyInputs}).
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

export type BuilderInputs = {
  readonly name: string;
  readonly driver: 'auto' | 'docker' | 'docker-container';
  readonly driverOpts: readonly string[];
  readonly buildkitdFlags: string;
  readonly buildkitdConfig: string;
  readonly buildkitdConfigInline: string;
  readonly keepState: boolean;
  readonly cleanup: boolean;
  readonly emulation: 'auto' | 'true' | 'false';
  readonly emulationImage: string;
};

export type RegistryInputs = GivenLogins & {
  readonly optional: readonly string[];
  readonly insecure: readonly string[];
};

/** The YAML parser is loaded by the host only where `registry-auth` is given. */
export type InputFacts = LoginFacts & {
  /** What `build-args-file` names. */
  readonly argsFiles?: readonly NamedFile[];
  /** What the bake files say; why they say nothing is told elsewhere. */
  readonly bake?: BakeDefinition | UnreadBake | undefined;
  /** What stands against the path that `source` names, as the end of a sentence. */
  readonly sourceFailure?: string | undefined;
  readonly machine?: Machine | undefined;
};

const PUSH_WISHES = { auto: 'auto', true: 'always', false: 'never' } as const;

const DEFAULTS: RawInputs = Object.fromEntries(INPUTS.map(({ name, default: value }) => [name, value ?? '']));

/** Fills in the default of every empty or absent input. */
export function completeInputs(given: RawInputs): RawInputs {
  const filled = Object.entries(given).filter(([name, value]) => (name.startsWith('sep-') ? value !== '' : value.trim() !== '')); // a blank may separate
  return { ...DEFAULTS, ...Object.fromEntries(filled) };
}

/** @throws {ProblemError} naming every input that does not exist, with what to write instead. */
export function refuseUnknownInputs(given: RawInputs): void {
  collectAll(Object.keys(given), (name) => {
    if (!Object.hasOwn(DEFAULTS, name))
      throw new ProblemError({ where: 'inputs', given: name, wrong: 'is no input', accepted: adviseOn(name) });
  });
}

function adviseOn(unknown: string): string {
  const names = Object.keys(DEFAULTS);
  const hint = nearest(unknown, names);
  return (
    ELSEWHERE.get(unknown) ?? (hint === undefined ? `action.yml and docs/inputs.md list all ${names.length}` : `did you mean ${hint}?`)
  );
}

/**
 * Reads and checks completed inputs.
 * @throws {ProblemError} with every mistake of every input.
 */
export function parseInputs(raw: RawInputs, facts: InputFacts): Inputs {
  const text = (name: string): string => raw[name] ?? '';
  const boolean = (name: string): boolean => parseBoolean(text(name), name);
  return collect<Inputs>({
    build: () => parseBuild(text, facts),
    builder: () => parseBuilder(text, facts),
    registries: () => parseRegistries(text, facts),
    secrets: () => parseSecrets({ values: text('secrets'), environments: text('secret-envs'), files: text('secret-files') }, facts.machine),
    checks: () => parseChecks(text, facts.bake),
    signedTag: () => readSignedTag(text('require-signed-tag').trim()),
    push: () => PUSH_WISHES[parseChoice(text('push').toLowerCase(), ['auto', 'true', 'false'], 'push')],
    load: () => boolean('load'),
    existing: () => parseChoice(text('existing'), ['adopt', 'fail', 'overwrite'], 'existing'),
    floating: () => parseChoice(text('floating'), ['forward', 'strict', 'always'], 'floating'),
    dryRun: () => boolean('dry-run'),
    summary: () => boolean('summary'),
    githubToken: () => text('github-token').trim(),
  });
}

type Text = (name: string) => string;

function parseBuild(text: Text, facts: InputFacts): BuildInputs {
  const words = (name: string): string => text(name).trim();
  const lines = (name: string): readonly string[] => readQuotedLines(text(name), name);
  const place = facts.bake === undefined ? facts : {}; // beside bake files these inputs do nothing, which is told elsewhere
  return collect<BuildInputs>({
    context: () => checkContext(words('context'), 'context', place),
    file: () => checkDockerfile(words('file'), words('context'), place),
    target: () => words('target'),
    platforms: () => distinctPlatforms(collectAll(readItems(text('platforms')), (item) => parsePlatform(item))),
    buildArgs: () => parseBuildArgs(text('build-args'), facts),
    buildContexts: () =>
      collectAll(readQuotedPairs(text('build-contexts'), 'build-contexts'), ([name, value]) => {
        return `${name}=${checkContext(value, 'build-contexts', place)}`;
      }),
    ssh: () => lines('ssh'),
    noCache: () => parseBoolean(text('no-cache'), 'no-cache'),
    noCacheFilters: () => readItems(text('no-cache-filters')),
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
    source: () => parseSource(text, facts.sourceFailure),
    exports: () => parseExports(text('exports')),
    extraArgs: () => readExtraArgs(text('extra-args')),
  });
}

function parseBuilder(text: Text, { machine }: InputFacts): BuilderInputs {
  return collect<BuilderInputs>({
    name: () => text('builder').trim(),
    driver: () => parseChoice(text('driver'), ['auto', 'docker', 'docker-container'], 'driver'),
    driverOpts: () => readLines(text('driver-opts')),
    buildkitdFlags: () => text('buildkitd-flags').trim(),
    buildkitdConfig: () => checkFile(text('buildkitd-config').trim(), 'buildkitd-config', machine),
    buildkitdConfigInline: () => text('buildkitd-config-inline'),
    keepState: () => parseBoolean(text('keep-state'), 'keep-state'),
    cleanup: () => parseBoolean(text('cleanup'), 'cleanup'),
    emulation: () => parseChoice(text('emulation').toLowerCase(), ['auto', 'true', 'false'], 'emulation'),
    emulationImage: () => text('emulation-image').trim(),
  });
}

function parseRegistries(text: Text, facts: InputFacts): RegistryInputs {
  const { given, ...lists } = collect<Pick<RegistryInputs, 'optional' | 'insecure'> & { readonly given: GivenLogins }>({
    given: () => parseLogins(text, facts),
    optional: () => readItems(text('optional-registries')).map(registryHost),
    insecure: () => readItems(text('insecure-registries')).map(registryHost),
  });
  return { ...given, ...lists };
}

function distinctPlatforms(platforms: readonly Platform[]): readonly Platform[] {
  return [...new Map(platforms.map((platform) => [formatPlatform(platform), platform])).values()];
}
