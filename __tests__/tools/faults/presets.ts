import type { Operation } from '../registry/protocol.ts';
import type { Rule } from './rule.ts';

/** Faults that have a name; `make` takes the numbers that follow it, as in `manifest-503:2:7`. */
export type Preset = {
  readonly about: string;
  readonly make: (...numbers: readonly (number | undefined)[]) => readonly Omit<Rule, 'name'>[];
};

const uploads: readonly Operation[] = ['upload-chunk', 'upload-finish'];
const reads: readonly Operation[] = ['manifest-head', 'manifest-get'];
const writes = ['POST', 'PUT', 'PATCH'];

/** So many false answers to one operation, for ever without a number; the second number is Retry-After in seconds. */
const failing = (operation: Operation, status: number, code: string): Preset => ({
  about: `${operation} answers ${status} [times[:retry-after]]`,
  make: (times, retryAfter) => [
    {
      match: { operation },
      ...(times === undefined ? {} : { times }),
      fault: { kind: 'status', status, code, message: `injected ${status}`, ...(retryAfter === undefined ? {} : { retryAfter }) },
    },
  ],
});

const refused = (about: string, match: Rule['match'], fault: { status: number; code: string; message: string }): Preset => ({
  about,
  make: (times) => [
    { ...(match === undefined ? {} : { match }), ...(times === undefined ? {} : { times }), fault: { kind: 'status', ...fault } },
  ],
});

/** Server errors that pass, and refusals that stay. */
const answers = {
  'manifest-500': failing('manifest-put', 500, 'UNKNOWN'),
  'manifest-502': failing('manifest-put', 502, 'UNKNOWN'),
  'manifest-503': failing('manifest-put', 503, 'UNAVAILABLE'),
  'manifest-429': failing('manifest-put', 429, 'TOOMANYREQUESTS'),
  'manifest-429-date': {
    about: 'manifest-put answers 429 with Retry-After as a date [times[:seconds]]',
    make: (times = 1, dateInSeconds = 2) => [
      {
        match: { operation: 'manifest-put' },
        times,
        fault: { kind: 'status', status: 429, code: 'TOOMANYREQUESTS', retryAfter: { dateInSeconds } },
      },
    ],
  },
  'manifest-head-503': failing('manifest-head', 503, 'UNAVAILABLE'),
  'blob-head-503': failing('blob-head', 503, 'UNAVAILABLE'),
  'upload-start-503': failing('upload-start', 503, 'UNAVAILABLE'),
  'upload-start-429': failing('upload-start', 429, 'TOOMANYREQUESTS'),
  'upload-chunk-500': failing('upload-chunk', 500, 'UNKNOWN'),
  'upload-finish-500': failing('upload-finish', 500, 'UNKNOWN'),
  'token-503': failing('token', 503, 'UNAVAILABLE'),
  'all-503': refused('everything answers 503 [times]', undefined, { status: 503, code: 'UNAVAILABLE', message: 'injected 503' }),
  'manifest-invalid': failing('manifest-put', 400, 'MANIFEST_INVALID'),
  'writes-401': {
    about: 'writes are unauthorised once [n] of them have passed',
    make: (skip = 0) => [
      { match: { method: writes }, skip, fault: { kind: 'status', status: 401, code: 'UNAUTHORIZED', message: 'authentication required' } },
    ],
  },
  'tag-denied': refused(
    'a tag, but not a digest, is refused with 403',
    { operation: 'manifest-put', names: 'tag' },
    { status: 403, code: 'DENIED', message: 'requested access to the resource is denied' },
  ),
  'latest-denied': refused(
    'the tag latest is refused with 403',
    { operation: 'manifest-put', reference: '^latest$' },
    { status: 403, code: 'DENIED', message: 'requested access to the resource is denied' },
  ),
  'push-denied': refused(
    'an upload cannot be started: 403',
    { operation: 'upload-start' },
    { status: 403, code: 'DENIED', message: 'requested access to the resource is denied' },
  ),
  quota: refused(
    'an upload cannot be started: the quota is used up',
    { operation: 'upload-start' },
    { status: 403, code: 'DENIED', message: 'storage quota exceeded' },
  ),
  'disk-full': refused(
    'blobs are answered as by a registry whose disk is full',
    { operation: uploads },
    { status: 500, code: 'UNKNOWN', message: 'unknown error: no space left on device' },
  ),
  'too-large': refused(
    'blobs are too large: 413',
    { operation: uploads },
    { status: 413, code: 'SIZE_INVALID', message: 'request entity too large' },
  ),
  'index-unsupported': refused(
    'an index is refused with 415, as by a registry for single images',
    { operation: 'manifest-put', header: { 'content-type': 'index|manifest\\.list' } },
    { status: 415, code: 'UNSUPPORTED', message: 'unsupported media type' },
  ),
  'no-referrers': {
    about: 'the referrers API answers 404',
    make: () => [{ match: { operation: 'referrers' }, fault: { kind: 'status', status: 404, body: '404 page not found\n' } }],
  },
  'ghcr-rate-limit': {
    about: "writes answer 403 with the text of GHCR's secondary rate limit [times]",
    make: (times = 3) => [
      {
        match: { method: writes },
        times,
        fault: {
          kind: 'status',
          status: 403,
          code: 'DENIED',
          message:
            'permission_denied: Error from intermediary with HTTP status code 403 "Forbidden" - with-body: { "message": "You have exceeded a secondary rate limit. Please wait a few minutes before you try again." }',
        },
      },
    ],
  },
  'hub-pull-limit': {
    about: 'manifest reads answer 429 as Docker Hub does above its pull limit',
    make: () => [
      {
        match: { operation: reads },
        fault: {
          kind: 'status',
          status: 429,
          code: 'TOOMANYREQUESTS',
          message: 'You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit',
          headers: { 'ratelimit-limit': '100;w=21600', 'ratelimit-remaining': '0;w=21600' },
        },
      },
    ],
  },
} satisfies Readonly<Record<string, Preset>>;

/** Connections that break, stall or lie. */
const connections = {
  'upload-reset': {
    about: 'the connection is reset after [bytes] of a blob [:times]',
    make: (afterBytes = 65_536, times = 1) => [
      { match: { operation: uploads }, times, fault: { kind: 'reset', when: 'request', afterBytes } },
    ],
  },
  'manifest-reset': {
    about: 'the connection is reset on manifest-put [times]',
    make: (times = 1) => [{ match: { operation: 'manifest-put' }, times, fault: { kind: 'reset', when: 'start' } }],
  },
  'manifest-lost-reply': {
    about: 'manifest-put is done, its reply is lost [times]',
    make: (times = 1) => [{ match: { operation: 'manifest-put' }, times, fault: { kind: 'reset', when: 'reply' } }],
  },
  'manifest-stored-500': {
    about: 'manifest-put is done, yet answered with 500 [times]',
    make: (times = 1) => [
      {
        match: { operation: 'manifest-put' },
        times,
        fault: { kind: 'status', status: 500, code: 'UNKNOWN', message: 'injected 500', stored: true },
      },
    ],
  },
  'blob-lost-reply': {
    about: 'a blob is stored, its reply is lost [times]',
    make: (times = 1) => [{ match: { operation: 'upload-finish' }, times, fault: { kind: 'reset', when: 'reply' } }],
  },
  'slow-upload': {
    about: 'blobs pass at [bytes per second]',
    make: (bytesPerSecond = 65_536) => [
      { match: { operation: uploads }, fault: { kind: 'throttle', direction: 'request', bytesPerSecond } },
    ],
  },
  'slow-reply': {
    about: 'all replies trickle at [bytes per second]',
    make: (bytesPerSecond = 20) => [{ fault: { kind: 'throttle', direction: 'response', bytesPerSecond } }],
  },
  'hang-manifest': {
    about: 'manifest-put is never answered [times]',
    make: (times = Number.POSITIVE_INFINITY) => [{ match: { operation: 'manifest-put' }, times, fault: { kind: 'hang' } }],
  },
  'hang-upload': {
    about: 'blobs are never answered [times]',
    make: (times = Number.POSITIVE_INFINITY) => [{ match: { operation: uploads }, times, fault: { kind: 'hang' } }],
  },
  'hang-all': { about: 'nothing is ever answered', make: () => [{ fault: { kind: 'hang' } }] },
  'flip-manifest': {
    about: 'one bit of every manifest that is read is flipped',
    make: () => [{ match: { operation: 'manifest-get' }, fault: { kind: 'flip', at: 10 } }],
  },
  'flip-blob': {
    about: 'one bit of every blob that is read is flipped',
    make: () => [{ match: { operation: 'blob-get' }, fault: { kind: 'flip', at: 10 } }],
  },
  'reads-lag': {
    about: 'the first [times] reads of a manifest answer 404, as where reads lag behind writes',
    make: (times = 3) => [
      { match: { operation: reads }, times, fault: { kind: 'status', status: 404, code: 'MANIFEST_UNKNOWN', message: 'manifest unknown' } },
    ],
  },
  'immutable-tags': {
    about: 'a tag that exists is not put again, as on ECR',
    make: () => [{ match: { operation: 'manifest-put', names: 'tag' }, fault: { kind: 'immutable' } }],
  },
  'stores-nothing': {
    about: 'blobs and manifests are answered with 201 and thrown away',
    make: () => [{ match: { operation: ['manifest-put', ...uploads] }, fault: { kind: 'swallow' } }],
  },
  flaky: {
    about: 'any request fails with 503 at [percent][:seed]',
    make: (percent = 10, seed = 1) => [
      { chance: percent / 100, seed, fault: { kind: 'status', status: 503, code: 'UNAVAILABLE', message: 'injected 503' } },
    ],
  },
} satisfies Readonly<Record<string, Preset>>;

export const presets: Readonly<Record<string, Preset>> = { ...answers, ...connections };

/** The rules of `name` or `name:number:number`. @throws where there is no preset of that name. */
export function preset(spec: string): readonly Rule[] {
  const [name = '', ...numbers] = spec.split(':');
  const found = Object.hasOwn(presets, name) ? presets[name] : undefined;
  if (found === undefined) throw new Error(`no preset "${name}"; there are ${Object.keys(presets).join(', ')}`);
  return found.make(...numbers.map((text) => (text === '' ? undefined : Number(text)))).map((rule) => ({ ...rule, name }));
}
