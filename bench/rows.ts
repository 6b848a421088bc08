import { newContent, oldContent } from './against-by-hand.ts';
import { newFleet } from './bake.ts';
import { furtherTags, ownTime, peakMemory, secondRun, startTime } from './step-alone.ts';
import type { Workplace } from './workplace.ts';

/** One line of the table in docs/speed.md. */
export type Row = {
  readonly name: string;
  readonly title: string;
  /** What the median may be at most. A `ratio` is the step's time over that by hand, both taken in one round. */
  readonly bar: number;
  readonly unit: 'ratio' | 'ms' | 'MB';
  /** Where more rounds would take too long, or tell nothing new. */
  readonly mostRounds?: number;
  readonly prepare: (place: Workplace) => Measure;
};

/** Gives the samples of one round. Those of round 0, which warms up, are thrown away. */
export type Measure = (round: number) => Promise<readonly number[]>;

const MEGABYTE = 1_000_000;
/** Of an image like that of examples/quick-start, whose bytes are not what takes time. */
const SMALL = 2 * MEGABYTE;

/** In the order of DESIGN's table of bars. */
export const ROWS: readonly Row[] = [
  {
    name: 'one',
    title: 'whole step, 1 registry, new content',
    bar: 1.1,
    unit: 'ratio',
    prepare: (place) => newContent(place, { bytes: SMALL, registries: place.near.slice(0, 1) }),
  },
  {
    name: 'two',
    title: 'whole step, 2 registries, new content',
    bar: 0.95,
    unit: 'ratio',
    prepare: (place) => newContent(place, { bytes: SMALL, registries: place.near.slice(0, 2) }),
  },
  {
    name: 'far',
    title: 'whole step, 4 registries 20 ms away at 10 MB/s a connection, 100 MB of new content',
    bar: 0.25,
    unit: 'ratio',
    mostRounds: 3,
    prepare: (place) => newContent(place, { bytes: 100 * MEGABYTE, registries: place.far }),
  },
  {
    name: 'everywhere',
    title: 'whole step, 2 registries, content that is everywhere already',
    bar: 0.75,
    unit: 'ratio',
    prepare: (place) => oldContent(place, { bytes: SMALL, registries: place.near.slice(0, 2) }),
  },
  {
    name: 'bake',
    title: 'a base and five services in one step, 2 registries, new content, against `docker buildx bake --push`',
    bar: 1,
    unit: 'ratio',
    prepare: (place) => newFleet(place, { bytes: SMALL, registries: place.near.slice(0, 2) }),
  },
  {
    name: 'own',
    title: 'own time: the step without docker, 2 registries, new content',
    bar: 250,
    unit: 'ms',
    prepare: (place) => ownTime(place, { bytes: SMALL, registries: place.near.slice(0, 2), steps: 3 }),
  },
  {
    name: 'start',
    title: 'start to the first useful line, over an empty script',
    bar: 40,
    unit: 'ms',
    prepare: (place) => startTime(place, { starts: 5 }),
  },
  {
    name: 'tags',
    title: '6 tags more on the same image, 1 registry',
    bar: 50,
    unit: 'ms',
    prepare: (place) => furtherTags(place, { bytes: SMALL, registries: place.near.slice(0, 1), tags: 6, pairs: 3 }),
  },
  {
    name: 'again',
    title: 'second run of the same commit, 2 registries: nothing to do, no build',
    bar: 1000,
    unit: 'ms',
    prepare: (place) => secondRun(place, { bytes: SMALL, registries: place.near.slice(0, 2) }),
  },
  {
    name: 'memory',
    title: 'resident memory, a 1 GB image to 2 registries',
    bar: 150,
    unit: 'MB',
    mostRounds: 1,
    prepare: (place) => peakMemory(place, { bytes: 1000 * MEGABYTE, registries: place.near.slice(0, 2) }),
  },
];
