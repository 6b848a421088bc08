import { readFileSync } from 'node:fs';
import type { JsonObject } from '../../src/plan/text/json.ts';

/** A vector as the fixture has it; its README says what is left out. */
export type Vector = {
  readonly id: string;
  readonly odd?: readonly string[];
  readonly event: string;
  readonly ref: string | null;
  readonly sha: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly payload?: JsonObject | null;
  readonly now?: string;
  readonly api?: {
    readonly repo?: JsonObject;
    readonly repo_status?: number;
    readonly commit_date?: string | null;
    readonly commit_status?: number;
  };
  readonly git?: { readonly ref: string; readonly sha: string; readonly commitTime: string };
  readonly inputs: Readonly<Record<string, string>>;
  readonly error?: string;
  readonly version?: string;
  readonly tags?: readonly string[];
  readonly references?: readonly string[];
  readonly labels?: Readonly<Record<string, string | null>>;
  readonly annotations?: readonly string[];
  readonly withoutAnnotations?: readonly string[];
  readonly tagNames?: readonly string[];
  readonly bakeArgs?: JsonObject;
};

type Repo = JsonObject & {
  readonly name: string;
  readonly html_url: string;
  readonly description: string | null;
  readonly license: { readonly spdx_id: string } | null;
};
type Common = {
  readonly now: string;
  readonly env: Readonly<Record<string, string>>;
  readonly repos: Readonly<Record<string, Repo>>;
  readonly commits: Readonly<Record<string, string>>;
};

const fixture = JSON.parse(readFileSync(new URL('../fixtures/conformance/vectors.json', import.meta.url), 'utf8')) as {
  common: Common;
  vectors: Vector[];
}; // written by us
export const { common, vectors } = fixture;

/** What the peer answered, put together again. Undefined where it failed. */
export type Expected = {
  readonly version: string;
  readonly tags: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: readonly string[];
};

export function expectedAnswer(vector: Vector): Expected | undefined {
  if (vector.error !== undefined) return undefined;
  const generated = generatedLabels(vector);
  const labels = Object.fromEntries(
    Object.entries({ ...generated, ...vector.labels }).filter((pair): pair is [string, string] => pair[1] !== null),
  );
  const separator = separatorOf(vector, 'sep-annotations');
  const usual = Object.entries(generated).map(([key, value]) => `manifest:${key}=${value}`);
  const split = usual.join(separator).split(separator);
  const annotations = [...split.filter((item) => !vector.withoutAnnotations?.includes(item)), ...(vector.annotations ?? [])];
  const tags = vector.references ?? vector.tags?.map((name) => `octo/app:${name}`) ?? [];
  return { version: vector.version ?? '', tags, labels, annotations };
}

function generatedLabels({ sha, version, api, now, ...vector }: Vector): Readonly<Record<string, string>> {
  const repo = { ...common.repos[repositoryOf(vector)], ...api?.repo } as Partial<Repo>; // an unknown repository has nothing
  const facts = {
    created: now ?? common.now,
    description: repo.description,
    licenses: repo.license?.spdx_id,
    revision: sha,
    source: repo.html_url,
    title: repo.name,
    url: repo.html_url,
    version,
  };
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [`org.opencontainers.image.${key}`, value ?? '']));
}

export function repositoryOf({ env }: Pick<Vector, 'env'>): string {
  return env?.GITHUB_REPOSITORY ?? 'octo/app';
}

export function separatorOf({ inputs }: Pick<Vector, 'inputs'>, name: 'sep-tags' | 'sep-labels' | 'sep-annotations'): string {
  return inputs[name] || '\n';
}
