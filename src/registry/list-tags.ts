import { asList, asText } from '../plan/text/json.ts';
import { parseObject } from '../plan/text/parse-json.ts';
import { readErrorBody } from './error.ts';
import { nextPage } from './location.ts';
import { readWhole } from './manifests.ts';
import { type Remote, refusal, type Subject } from './remote.ts';

const PAGE_TAGS = 1000;
const MAX_PAGES = 10;
/** Registries that know tokens for pushing and pulling only refuse to list. */
const NOT_FOR_US: readonly number[] = [401, 403, 404, 405, 501];

/**
 * The names of all tags, none where nothing was pushed yet; undefined where the registry does not tell them, or there are more than 10,000.
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#listing-tags
 */
export async function listTags(remote: Remote): Promise<readonly string[] | undefined> {
  const subject: Subject = { operation: 'list tags' };
  const found: string[] = [];
  let target: string | URL | undefined = `tags/list?n=${PAGE_TAGS}`;
  for (let page = 0; page < MAX_PAGES && target !== undefined; page += 1) {
    const answer = await remote.send({ ...subject, method: 'GET', target });
    if (NOT_FOR_US.includes(answer.status)) return (await readErrorBody(answer)).code === 'NAME_UNKNOWN' ? [] : undefined;
    if (answer.status !== 200) throw await refusal(remote, subject, answer);
    target = nextPage(answer);
    found.push(...asList(parseObject(await readWhole(remote, subject, answer)).tags).flatMap((tag) => asText(tag) ?? []));
  }
  return target === undefined ? found : undefined;
}
