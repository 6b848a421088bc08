import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Goods } from './against-by-hand.ts';
import { writeContent } from './content.ts';
import { time } from './process.ts';
import { newRepositories, type Release } from './release.ts';
import type { Measure } from './rows.ts';
import { runStep, tryStep } from './step.ts';
import { inTurn } from './turns.ts';
import type { Workplace } from './workplace.ts';

const VERSION = '1.2.3';

/** Milliseconds of the step in which nothing runs that it started: docker, buildx. */
export function ownTime(place: Workplace, { steps, ...goods }: Goods & { readonly steps: number }): Measure {
  return async () => {
    const samples: number[] = [];
    while (samples.length < steps) samples.push(await runAlone(place, newRelease(place, 'own', goods)));
    return samples;
  };
}

async function runAlone(place: Workplace, release: Release): Promise<number> {
  const { durationMs, children } = await runStep(place, release, { clocked: true });
  return durationMs - children.reduce((sum, child) => sum + child.durationMs, 0);
}

/** Milliseconds from the start of a dry run to its first output, the plan, over those of a script without a statement from start to end. */
export function startTime(place: Workplace, { starts }: { readonly starts: number }): Measure {
  const release = newRelease(place, 'start', { bytes: 0, registries: place.near.slice(0, 2) });
  const empty = path.join(place.folder, 'empty.js');
  writeFileSync(empty, '');
  return async () => {
    const samples: number[] = [];
    while (samples.length < starts) {
      const { durationMs } = await time({ argv: [process.execPath, empty], cwd: place.folder, env: place.env });
      const { firstOutputMs = Number.NaN } = await runStep(place, release, { dryRun: true });
      samples.push(firstOutputMs - durationMs);
    }
    return samples;
  };
}

type Tags = Goods & { readonly tags: number; readonly pairs: number };

/**
 * Milliseconds that further tags cost one registry, on content that it holds: the difference within each of some pairs of steps. Of own times, for
 * buildx does the same in both and would add only noise.
 */
export function furtherTags(place: Workplace, { tags, pairs, ...goods }: Tags): Measure {
  const release = newRelease(place, 'tags', goods);
  return async (round) => {
    const samples: number[] = [];
    while (samples.length < pairs) samples.push(await measurePair(samples.length + round * pairs));
    return samples;
  };

  async function measurePair(number: number): Promise<number> {
    const few: Release = { ...release, version: `1.${number}.0` };
    const many: Release = {
      ...release,
      version: `1.${number}.1`,
      further: Array.from({ length: tags }, (_, tag) => `more-${number}-${tag}`),
    };
    const [fewer, more] = await inTurn(
      number,
      () => runAlone(place, few),
      () => runAlone(place, many),
    );
    return more - fewer;
  }
}

/** Milliseconds of a step whose release was published before. @throws {Error} where it does not succeed, or builds. */
export function secondRun(place: Workplace, goods: Goods): Measure {
  const release = newRelease(place, 'again', goods);
  return async (round) => {
    if (round === 0) await runStep(place, release);
    const { status, durationMs, children, output } = await tryStep(place, release, { clocked: true });
    if (status !== 0) throw new Error(`the second run ended with ${status}:\n${output}`);
    if (children.some(({ command }) => /\bbuildx build\b/.test(command))) throw new Error('the second run built');
    return [durationMs];
  };
}

/** Megabytes that the step's own process had resident at most. */
export function peakMemory(place: Workplace, goods: Goods): Measure {
  return async () => [(await runStep(place, newRelease(place, 'memory', goods))).peakBytes / 1e6];
}

function newRelease(place: Workplace, name: string, { bytes, registries }: Goods): Release {
  return { content: writeContent(path.join(place.folder, name), bytes), repositories: newRepositories(registries), version: VERSION };
}
