import { existsSync, readFileSync } from 'node:fs';

/** What the fake does instead of, or beside, its work. */
export type Behaviour = {
  /**
   * How `buildx build` goes: it builds; it fails as a failing RUN does; it exits 137 without a word, as when the kernel kills it; it never
   * ends, but ends on SIGINT or SIGTERM; it never ends and hears no signal but SIGKILL.
   */
  readonly build: 'succeed' | 'fail' | 'die' | 'hang' | 'deaf';
  /** How long it builds before it exports, in milliseconds. */
  readonly buildMs: number;
  readonly layers: number;
  /** Of each layer, before compression; the bytes do not compress. */
  readonly layerBytes: number;
  /** Another seed gives other layers. */
  readonly seed: string;
  /** Another provenance each time, as real builds have: the index's digest changes. */
  readonly fresh: boolean;
  /** Whether the engine has the containerd image store, as `docker info` and the engine's socket say. */
  readonly containerdStore: boolean;
  /** Drivers of builders, by name, for `buildx inspect`. */
  readonly builders: Readonly<Record<string, string>>;
  /** Exit codes of other commands, by the words they begin with: `{ 'buildx create': 1 }`. */
  readonly exitCodes: Readonly<Record<string, number>>;
};

export const usualBehaviour: Behaviour = {
  build: 'succeed',
  buildMs: 0,
  layers: 1,
  layerBytes: 1024,
  seed: 'tagboat',
  fresh: false,
  containerdStore: true,
  builders: { default: 'docker' },
  exitCodes: {},
};

/** The behaviour that the test has written to a file, overlaid with that in FAKE_DOCKER, both JSON. */
export function readBehaviour(file: string, { FAKE_DOCKER: override = '{}' }: NodeJS.ProcessEnv): Behaviour {
  const written = existsSync(file) ? readFileSync(file, 'utf8') : '{}';
  return { ...usualBehaviour, ...(JSON.parse(written) as Partial<Behaviour>), ...(JSON.parse(override) as Partial<Behaviour>) }; // both come from tests
}
