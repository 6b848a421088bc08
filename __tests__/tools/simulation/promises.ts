import type { SimulatedRegistry } from './registry.ts';
import { type History, imageBy, type RunResult, startOf, tagsOf } from './scenario.ts';

/** Every promise the history breaks, one line each; none where all are kept. */
export function brokenPromises(history: History): readonly string[] {
  return [...early(history), ...backwards(history), ...changed(history), ...history.results.flatMap((result) => untrue(history, result))];
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

/** P5: a fixed tag holds what it held at first, and what every run that published it says. */
function changed(history: History): readonly string[] {
  return claimsOf(history, 'fixed').flatMap(({ registry, tag, digest, by }) =>
    registry.tag(tag) === digest ? [] : [`${registry.name}:${tag} no longer holds the image of ${by}`],
  );
}

/** That a tag held a digest at some time, as the start of the scenario has it or as a run said when it ended. */
type Claim = { readonly registry: SimulatedRegistry; readonly tag: string; readonly digest: string; readonly by: string };

function claimsOf({ scenario, registries, results, images }: History, lifetime: 'fixed' | 'floating'): readonly Claim[] {
  const wanted = (image: number) => tagsOf(scenario, image).filter((tag) => tag.lifetime === lifetime);
  return registries.flatMap((registry) => {
    const first = startOf(scenario).flatMap((built) => {
      const { digest } = imageBy(images, built).candidate.root;
      return wanted(built.image).map(({ name: tag }) => ({ registry, tag, digest, by: built.name }));
    });
    const said = results.flatMap(({ run, outcome, image }) => {
      const destination = outcome?.destinations.find(({ repository }) => repository.registry === `${registry.name}.example`);
      const holding = new Set(destination?.tags.filter(({ state }) => state === 'moved' || state === 'unchanged').map(({ name }) => name));
      const claimed = wanted(run.image).filter(({ name }) => holding.has(name));
      return claimed.map(({ name: tag }) => ({ registry, tag, digest: image.candidate.root.digest, by: run.name }));
    });
    return [...first, ...said];
  });
}

/** All or nothing, and P9: what a run said is what the tags held when it ended, unless another run wrote them meanwhile. */
function untrue(history: History, result: RunResult): readonly string[] {
  const { outcome, run, image } = result;
  if (outcome === undefined) return [];
  const ours = image.candidate.root.digest;
  return outcome.destinations.flatMap(({ repository, state, tags }) => {
    const registry = repository.registry.replace('.example', '');
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
  return results.some((other) => other.run !== run && tagsOf(scenario, other.run.image).some(({ name }) => name === tag));
}
