import type { BuildInputs } from '../inputs/inputs.ts';
import type { TargetNaming } from '../naming/name-targets.ts';
import { mapOf } from '../text/bake-definition.ts';
import type { Problem } from '../text/problem.ts';
import type { KnownSecret } from './known-secrets.ts';
import { holdsSecret } from './secret-forms.ts';

/** A text that others can read, with the input it is of and its name there. */
type OpenText = {
  readonly where: string;
  readonly key: string | undefined;
  readonly text: string;
  readonly advice: string;
  readonly shownIn: string;
};

const IMAGE = {
  shownIn: 'would be published in the image',
  advice: 'hand it over as a build secret (secrets, secret-envs or secret-files)',
};
const ARGUMENTS = {
  shownIn: 'would stand among the arguments of a process, which every user of the machine can read',
  advice: IMAGE.advice,
};
const GIT = { ...ARGUMENTS, advice: 'hand it over as secrets: GIT_AUTH_TOKEN.<host>=…' };

/**
 * What has a secret in it and is no place for one: build arguments, labels and annotations stand in the image's history, provenance or configuration,
 * contexts and extra arguments in what a process is started with. Also as a part of a URL, and in base64.
 */
export function publishedSecrets(
  build: BuildInputs,
  namings: readonly TargetNaming[],
  secrets: readonly KnownSecret[],
): readonly Problem[] {
  const found = [...textsOfBuild(build), ...textsOfNamings(namings)].flatMap(({ text, ...open }) => {
    const secret = secrets.find(({ value }) => holdsSecret(text, value));
    return secret === undefined ? [] : [describe(open, secret.value.trim() === text.trim() ? 'has the value of' : 'contains', secret)];
  });
  return [...new Map(found.map((problem) => [JSON.stringify(problem), problem])).values()]; // each key once, however many images have it
}

function describe({ where, key, shownIn, advice }: Omit<OpenText, 'text'>, how: string, secret: KnownSecret): Problem {
  return {
    where,
    ...(key === undefined ? {} : { given: key }),
    wrong: `${how} a secret (${secret.where}), and ${shownIn}`,
    accepted: advice,
  };
}

function textsOfBuild(build: BuildInputs): readonly OpenText[] {
  const targets = build.bake?.targets ?? [];
  const inTargets = (map: string, more: typeof IMAGE): readonly OpenText[] =>
    targets.flatMap((target) =>
      Object.entries(mapOf(target, map)).map(([key, text]) => ({ where: `bake-files, ${map}`, key, text, ...more })),
    );
  return [
    ...inTargets('args', IMAGE),
    ...inTargets('labels', IMAGE),
    ...inTargets('contexts', GIT),
    ...build.buildArgs.map(([key, text]) => ({ where: 'build-args', key, text, ...IMAGE })),
    { where: 'context', key: undefined, text: build.context, ...GIT },
    ...build.buildContexts.map((pair) => {
      const equals = pair.indexOf('=');
      return { where: 'build-contexts', key: pair.slice(0, equals), text: pair.slice(equals + 1), ...GIT };
    }),
    ...build.extraArgs.map((text, index) => ({ where: `extra-args, line ${index + 1}`, key: undefined, text, ...ARGUMENTS })),
  ];
}

function textsOfNamings(namings: readonly TargetNaming[]): readonly OpenText[] {
  return namings.flatMap(({ naming }) => [
    ...Object.entries(naming.labels).map(([key, text]) => ({ where: 'labels', key, text, ...IMAGE })),
    ...naming.annotations.map(({ key, value }) => ({ where: 'annotations', key, text: value, ...IMAGE })),
    ...naming.tags.map(({ name }) => ({
      where: 'tags',
      key: undefined,
      text: name,
      shownIn: 'would be published as a tag',
      advice: 'write another tag',
    })),
  ]);
}
