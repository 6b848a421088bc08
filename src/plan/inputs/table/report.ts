import type { InputEntry } from './entry.ts';

export const REPORT_INPUTS: readonly InputEntry[] = [
  { name: 'dry-run', about: 'Stop after the plan; needs no network, and docker only to read bake and compose files.', default: 'false' },
  { name: 'summary', about: 'Write the job summary.', default: 'true' },
  {
    name: 'github-token',
    about:
      'Token for the API, Git contexts and registry of the server that the job runs on: those of github.com are ghcr.io. No other server gets it.',
  },
  { name: 'timeout', about: 'Time limit of the step, e.g. `90s`, `30m`, `2h`.', default: '6h' },
];
