import type { InputEntry } from './entry.ts';

export const DESTINATION_INPUTS: readonly InputEntry[] = [
  {
    name: 'registry-auth',
    about:
      'Credentials as a YAML list of `registry`, `username`, `password`; put the password in quotes; `forks: pull` lets the build of a fork’s head pull base images with it. ghcr.io needs none: `github-token` is used. Logins on the machine count too.',
  },
  {
    name: 'registry',
    about: 'Registry that `username` and `password` belong to; `docker.io` if empty, which is an error where no image is there.',
  },
  { name: 'username', about: 'User at `registry`.' },
  {
    name: 'password',
    about:
      'Password or token at `registry`. An empty one, from an absent secret, is not a login: a warning, and an error in a release and with `push: true`.',
  },
  {
    name: 'push',
    about:
      '`auto` (publish where credentials are there and the event is trusted), `true` or `false`. A fork’s head is never published. `tagboat run` that would publish nothing fails unless this says `auto` or `false`.',
    default: 'auto',
  },
  { name: 'load', about: 'Put the image into the local engine too, under its first tag.', default: 'false' },
  {
    name: 'optional-registries',
    about: 'Registries that may fail without failing the step, by comma or line; where all do, nothing is published, and it fails.',
  },
  {
    name: 'existing',
    about: 'A fixed tag that exists: `adopt` a build of the same commit and definition, `fail`, or `overwrite`. Other content is an error.',
    default: 'adopt',
  },
  {
    name: 'floating',
    about: 'Floating tags move `forward` only, `strict`ly where what they hold is known to be older, or `always`.',
    default: 'forward',
  },
  {
    name: 'insecure-registries',
    about: 'Registries to be spoken to over plain HTTP, by comma or line; loopback needs no entry.',
  },
];
