import type { InputEntry } from './entry.ts';

export const GATE_INPUTS: readonly InputEntry[] = [
  {
    name: 'test',
    about:
      'Commands that have to succeed in the image, on every platform, before any tag moves: one per line for `sh -c`, or a JSON list such as `["/app", "--version"]` where there is no shell.',
  },
  { name: 'test-platforms', about: 'Platforms to test on, by comma or line; all that are built if empty.' },
  {
    name: 'test-services',
    about:
      'Compose files, one per line: their services are up while the tests run, with the image under test in the place of the one that builds it.',
  },
  { name: 'test-timeout', about: 'Time limit of each test, e.g. `90s`.', default: '10m' },
  {
    name: 'max-size',
    about: 'Most that the image may have, compressed, e.g. `300 MB`; `linux/arm64=250 MB` for one platform, one per line.',
  },
  {
    name: 'max-growth',
    about: 'Most that a platform may grow over what the first floating tag holds now, e.g. `10%` or `20 MB`.',
  },
  {
    name: 'require-signed-tag',
    about: 'A git tag has to be signed: `true` where GitHub must have verified it, or the public keys (OpenPGP or SSH) to check it with.',
    default: 'false',
  },
];
