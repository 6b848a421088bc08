import path from 'node:path';
import { pushByHand } from './by-hand.ts';
import { writeContent } from './content.ts';
import { newRepositories, type Release } from './release.ts';
import type { Measure } from './rows.ts';
import { runStep } from './step.ts';
import { inTurn } from './turns.ts';
import type { Workplace } from './workplace.ts';

export type Goods = {
  /** Of content, for both platforms together. */
  readonly bytes: number;
  readonly registries: readonly string[];
};

/** Every round, either side pushes content of its own to repositories of its own that hold nothing. */
export function newContent(place: Workplace, { bytes, registries }: Goods): Measure {
  const release = (side: string): Release => ({
    content: writeContent(path.join(place.folder, side), bytes),
    repositories: newRepositories(registries),
    version: '1.2.3',
  });
  return (round) => compare(place, { round, byHand: release('by-hand'), step: release('step') });
}

/** Every round is a further version of the content that the first one pushed, in the same repositories. */
export function oldContent(place: Workplace, { bytes, registries }: Goods): Measure {
  const side = (name: string) => ({
    content: writeContent(path.join(place.folder, name), bytes),
    repositories: newRepositories(registries),
  });
  const [byHand, step] = [side('old-by-hand'), side('old-step')];
  return (round) => {
    const version = `1.0.${round}`;
    return compare(place, { round, byHand: { ...byHand, version }, step: { ...step, version } });
  };
}

type Match = { readonly round: number; readonly byHand: Release; readonly step: Release };

async function compare(place: Workplace, { round, byHand, step }: Match): Promise<readonly number[]> {
  const [byHandMs, stepMs] = await inTurn(
    round,
    () => pushByHand(place, byHand),
    async () => (await runStep(place, step)).durationMs,
  );
  return [stepMs / byHandMs];
}
