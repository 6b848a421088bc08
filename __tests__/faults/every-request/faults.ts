import type { Fault } from '../../tools/faults/rule.ts';

const WRONG_DIGEST = `sha256:${'0'.repeat(64)}`;
/** More than any answer that is read as a whole may have. */
const ENDLESS = ' '.repeat(8 * 1024 * 1024);

/** What is done to one request of a release, by name. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'a 500': { kind: 'status', status: 500, code: 'UNKNOWN', message: 'injected' },
  'a 404': { kind: 'status', status: 404 },
  'done, and the reply lost': { kind: 'reset', when: 'reply' },
  'done, and answered 404': { kind: 'status', status: 404, stored: true },
  'an answer that is cut off': { kind: 'reset', when: 'response', afterBytes: 10 },
  'an answer that ends too soon': { kind: 'close', when: 'response', afterBytes: 10 },
  'another digest in the answer': { kind: 'headers', headers: { 'docker-content-digest': WRONG_DIGEST } },
  'a redirect to itself': { kind: 'status', status: 307, headers: { location: '?' } },
  'an answer without end': { kind: 'status', status: 200, body: ENDLESS },
  'a 201 to what was not done': { kind: 'status', status: 201 },
};
