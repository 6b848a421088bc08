import { type GivenImage, parseGivenImages } from '../naming/images.ts';
import { findStrayMeta } from '../naming/meta.ts';
import { type NamingTexts, pickNamingTexts } from '../naming/naming-inputs.ts';
import type { TargetNames } from '../text/bake-definition.ts';
import { type Parsed, type Problem, parsed } from '../text/problem.ts';
import { type EarlyInputs, parseEarlyInputs } from './early-inputs.ts';
import { type InputFacts, type Inputs, parseInputs } from './inputs.ts';
import { completeInputs, findUnknownInputs, isUsual, type RawInputs } from './raw-inputs.ts';
import type { IsGiven } from './set-inputs.ts';

/**
 * What was asked for. The text of every input is parsed once, here or by what this calls: first what is needed to read the world, and then, with
 * what was read, the rest. Whatever follows takes the values.
 */
export type Request = {
  readonly early: EarlyInputs;
  /** What is wrong with the early inputs, and inputs that do not exist. */
  readonly problems: readonly Problem[];
  readonly naming: NamingTexts;
  readonly isGiven: IsGiven;
  /** Whether an input has a text, be it the usual one. */
  readonly isSaid: IsGiven;
  /** @param targets of the bake files, whose names may stand before an image. */
  readonly parseImages: (targets: TargetNames) => Parsed<readonly GivenImage[]>;
  /** The other inputs. @throws {ProblemError} with every mistake of every one of them. */
  readonly parse: (facts: InputFacts) => Inputs;
};

/** @param given the inputs as the runner or the command line gives them. */
export function parseRequest(given: RawInputs): Request {
  const raw = completeInputs(given);
  const text = (name: string): string => raw[name] ?? '';
  const { early, problems } = parseEarlyInputs(text);
  const isGiven = (name: string): boolean => !isUsual(name, text(name));
  const isSaid = (name: string): boolean => (given[name] ?? '').trim() !== '';
  return {
    early,
    problems: [...findUnknownInputs(given), ...problems, ...findStrayMeta(text)],
    naming: pickNamingTexts(text),
    isGiven,
    isSaid,
    parseImages: (targets) => parsed(() => parseGivenImages(text('images'), targets)),
    parse: (facts) => parseInputs({ text, early, isGiven, isSaid }, facts),
  };
}
