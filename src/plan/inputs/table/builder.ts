import type { InputEntry } from './entry.ts';

export const BUILDER_INPUTS: readonly InputEntry[] = [
  { name: 'builder', about: 'An existing builder with one node, by name; chosen by itself if empty.' },
  {
    name: 'driver',
    about:
      '`auto`, `docker` (the engine’s own BuildKit) or `docker-container`. `auto` is `docker-container` where the engine cannot hold an image of several platforms, and where one of the options below is given.',
    default: 'auto',
  },
  { name: 'driver-opts', about: 'Options of a builder that is created, e.g. `image=moby/buildkit:v0.25.0`, one per line.' },
  { name: 'buildkitd-flags', about: 'Flags of buildkitd in a builder that is created.' },
  { name: 'buildkitd-config', about: 'buildkitd’s configuration file for a builder that is created.' },
  { name: 'buildkitd-config-inline', about: 'The same as text; one of the two.' },
  {
    name: 'keep-state',
    about:
      'Keep the cache of a created builder for the next run on this machine. The builder is called `tagboat`, and steps of one job share it.',
    default: 'false',
  },
  { name: 'cleanup', about: 'Remove a created builder at the end of the job.', default: 'true' },
  {
    name: 'emulation',
    about: '`auto` registers emulation only for platforms that need it; `true` always, `false` never.',
    default: 'auto',
  },
  {
    name: 'emulation-image',
    about: 'Image that registers the emulators.',
    default: 'docker.io/tonistiigi/binfmt:latest',
  },
];
