import type { TargetNames } from '../text/bake-definition.ts';
import { collect, ifRead, ProblemError, parsed, reveal } from '../text/problem.ts';
import { type Level, parseLevels, placeAnnotations } from './annotations.ts';
import type { Context } from './context.ts';
import { type Flavor, parseFlavor } from './flavor.ts';
import { chooseImages } from './images.ts';
import { describeRepeated, type LabelLine, makeSourceLabels, parseLabelLines, renderLabels, sortLabels } from './labels.ts';
import type { Libraries } from './libraries.ts';
import { listReferences } from './list-references.ts';
import { META_NAMES } from './meta.ts';
import type { Image, Labels, Naming } from './naming.ts';
import type { NamingInputs } from './naming-inputs.ts';
import type { Search } from './pattern.ts';
import { describeForgone, parseRules, type ReadyRule } from './rules/read-rules.ts';
import type { RuleFacts } from './rules/rule.ts';
import { runRules } from './rules/run-rules.ts';
import { checkTypedTags } from './rules/typed-tags.ts';
import { describeIdleVersion, parseVersionText } from './rules/version-input.ts';
import { makeTemplate, type Template } from './template.ts';
import { GLOBAL_NAMES, makeScope, withMeta, withoutRun } from './template-scope.ts';

const DEFAULT_SHA_LENGTH = 7;

/**
 * Reads the inputs once, for many refs.
 * @returns what the image is to be called.
 * @throws {ProblemError} with every problem of every input, a rule being checked in full even where this event does not use it; the function
 *   it gives throws one for what only a ref shows, such as an `enable` that renders to neither true nor false.
 */
export function parseNaming(inputs: NamingInputs, libraries: Libraries): (context: Context) => Naming {
  const { images, common } = collect({
    images: () => chooseImages(reveal(inputs.images)),
    common: () => parseCommon(inputs, libraries),
  });
  const notices = [...new Set([...images.notices, ...common.notices])];
  const forgone = images.images.length > 0 ? describeForgone(common.rules) : [];
  return (context) => {
    const naming = nameImage({ ...common, notices, images: images.images }, context);
    return { ...naming, rules: [...naming.rules, ...forgone] };
  };
}

/**
 * Reads what the images of a run have in common: everything but their names.
 * @param targets of the bake files, which rules may be for.
 * @throws {ProblemError}
 */
export function parseCommon(inputs: NamingInputs, libraries: Libraries, targets: TargetNames = []): CommonNaming {
  const templates: Template[] = [];
  const readTemplate = (text: string, where: string, names: readonly string[] = []) => {
    const template = makeTemplate({ text, where, names: [...GLOBAL_NAMES, ...names], environment: inputs.environment }, libraries);
    templates.push(template);
    return template;
  };
  const readNamed = (text: string, where: string) => readTemplate(text, where, META_NAMES);
  const flavor = parsed(() => parseFlavor(inputs.flavor, readTemplate));
  const read = collect({
    rules: () => checkTypedTags(parseRules(inputs.tags, readTemplate, targets), ifRead(flavor)),
    flavor: () => reveal(flavor),
    labels: () => parseLabelLines(inputs.labels, 'labels', readNamed),
    annotations: () => parseLabelLines(inputs.annotations, 'annotations', readNamed),
    levels: () => parseLevels(inputs['annotation-levels'], inputs.platforms),
    shaLength: () => parseShaLength(inputs['short-sha-length']),
    version: () => inputs.version.trim(),
  });
  const notices = [...read.rules, ...templates].flatMap((source) => source.notices);
  return {
    ...read,
    search: libraries.search,
    notices: [
      ...notices,
      ...describeRepeated(read.labels),
      ...describeRepeated(read.annotations),
      ...describeIdleVersion(read.version, read.rules),
    ],
  };
}

/** What is known of all images before there is a ref. */
export type CommonNaming = {
  readonly rules: readonly ReadyRule[];
  readonly flavor: Flavor;
  readonly labels: readonly LabelLine[];
  readonly annotations: readonly LabelLine[];
  readonly levels: readonly Level[];
  readonly shaLength: number;
  readonly version: string;
  readonly search: Search;
  readonly notices: readonly string[];
};

/** Names one image for a ref. @throws {ProblemError} for what only a ref shows. */
export function nameImage({ images, notices, ...read }: CommonNaming & { readonly images: readonly Image[] }, context: Context): Naming {
  const facts = makeFacts(context, read);
  const { tags, rules, latest, notices: ran } = runRules(read.rules, read.flavor, facts);
  const version = tags[0]?.name ?? '';
  const scope = withMeta(facts.scope, { version, tags: listReferences({ images, tags }) });
  const common = makeSourceLabels(context, version);
  const rendered = collect<{ readonly labels: Labels; readonly annotations: Labels }>({
    labels: () => renderLabels(read.labels, scope, 'labels'),
    annotations: () => renderLabels(read.annotations, scope, 'annotations'),
  });
  const stable = read.labels.length === 0 ? {} : renderLabels(read.labels, withoutRun(scope), 'labels');
  const isStable = JSON.stringify(stable) === JSON.stringify(rendered.labels);
  const complete = (own: Labels): Labels => sortLabels({ ...common, ...own });
  const annotations = placeAnnotations(complete(rendered.annotations), read.levels);
  return {
    version,
    images,
    tags,
    rules,
    latest,
    labels: complete(rendered.labels),
    ...(isStable ? {} : { stableLabels: complete(stable) }),
    annotations,
    notices: [...notices, ...ran],
  };
}

type FactSources = Pick<CommonNaming, 'version' | 'shaLength' | 'rules' | 'search'>;

function makeFacts(context: Context, { version, shaLength, rules, search }: FactSources): RuleFacts {
  const after = (prefix: string) => (context.ref.startsWith(prefix) ? context.ref.slice(prefix.length) : undefined);
  const [branch, tag] = [after('refs/heads/'), after('refs/tags/')];
  const shortSha = context.sha.slice(0, shaLength);
  const scope = makeScope(context, { branch, tag, shortSha });
  const pullRequest = after('refs/pull/')?.replace(/\/merge$/, '');
  return { context, branch, tag, pullRequest, versionText: parseVersionText(version, tag, rules), shortSha, scope, search };
}

function parseShaLength(input: string): number {
  const text = input.trim();
  if (text === '') return DEFAULT_SHA_LENGTH;
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new ProblemError({
    where: 'short-sha-length',
    given: input,
    wrong: 'is not a length',
    accepted: 'write a whole number from 1 to 999',
  });
}
