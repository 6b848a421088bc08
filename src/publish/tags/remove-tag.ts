import type { Manifest } from '../../oci/content.ts';
import { digestOf } from '../../oci/digest.ts';
import { OCI_INDEX } from '../../oci/media-types.ts';
import { asObject } from '../../plan/text/json.ts';
import { parseObject } from '../../plan/text/parse-json.ts';
import type { RepositoryClient } from '../../registry/types.ts';
import { isRefusal } from '../refusal.ts';

/** On the placeholder that stands under a tag for the moment before it is removed: which tag of which image it was for. */
const REMOVED_ANNOTATION = 'io.tagboat.removed';

/**
 * An empty index that only one tag of a repository ever holds. To remove a manifest removes all its tags, in some registries also where a tag is named: so the
 * tag is given a manifest of its own first, and that is removed.
 */
export function makePlaceholder(tag: string, digest: string): Manifest {
  const content = { schemaVersion: 2, mediaType: OCI_INDEX, manifests: [], annotations: { [REMOVED_ANNOTATION]: `${tag} ${digest}` } };
  const bytes = Buffer.from(JSON.stringify(content));
  return { mediaType: OCI_INDEX, digest: digestOf(bytes), bytes };
}

/** Whether a manifest is what a run left that was ended before it had removed a tag: nothing is published there. */
export function isPlaceholder({ mediaType, bytes }: Manifest): boolean {
  return mediaType === OCI_INDEX && typeof asObject(parseObject(bytes).annotations)[REMOVED_ANNOTATION] === 'string';
}

/** Whether the registry lets us remove manifests, tried with the placeholder before any tag holds it: half of the work must not be done. */
export async function canRemove(client: RepositoryClient, placeholder: Manifest): Promise<boolean> {
  try {
    await client.putManifest(placeholder.digest, placeholder);
    return await client.deleteManifest(placeholder.digest);
  } catch (error) {
    if (isRefusal(error)) return false; // some take no empty index
    throw error;
  }
}
