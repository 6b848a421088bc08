import { type History, type RunResult, tagsOf } from './scenario.ts';

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
  return history.registries.flatMap((registry) => {
    const claims = claimsAt(history, registry.name, 'floating');
    return claims.flatMap(({ name, image, by }) => {
      const final = history.images.get(registry.tag(name) ?? '');
      return final === undefined || final < image
        ? [`${registry.name}:${name} holds image ${final}, and ${by} had moved it to image ${image}`]
        : [];
    });
  });
}

/** P5: a fixed tag holds what it held at first, and what every run that published it says. */
function changed(history: History): readonly string[] {
  return history.registries.flatMap((registry) =>
    claimsAt(history, registry.name, 'fixed').flatMap(({ name, image, by }) =>
      history.images.get(registry.tag(name) ?? '') === image ? [] : [`${registry.name}:${name} no longer holds image ${image} of ${by}`],
    ),
  );
}

type Claim = { readonly name: string; readonly image: number; readonly by: string };

function claimsAt(history: History, registry: string, lifetime: 'fixed' | 'floating'): readonly Claim[] {
  const { scenario, results } = history;
  const wanted = (image: number) => tagsOf(scenario, image).filter((tag) => tag.lifetime === lifetime);
  const first =
    scenario.before === undefined
      ? []
      : wanted(scenario.before).map(({ name }) => ({ name, image: scenario.before ?? 0, by: 'the start' }));
  const said = results.flatMap((result) => {
    const tags = result.outcome?.destinations.find(({ repository }) => repository.registry === `${registry}.example`)?.tags ?? [];
    const names = new Set(wanted(result.run.image).map(({ name }) => name));
    const claimed = tags.filter(({ name, state }) => names.has(name) && (state === 'moved' || state === 'unchanged'));
    return claimed.map(({ name }) => ({ name, image: result.run.image, by: result.run.name }));
  });
  return [...first, ...said];
}

/** All or nothing, and P9: what a run said is what the tags held when it ended, unless another run wrote them meanwhile. */
function untrue(history: History, result: RunResult): readonly string[] {
  const { outcome, run, image } = result;
  if (outcome === undefined) return [];
  const ours = image.candidate.root.digest;
  return outcome.destinations.flatMap(({ repository, state, tags }) => {
    const registry = repository.registry.replace('.example', '');
    const isRequired = !history.scenario.optional.includes(registry);
    const done = state === 'published' || state === 'unchanged';
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
