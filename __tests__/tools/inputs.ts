import { type Checks, parseChecks } from '../../src/plan/inputs/checks.ts';
import type { InputFacts, Inputs } from '../../src/plan/inputs/inputs.ts';
import { completeInputs, type RawInputs } from '../../src/plan/inputs/raw-inputs.ts';
import { parseRequest } from '../../src/plan/inputs/request.ts';
import type { GivenImage } from '../../src/plan/naming/images.ts';
import type { BakeDefinition, UnreadBake } from '../../src/plan/text/bake-definition.ts';
import { collect, ifRead, type Parsed, refuse } from '../../src/plan/text/problem.ts';

const noYaml = () => [];

/** The inputs as a run has them. @throws {ProblemError} with every mistake, as a run reports them. */
export function readInputs(given: RawInputs, facts: Partial<InputFacts> = {}): Inputs {
  const request = parseRequest(given);
  const images = request.parseImages(facts.bake?.known ?? []);
  return collect({
    early: () => refuse(request.problems),
    inputs: () => request.parse({ parseYaml: noYaml, images, ...facts }),
  }).inputs;
}

/** The gates beside the inputs that say what is built. */
export function readChecks(given: RawInputs, bake?: BakeDefinition | UnreadBake): Checks {
  const raw = completeInputs(given);
  const { early, parseImages } = parseRequest(given);
  const images = ifRead(parseImages(bake?.known ?? []));
  return parseChecks((name) => raw[name] ?? '', { platforms: early.platforms, images, bake });
}

/** The input `images`. */
export function readImages(text: string, bake?: BakeDefinition | UnreadBake): Parsed<readonly GivenImage[]> {
  return parseRequest({ images: text }).parseImages(bake?.known ?? []);
}
