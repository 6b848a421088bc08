import { parseBoolean, parseChoice, parseLines } from '../text/lists.ts';
import { collect, type Problem, ProblemError } from '../text/problem.ts';
import { checkFile, type LocalFiles } from './local-files.ts';

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

/** @throws {ProblemError} also for options of a builder that is not created. */
export function parseBuilder(text: (name: string) => string, machine: LocalFiles | undefined): BuilderInputs {
  const inputs = collect<BuilderInputs>({
    name: () => text('builder').trim(),
    driver: () => parseDriver(text('driver')),
    driverOpts: () => parseLines(text('driver-opts')),
    buildkitdFlags: () => text('buildkitd-flags').trim(),
    buildkitdConfig: () => checkFile(text('buildkitd-config').trim(), 'buildkitd-config', machine),
    buildkitdConfigInline: () => text('buildkitd-config-inline'),
    keepState: () => parseBoolean(text('keep-state'), 'keep-state'),
    cleanup: () => parseBoolean(text('cleanup'), 'cleanup'),
    emulation: () => parseChoice(text('emulation').toLowerCase(), ['auto', 'true', 'false'], 'emulation'),
    emulationImage: () => text('emulation-image').trim(),
  });
  const problems = idleOptions(inputs);
  if (problems.length > 0) throw new ProblemError(problems);
  return inputs;
}

/** The inputs that only a builder of this step's own can follow, as far as they are given. */
export function ownBuilderOptions(inputs: BuilderInputs): readonly string[] {
  const given: readonly (readonly [name: string, isGiven: boolean])[] = [
    ['driver-opts', inputs.driverOpts.length > 0],
    ['buildkitd-flags', inputs.buildkitdFlags !== ''],
    ['buildkitd-config', inputs.buildkitdConfig !== ''],
    ['buildkitd-config-inline', inputs.buildkitdConfigInline.trim() !== ''],
    ['keep-state', inputs.keepState],
  ];
  return given.flatMap(([name, isGiven]) => (isGiven ? [name] : []));
}

function idleOptions(inputs: BuilderInputs): readonly Problem[] {
  const options = ownBuilderOptions(inputs);
  if (inputs.name !== '') {
    const wrong = `has no effect on the builder ${inputs.name}, which exists already`;
    return options.map((where) => ({ where, wrong, accepted: 'leave it out, or leave builder out: the step then creates a builder' }));
  }
  if (inputs.driver !== 'docker') return [];
  const wrong = 'has no effect with driver: docker, the engine’s own BuildKit';
  return options.map((where) => ({ where, wrong, accepted: 'leave it out, or write driver: docker-container' }));
}

/**
 * The notice for a second configuration of buildkitd: the file counts, as in docker/setup-buildx-action.
 * @see https://github.com/docker/setup-buildx-action/blob/v3/src/context.ts
 */
export function noticesOfBuilder({ buildkitdConfig, buildkitdConfigInline }: BuilderInputs): readonly string[] {
  if (buildkitdConfig === '' || buildkitdConfigInline.trim() === '') return [];
  return ['buildkitd-config-inline: has no effect beside buildkitd-config, whose file counts; leave one of the two out'];
}

/** Drivers of buildx that need more than this step knows of. */
const OTHER_DRIVERS = ['kubernetes', 'remote', 'cloud'];

function parseDriver(text: string): BuilderInputs['driver'] {
  const given = text.trim();
  if (!OTHER_DRIVERS.includes(given)) return parseChoice(text, ['auto', 'docker', 'docker-container'], 'driver');
  const accepted = 'make that builder in a step before, and name it in builder';
  throw new ProblemError({ where: 'driver', given, wrong: 'is a driver whose builders this step does not make', accepted });
}
