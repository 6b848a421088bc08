import type { Json, JsonObject } from '../../../src/plan/text/json.ts';

/** What the stub knows of a repository. Commits and what points to them are enough to answer every question about them. */
export type GithubRepository = {
  /** Laid over the answer for the repository itself: `default_branch`, `description`, `license` and so on. */
  readonly facts?: JsonObject;
  /** By sha; `date` as ISO 8601. */
  readonly commits?: Readonly<Record<string, { readonly date?: string; readonly parents?: readonly string[] }>>;
  /** Name to sha. */
  readonly branches?: Readonly<Record<string, string>>;
  readonly tags?: Readonly<Record<string, GithubTag>>;
  /** By tag; laid over the answer. */
  readonly releases?: Readonly<Record<string, JsonObject>>;
};

/** A tag's commit, and the tag object where it is annotated. */
export type GithubTag = {
  readonly commit: string;
  readonly object?: string;
  /** An annotated tag is unsigned unless this says otherwise: `{ verified: true, reason: 'valid' }`. */
  readonly verification?: { readonly verified: boolean; readonly reason: string };
};

type Named = { readonly name: string; readonly repository: GithubRepository };

/** @see https://docs.github.com/en/rest/repos/repos#get-a-repository */
export function repositoryAnswer({ name, repository }: Named): Json {
  const [owner = '', short = ''] = name.split('/');
  return {
    id: 1,
    name: short,
    full_name: name,
    owner: { login: owner },
    private: false,
    html_url: `https://github.com/${name}`,
    description: null,
    default_branch: 'main',
    license: null,
    ...repository.facts,
  };
}

/** A commit by its sha, or by a branch or tag. @see https://docs.github.com/en/rest/commits/commits#get-a-commit */
export function commitAnswer({ repository }: Named, ref: string): Json | undefined {
  const sha = resolveRef(repository, ref);
  const commit = sha === undefined ? undefined : repository.commits?.[sha];
  if (sha === undefined || commit === undefined) return undefined;
  const who = { name: 'Ann', email: 'ann@example.com', date: commit.date ?? '2024-01-15T08:09:10Z' };
  return {
    sha,
    commit: { message: 'change', author: who, committer: who },
    parents: (commit.parents ?? []).map((parent) => ({ sha: parent })),
  };
}

/** How `head` stands to `base` in `base...head`. @see https://docs.github.com/en/rest/commits/commits#compare-two-commits */
export function compareAnswer({ repository }: Named, basehead: string): Json | undefined {
  const [base, head] = basehead.split('...').map((ref) => resolveRef(repository, ref));
  if (base === undefined || head === undefined) return undefined;
  const [ofBase, ofHead] = [reachable(repository, base), reachable(repository, head)];
  const ahead = ofHead.filter((sha) => !ofBase.includes(sha));
  const behind = ofBase.filter((sha) => !ofHead.includes(sha));
  const status = ahead.length > 0 ? (behind.length > 0 ? 'diverged' : 'ahead') : behind.length > 0 ? 'behind' : 'identical';
  return { status, ahead_by: ahead.length, behind_by: behind.length, total_commits: ahead.length, commits: ahead.map((sha) => ({ sha })) };
}

/** @see https://docs.github.com/en/rest/repos/repos#list-repository-tags */
export function tagsAnswer({ repository }: Named): readonly Json[] {
  return Object.entries(repository.tags ?? {}).map(([name, { commit }]) => ({ name, commit: { sha: commit } }));
}

/** @see https://docs.github.com/en/rest/git/refs#get-a-reference */
export function tagRefAnswer({ repository }: Named, name: string): Json | undefined {
  const tag = repository.tags?.[name];
  if (tag === undefined) return undefined;
  return {
    ref: `refs/tags/${name}`,
    object: tag.object === undefined ? { type: 'commit', sha: tag.commit } : { type: 'tag', sha: tag.object },
  };
}

/** A tag object with the state of its signature. @see https://docs.github.com/en/rest/git/tags#get-a-tag */
export function tagObjectAnswer({ repository }: Named, sha: string): Json | undefined {
  const [name, tag] = Object.entries(repository.tags ?? {}).find(([, { object }]) => object === sha) ?? [];
  if (name === undefined || tag === undefined) return undefined;
  const unsigned = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };
  return { tag: name, sha, message: name, object: { type: 'commit', sha: tag.commit }, verification: { ...unsigned, ...tag.verification } };
}

/** @see https://docs.github.com/en/rest/releases/releases#get-a-release-by-tag-name */
export function releaseAnswer({ repository }: Named, tag: string): Json | undefined {
  const release = repository.releases?.[tag];
  return release === undefined ? undefined : { tag_name: tag, name: tag, report: false, prerelease: false, body: '', ...release };
}

/** The release that is neither draft nor prerelease and stands last. */
export function latestReleaseAnswer(named: Named): Json | undefined {
  const releases = Object.entries(named.repository.releases ?? {});
  const last = releases.filter(([, release]) => release.report !== true && release.prerelease !== true).at(-1);
  return last === undefined ? undefined : releaseAnswer(named, last[0]);
}

function resolveRef({ commits = {}, branches = {}, tags = {} }: GithubRepository, ref: string): string | undefined {
  const name = ref.replace(/^(?:heads|tags)\//, '');
  return Object.hasOwn(commits, ref) ? ref : (branches[name] ?? tags[name]?.commit);
}

function reachable({ commits = {} }: GithubRepository, sha: string): readonly string[] {
  const seen = new Set<string>();
  const waiting = [sha];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(commits[next]?.parents ?? []));
  }
  return [...seen];
}
