import { randomUUID } from 'node:crypto';

/** One release: what is pushed where. */
export type Release = {
  /** A build context. */
  readonly content: string;
  /** `localhost:5610/bench/1f0c…`, one a registry. */
  readonly repositories: readonly string[];
  /** `1.2.3` */
  readonly version: string;
  /** Tags besides the version's four. */
  readonly further?: readonly string[];
};

/** The four tags of `type=release`, then the further ones. */
export function tagsOf({ version, further = [] }: Release): readonly string[] {
  const [major, minor] = version.split('.');
  return [version, `${major}.${minor}`, `${major}`, 'latest', ...further];
}

/** A repository that nobody has pushed to, in each of the registries. */
export function newRepositories(registries: readonly string[]): readonly string[] {
  const name = `bench/${randomUUID()}`;
  return registries.map((registry) => `${registry}/${name}`);
}
