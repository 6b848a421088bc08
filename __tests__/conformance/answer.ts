import { loadLibraries } from '../../src/facts/load-libraries.ts';
import { type ContextFacts, lacksCommitTime, lacksRepository, makeContext } from '../../src/plan/naming/make-context.ts';
import { parseNaming } from '../../src/plan/naming/make-naming.ts';
import type { Naming } from '../../src/plan/naming/naming.ts';
import { inputsFromEnvironment, type NamingInputs, parsePrHeadSha } from '../../src/plan/naming/naming-inputs.ts';
import { asObject, type JsonObject } from '../../src/plan/text/json.ts';
import { ProblemError } from '../../src/plan/text/problem.ts';
import { renderMetadataOutputs } from '../../src/report/metadata-outputs.ts';
import { readImages } from '../tools/inputs.ts';
import { common, type Expected, repositoryOf, separatorOf, type Vector } from './vectors.ts';

export type Answer = { readonly naming: Naming; readonly outputs: Expected } | { readonly message: string };

/** Our answer, by the way the host goes: the API is asked only for what the event does not say. */
export async function answer(vector: Vector): Promise<Answer> {
  const inputs = makeInputs(vector);
  try {
    if (!['workflow', 'git'].includes(vector.inputs.context ?? 'workflow'))
      throw new ProblemError({ where: 'ref-source', wrong: 'is unknown', accepted: 'workflow, git' });
    const naming = parseNaming(inputs, await loadLibraries(inputs))(makeContext(makeFacts(vector)));
    return { naming, outputs: readOutputs(naming, vector) };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { message: error.message };
  }
}

function makeInputs({ env, inputs }: Vector): NamingInputs {
  const text = (name: string) => inputs[name] ?? '';
  const { 'annotation-levels': levels, 'short-sha-length': length } = inputsFromEnvironment(env ?? {});
  const texts = { tags: text('tags'), flavor: text('flavor'), labels: text('labels'), annotations: text('annotations'), version: '' };
  return {
    images: readImages(inputs.images ?? 'octo/app'),
    ...texts,
    'annotation-levels': levels,
    'short-sha-length': length,
    platforms: [],
  };
}

function makeFacts(vector: Vector): ContextFacts {
  const { api, git, env = {}, now = common.now } = vector;
  const environment = {
    ...common.env,
    GITHUB_REPOSITORY: 'octo/app',
    ...env,
    GITHUB_EVENT_NAME: vector.event,
    GITHUB_REF: vector.ref ?? undefined,
    GITHUB_SHA: vector.sha,
  };
  const facts = {
    environment,
    payload: makePayload(vector),
    prHeadSha: parsePrHeadSha(inputsFromEnvironment(env)['pr-head-sha']),
    now,
    git,
  };
  const context = makeContext(facts);
  const known = common.repos[context.repository.fullName];
  const isAnswered = lacksRepository(context) && known !== undefined && api?.repo_status === undefined;
  const date = api !== undefined && 'commit_date' in api ? api.commit_date : common.commits[context.sha];
  const hasDate = lacksCommitTime(context) && typeof date === 'string' && api?.commit_status === undefined;
  return {
    ...facts,
    repositoryAnswer: isAnswered ? { ...known, ...api?.repo } : undefined,
    commitAnswer: hasDate ? { commit: { committer: { date } } } : undefined,
  };
}

function makePayload(vector: Vector): JsonObject {
  const { payload } = vector;
  if (payload === null || payload?.repository === null) return payload ?? {};
  const name = repositoryOf(vector);
  const repository = {
    name: name.split('/').at(-1),
    default_branch: common.repos[name]?.default_branch ?? 'main',
    ...asObject(payload?.repository),
  };
  return { ...payload, repository };
}

/** The output texts, split as the peer's were. */
function readOutputs(naming: Naming, vector: Vector): Expected {
  const separators = {
    tags: separatorOf(vector, 'sep-tags'),
    labels: separatorOf(vector, 'sep-labels'),
    annotations: separatorOf(vector, 'sep-annotations'),
  };
  const { version, tags, annotations } = renderMetadataOutputs(naming, separators);
  const split = (text: string, separator: string) => (text === '' ? [] : text.split(separator));
  return { version, tags: split(tags, separators.tags), labels: naming.labels, annotations: split(annotations, separators.annotations) };
}
