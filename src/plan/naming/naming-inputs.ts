import type { Platform } from '../text/platform.ts';
import { type Parsed, ProblemError } from '../text/problem.ts';
import type { GivenImage } from './images.ts';
import type { TemplateEnvironment } from './template.ts';

/** The inputs that say what an image is to be called. */
export type NamingInputs = NamingTexts & {
  readonly images: Parsed<readonly GivenImage[]>;
  /** With more than one, annotations go to the index as well by default, which is what registries show. */
  readonly platforms: readonly Platform[];
  /** Of the step, for `{{env.NAME}}`. */
  readonly environment?: TemplateEnvironment | undefined;
};

/** Those in the tag language, as the user gave them; '' where nothing was given. */
export type NamingTexts = {
  readonly tags: string;
  readonly flavor: string;
  readonly labels: string;
  readonly annotations: string;
  readonly 'annotation-levels': string;
  readonly 'short-sha-length': string;
  /** Stands in for the git tag wherever a rule reads a version. */
  readonly version: string;
};

export function pickNamingTexts(text: (name: string) => string): NamingTexts {
  return {
    tags: text('tags'),
    flavor: text('flavor'),
    labels: text('labels'),
    annotations: text('annotations'),
    'annotation-levels': text('annotation-levels'),
    'short-sha-length': text('short-sha-length'),
    version: text('version'),
  };
}

/** The settings that metadata-action reads from the environment, by the input that says the same here. */
const ENVIRONMENT_INPUTS = {
  'annotation-levels': 'DOCKER_METADATA_ANNOTATIONS_LEVELS',
  'short-sha-length': 'DOCKER_METADATA_SHORT_SHA_LENGTH',
  'pr-head-sha': 'DOCKER_METADATA_PR_HEAD_SHA',
} as const;

/** What the environment gives for inputs that are empty. An input that is given wins. */
export function inputsFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<keyof typeof ENVIRONMENT_INPUTS, string>> {
  return {
    'annotation-levels': environment[ENVIRONMENT_INPUTS['annotation-levels']] ?? '',
    'short-sha-length': environment[ENVIRONMENT_INPUTS['short-sha-length']] ?? '',
    'pr-head-sha': environment[ENVIRONMENT_INPUTS['pr-head-sha']] ?? '',
  };
}

/**
 * Reads `pr-head-sha`. In any case of letters, as metadata-action has it; `0` and `1` are off there, and so they are here.
 * @throws {ProblemError}
 */
export function parsePrHeadSha(text: string): boolean {
  const value = text.trim().toLowerCase();
  if (['', 'true', 'false', '0', '1'].includes(value)) return value === 'true';
  throw new ProblemError({ where: 'pr-head-sha', given: text, wrong: 'is neither true nor false', accepted: 'write true or false' });
}
