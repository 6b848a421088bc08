import type { SimulatedRegistry } from './registry.ts';
import { type Built, imageAt, isOfOneVersion, isSecond, tagsOf } from './releases.ts';
import { type History, imagesBy, type RunResult, startOf } from './scenario.ts';

/** Every promise the history breaks, one line each; none where all are kept. */
export function brokenPromises(history: History): readonly string[] {
  const untold = history.results.flatMap((result) => untrue(history, result));
  return [...early(history), ...backwards(history), ...changed(history), ...unhealed(history), ...stuck(history), ...untold];
}

/** P1 */
function early({ early: puts }: History): readonly string[] {
  return puts.map(({ run, registry, reference }) => `${run} put ${registry}:${reference} before every required registry had the content`);
}

/** P4: in the end a floating tag holds nothing older than it held at first, or than any run says it moved it to. */
function backwards(history: History): readonly string[] {
  return claimsOf(history, 'floating').flatMap(({ registry, tag, digest, by }) => {
    const [claimed = 0, final = -1] = [digest, registry.tag(tag) ?? ''].map((each) => history.ranks.get(each));
    return final < claimed ? [`${registry.name}:${tag} holds image ${final}, and ${by} had moved it to image ${claimed}`] : [];
  });
}

/**
 * P5: a fixed tag holds what it held at first, and what every run that succeeded says. Where a PUT is on its way for longer than other runs wait, and no
 * other required registry tells of them, it can win all the same: registries have no compare-and-swap. Of a tag that other versions write too, no other registry tells. A
 * promoted image is a second build of the branch: what is left where it met the first one, the branch's next run makes one.
 */
function changed(history: History): readonly string[] {
  const { registries, optional, faults } = history.scenario;
  const isLate = (name: string) =>
    faults.some(({ registry, kind, operation }) => registry === name && kind === 'late' && operation === 'tag-put');
  const isTold = registries.some((name) => !optional.includes(name) && !isLate(name));
  const results = history.results.filter(({ outcome }) => isTold && outcome !== undefined && outcome.failure === undefined);
  const isPromoted = (tag: string) => promotedOf(history).some((image) => tag === `sha-${image}`);
  const isSure = (tag: string, registry: string) => isOfOneVersion(tag) || !(isLate(registry) || isPromoted(tag));
  const claims = claimsOf({ ...history, results }, 'fixed').filter(({ registry, tag }) => isSure(tag, registry.name));
  return claims.flatMap(({ registry, tag, digest, by }) =>
    registry.tag(tag) === digest ? [] : [`${registry.name}:${tag} no longer holds the image of ${by}`],
  );
}

/** That a tag held a digest at some time, as the start of the scenario has it or as a run said when it ended. */
type Claim = { readonly registry: SimulatedRegistry; readonly tag: string; readonly digest: string; readonly by: string };

function claimsOf({ scenario, registries, results, images }: History, lifetime: 'fixed' | 'floating'): readonly Claim[] {
  const wanted = (built: Built) => tagsOf(scenario, built).filter((tag) => tag.lifetime === lifetime);
  return registries.flatMap((registry) => {
    const first = startOf(scenario).flatMap((built) => {
      const { digest } = imageAt(scenario, imagesBy(images, built), registry.name).candidate.root;
      return wanted(built).map(({ name: tag }) => ({ registry, tag, digest, by: built.name }));
    });
    const said = results.flatMap(({ run, outcome, ...published }) => {
      const { digest } = imageAt(scenario, published, registry.name).candidate.root;
      const destination = outcome?.destinations.find(({ repository }) => repository.registry === `${registry.name}.example`);
      const holding = new Set(destination?.tags.filter(({ state }) => state === 'moved' || state === 'unchanged').map(({ name }) => name));
      const claimed = wanted(run).filter(({ name }) => holding.has(name));
      return claimed.map(({ name: tag }) => ({ registry, tag, digest, by: run.name }));
    });
    return [...first, ...said];
  });
}

/** P5: a further run heals what is left, and then every required registry holds the same under a fixed tag. */
function unhealed({ scenario, registries, further }: History): readonly string[] {
  const required = registries.filter(({ name }) => !scenario.optional.includes(name));
  const ofTarget = (second: boolean) => required.filter(({ name }) => isSecond(scenario, name) === second);
  return further.flatMap(({ run, outcome }) => {
    const failed = outcome === undefined || outcome.failure !== undefined;
    const fixed = tagsOf(scenario, run).filter((tag) => tag.lifetime === 'fixed' && isOfOneVersion(tag.name));
    const differing = fixed.filter(({ name }) =>
      [true, false].some((second) => new Set(ofTarget(second).map(({ tag }) => tag(name))).size > 1),
    );
    return [
      ...(failed ? [`${run.name} failed: ${outcome?.failure?.messages.join(', ') ?? 'nothing published'}`] : []),
      ...differing.map(({ name }) => `the registries hold different images as ${name} after ${run.name}`),
    ];
  });
}

/**
 * Of runs that publish one image, one succeeds, unless something else than the others is in its way. A push to a branch may find under its commit's tag an
 * image of the branch that a release has brought there: it gives way to that one as to another push of the commit, and its next run adopts it.
 */
function stuck(history: History): readonly string[] {
  const { scenario, results } = history;
  const { faults, runs, optional, registries } = scenario;
  const isFree = faults.length === 0 && runs.every(({ cancelMs }) => cancelMs === undefined) && optional.length < registries.length;
  const succeeded = results.filter(({ outcome }) => outcome !== undefined && outcome.failure === undefined);
  const isOut = ({ image, kind }: Built) =>
    succeeded.some(({ run }) => run.image === image && (run.kind === 'branch') === (kind === 'branch'));
  const mayGiveWay = ({ kind, image }: Built) => kind === 'branch' && promotedOf(history).includes(image);
  return isFree
    ? runs.flatMap((run) => (isOut(run) || mayGiveWay(run) ? [] : [`neither ${run.name} nor another run published image ${run.image}`]))
    : [];
}

/** The numbers of the images that were promoted. */
function promotedOf({ scenario }: History): readonly number[] {
  return [...startOf(scenario), ...scenario.runs].filter(({ kind }) => kind === 'promoted').map(({ image }) => image);
}

/** All or nothing, and P9: what a run said is what the tags held when it ended, unless another run wrote them meanwhile. */
function untrue(history: History, result: RunResult): readonly string[] {
  const { outcome, run } = result;
  if (outcome === undefined) return [];
  return outcome.destinations.flatMap(({ repository, state, tags }) => {
    const registry = repository.registry.replace('.example', '');
    const ours = imageAt(history.scenario, result, registry).candidate.root.digest;
    const isRequired = !history.scenario.optional.includes(registry);
    const done = state === 'published' || state === 'unchanged' || state === 'held back';
    const partial = outcome.failure === undefined && isRequired && !done ? [`${run.name} succeeded without ${registry}`] : [];
    const false_ = tags.flatMap(({ name, state: tagState }) => {
      const [held, holds] = [result.heldAtStart, result.heldAtEnd].map((tagsThen) => tagsThen.get(`${registry}:${name}`) === ours);
      const claims = tagState === 'moved' || tagState === 'unchanged' || (tagState === 'not moved' && held === true);
      if (tagState === 'unknown' || holds === claims || isShared(history, result, name)) return [];
      return [`${run.name} said ${registry}:${name} is ${tagState}, and it ${holds ? 'holds' : 'does not hold'} its image`];
    });
    const unsaid =
      done && tags.some(({ state: tagState }) => tagState === 'not moved' || tagState === 'unknown' || tagState === 'put back');
    return [...partial, ...false_, ...(unsaid ? [`${run.name} said ${registry} is ${state}, and not all of its tags are`] : [])];
  });
}

/** Whether another run publishes the same tag, so that what it holds may change between our last look and our end. */
function isShared({ scenario, results }: History, { run }: RunResult, tag: string): boolean {
  return results.some((other) => other.run !== run && tagsOf(scenario, other.run).some(({ name }) => name === tag));
}
