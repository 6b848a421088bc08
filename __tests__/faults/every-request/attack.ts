import { clientOf } from '../../tools/registry/images.ts';
import { openRegistryPair, type RegistryPair, type Release } from '../registry-pair.ts';
import { FAULTS } from './faults.ts';
import { allOf, differences, judge } from './judge.ts';

export type AttackOptions = {
  /** Releases at the same time, each with registries' proxies of its own. */
  readonly lanes: number;
  /** One case in so many: 1 is all of them. */
  readonly oneIn: number;
  readonly onWrong?: (line: string) => void;
};

export type Attack = {
  /** Of one release, at B. */
  readonly requests: number;
  /** Releases whose fault was met; a request that did not come again is none. */
  readonly cases: number;
  /** Of these, so many failed, said so, and were healed by a second run. */
  readonly failed: number;
  readonly wrong: readonly string[];
};

type Case = { readonly request: number; readonly name: string };
type Lane = { readonly pair: RegistryPair; readonly first: Release };

/** Releases v1.2.3 over v1.2.2 at A and B again and again, each time with one fault at one request to B. */
export async function attack({ lanes, oneIn, onWrong = () => undefined }: AttackOptions): Promise<Attack> {
  const opened = await Promise.all(Array.from({ length: lanes }, openLane));
  const [firstLane] = opened;
  if (firstLane === undefined) throw new Error('an attack needs a lane');
  const requests = (await releaseNext(firstLane, undefined)).journal.length;
  const numbers = Array.from({ length: requests }, (_, index) => index + 1);
  const names = Object.keys(FAULTS);
  const all = numbers.flatMap((request) => names.map((name) => ({ request, name })));
  const waiting = all.filter((_, index) => index % oneIn === 0);
  const wrong: string[] = [];
  let [cases, failed] = [0, 0];
  const work = async (lane: Lane): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const release = await releaseNext(lane, next);
      if (release.met === 0) continue;
      cases += 1;
      if (release.run.code !== 0) failed += 1;
      const found = [...judge(release, { before: digestOf(lane.first) }), ...(release.run.code === 0 ? [] : await heal(lane, release))];
      const lines = found.map((what) => `request ${next?.request} (${describe(release)}), ${next?.name}: ${what}`);
      for (const line of lines) onWrong(line);
      wrong.push(...lines);
    }
  };
  await Promise.all(opened.map(work));
  await Promise.all(opened.map(({ pair }) => pair.close()));
  return { requests, cases, failed, wrong };
}

async function openLane(): Promise<Lane> {
  const pair = await openRegistryPair();
  return { pair, first: await pair.release({ ref: 'refs/tags/v1.2.2' }) };
}

const digestOf = ({ run }: Release): string => run.outputs.digest ?? '';

/** v1.2.3 to a new repository that holds v1.2.2. */
async function releaseNext({ pair, first }: Lane, broken: Case | undefined): Promise<Release> {
  const repository = pair.unique();
  pair.b.reset();
  await Promise.all([pair.a.host, pair.b.host].map((host) => copy(host, { from: first.repository, to: repository })));
  const fault = FAULTS[broken?.name ?? ''];
  const faults = broken === undefined || fault === undefined ? [] : [{ skip: broken.request - 1, times: 1, fault }];
  return pair.release({ repository, faults });
}

/** All tags of one repository for another one, without a run of the step. */
async function copy(host: string, { from, to }: { readonly from: string; readonly to: string }): Promise<void> {
  const [source, target] = [clientOf(host, { path: from }), clientOf(host, { path: to })];
  for (const tag of (await source.listTags()) ?? []) await copyManifest(tag, { source, target });
}

type Way = { readonly source: ReturnType<typeof clientOf>; readonly target: ReturnType<typeof clientOf> };

type Listed = { readonly digest: string };

async function copyManifest(reference: string, { source, target }: Way): Promise<void> {
  const manifest = await source.getManifest(reference);
  if (manifest === undefined) throw new Error(`${reference} is not there to be copied`);
  const content = JSON.parse(Buffer.from(manifest.bytes).toString('utf8')) as {
    readonly manifests?: readonly Listed[];
    readonly config?: Listed;
    readonly layers?: readonly Listed[];
  }; // the fake docker's own images
  for (const { digest } of content.manifests ?? []) await copyManifest(digest, { source, target });
  const blobs = content.config === undefined ? [] : [content.config, ...(content.layers ?? [])];
  for (const { digest } of blobs) await target.mountBlob(digest, source.repository);
  await target.putManifest(reference, manifest);
}

/** A further run, as a person would make it: all tags are the new version's, at both registries. */
async function heal({ pair, first }: Lane, { repository }: Release): Promise<readonly string[]> {
  const second = await pair.release({ repository });
  const wanted = allOf({ before: digestOf(first), after: digestOf(second) });
  const wrong = (['a', 'b'] as const).flatMap((registry) =>
    differences(second.tags[registry], wanted).map((what) => `${registry}: ${what}`),
  );
  return [...second.errors, ...wrong].map((what) => `not healed: ${what}`);
}

/** What was broken: `HEAD /v2/…/manifests/latest`. */
function describe({ journal, repository }: Release): string {
  const entry = journal.find(({ fault }) => fault !== undefined);
  return `${entry?.method} ${entry?.path.replace(repository, '…')}`;
}
