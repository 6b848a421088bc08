import type { Candidate, SignatureTag } from '../../oci/candidate.ts';
import type { Manifest } from '../../oci/content.ts';
import { isDigest } from '../../oci/digest.ts';
import { asObject, asText } from '../../plan/text/json.ts';
import { parseObject } from '../../plan/text/parse-json.ts';
import { formatRepository } from '../../plan/text/reference.ts';
import type { RepositoryClient } from '../../registry/types.ts';
import { PublishError } from '../expected.ts';
import type { Clock } from '../publication.ts';
import { notThere, readUntil } from '../read-back.ts';

/** How often a listing is looked at: other processes may write it, and registries may be behind their own writes. */
const MAX_LOOKS = 10;
/** How many times as long as our own write another process may take for its: it is waited for that long, so that what it writes over ours is seen. */
const SLOWER_WRITER = 3;
const MIN_WAIT_MS = 50;
const MAX_WAIT_MS = 2000;

/** What of a candidate refers to a manifest (signatures, attestations), by the digest of that one. */
function referrersOf({ root, children }: Pick<Candidate, 'root' | 'children'>): ReadonlyMap<string, readonly Manifest[]> {
  const found = new Map<string, readonly Manifest[]>();
  for (const manifest of [...children, root]) {
    const subject = asText(asObject(parseObject(manifest.bytes).subject).digest);
    if (subject !== undefined && isDigest(subject)) found.set(subject, [...(found.get(subject) ?? []), manifest]);
  }
  return found;
}

/**
 * Sees that everything of the candidate that refers to something is listed, subject by subject, each with one write where the registry leaves that to
 * clients. It is read back, and written again where another process came between. The manifests have to be there already.
 * @throws {PublishError} naming the subject whose listing does not show what it is to have.
 */
export async function listReferrers(
  client: RepositoryClient,
  candidate: Pick<Candidate, 'root' | 'children'>,
  clock: Clock,
): Promise<void> {
  await Promise.all([...referrersOf(candidate)].map(([subject, manifests]) => listReferrersOf(client, { subject, manifests }, clock)));
}

type Attached = { readonly subject: string; readonly manifests: readonly Manifest[] };

async function listReferrersOf(client: RepositoryClient, { subject, manifests }: Attached, clock: Clock): Promise<void> {
  for (let looks = 0; looks < MAX_LOOKS; looks += 1) {
    const begunMs = clock.now();
    const listing = await client.addReferrers(subject, manifests);
    if (listing === 'listed') return;
    const tookMs = SLOWER_WRITER * (clock.now() - begunMs);
    await clock.sleep(Math.min(MAX_WAIT_MS, Math.max(MIN_WAIT_MS, tookMs)));
  }
  const count = manifests.length === 1 ? 'a signature or attestation' : 'signatures or attestations';
  throw new PublishError(
    `${formatRepository(client.repository)}@${subject}: ${count} of it was accepted by the registry and is not listed`,
  );
}

/** Puts what older cosign tags with a name of its own (`sha256-….sig`), and reads it back. A registry that has such a tag keeps it: it may hold more than ours. */
export async function putSignatureTags(client: RepositoryClient, { signatureTags = [] }: Candidate, clock: Clock): Promise<void> {
  await Promise.all(signatureTags.map((signature) => putSignatureTag(client, signature, clock)));
}

async function putSignatureTag(client: RepositoryClient, { tag, manifest }: SignatureTag, clock: Clock): Promise<void> {
  const read = () => client.headManifest(tag);
  if ((await read()) !== undefined) return;
  await client.putManifest(tag, manifest);
  const found = await readUntil(read, (held) => held !== undefined, clock);
  if (found === undefined) throw new PublishError(notThere(`${formatRepository(client.repository)}:${tag}`));
}
