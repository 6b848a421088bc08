import type { PlatformImage } from '../../src/oci/candidate.ts';
import { makeContext } from '../../src/plan/naming/make-context.ts';
import type { Naming, PlannedTag } from '../../src/plan/naming/naming.ts';
import { makePlan, type Plan } from '../../src/plan/plan.ts';
import { parseRepository } from '../../src/plan/text/reference.ts';
import { givenSecrets } from '../../src/plan/trust/known-secrets.ts';
import type { DestinationOutcome, Outcome, TagOutcome } from '../../src/publish/outcome.ts';
import type { ImageReport, Report } from '../../src/report/report.ts';
import { readInputs } from './inputs.ts';

/** Values for tests of everything that is rendered: one release, two registries. */
export const DIGEST = `sha256:${'ab'.repeat(32)}`;

const TAGS: readonly PlannedTag[] = [
  { name: '1.2.3', lifetime: 'fixed', line: undefined, from: 'type=release' },
  { name: '1.2', lifetime: 'floating', line: { kind: 'version', version: '1.2.3', scheme: 'semver', within: '1.2' }, from: 'type=release' },
  { name: 'latest', lifetime: 'floating', line: { kind: 'version', version: '1.2.3', scheme: 'semver', within: '' }, from: 'flavor' },
];

export const NAMING: Naming = {
  version: '1.2.3',
  images: ['octo/app', 'ghcr.io/octo/app'].map((name) => ({ ...parseRepository(name), name })),
  tags: TAGS,
  rules: [
    { rule: 'type=release', inputLine: 1, tags: ['1.2.3', '1.2'], reason: undefined },
    { rule: 'type=edge', inputLine: 2, tags: [], reason: 'refs/tags/v1.2.3 is not a branch' },
  ],
  labels: { 'org.opencontainers.image.version': '1.2.3' },
  annotations: [],
  latest: { tag: 'latest', reason: '"1.2.3" is a stable version' },
  notices: [],
};

/** The plan of a release, with inputs changed as given. */
export function planOf(given: Readonly<Record<string, string>> = {}, naming: Naming = NAMING): Plan {
  const inputs = readInputs({ platforms: 'linux/amd64,linux/arm64', ...given });
  const environment = {
    GITHUB_REF: 'refs/tags/v1.2.3',
    GITHUB_SHA: '1a2b3c4d'.repeat(5),
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REPOSITORY: 'octo/app',
  };
  const context = makeContext({ environment, payload: {}, prHeadSha: false, now: '2026-01-01T00:00:00Z' });
  const namings = [{ target: '', platforms: inputs.build.platforms, naming }];
  return makePlan({
    inputs,
    namings,
    context,
    hasCheckout: true,
    loginAt: () => 'given',
    secretsWithheld: false,
    mustPublish: false,
    warnings: [],
    hash: () => '0123456789abcdef',
    secrets: givenSecrets(inputs, inputs.registries.logins, { environment: {}, files: {} }),
  });
}

export const IMAGES: readonly PlatformImage[] = [
  {
    platform: 'linux/amd64',
    digest: `sha256:${'11'.repeat(32)}`,
    sizeBytes: 1_530_000,
    layers: [{ mediaType: 'x', digest: 'y', size: 1 }],
  },
  { platform: 'linux/arm64', digest: `sha256:${'22'.repeat(32)}`, sizeBytes: 1_490_000, layers: [] },
];

export const IMAGE: ImageReport = { target: '', digest: DIGEST, platforms: IMAGES };

export const PUBLISHED: readonly DestinationOutcome[] = NAMING.images.map((repository) => ({
  repository,
  target: '',
  digest: DIGEST,
  state: 'published',
  tags: TAGS.map(({ name }) => ({ name, state: 'moved' as const })),
}));

/** An outcome with these tags, in these states, at the first of the two registries, at the second, and so on. */
export function outcomeOf(...states: readonly Readonly<Record<string, TagOutcome['state']>>[]): Outcome {
  const destinations = PUBLISHED.flatMap((destination, index) => {
    const tags = Object.entries(states[index] ?? {}).map(([name, state]) => ({ name, state }));
    return index < states.length ? [{ ...destination, tags }] : [];
  });
  return { destinations };
}

/** The report of a run that went well, changed as given. */
export function reportOf(changes: Partial<Report> = {}): Report {
  return {
    plan: planOf(),
    images: [IMAGE],
    outcome: { destinations: PUBLISHED },
    newPackages: [],
    metadata: '{}',
    durations: { total: 1350, build: 1120 },
    failures: [],
    ...changes,
  };
}
