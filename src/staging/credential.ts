import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What the builder must show; only this run's private docker config holds it. */
export type StagingCredential = { readonly username: string; readonly password: string };

/** One of 192 random bits, for this run alone. */
export function makeCredential(): StagingCredential {
  return { username: 'tagboat', password: randomBytes(24).toString('base64url') };
}

/** Makes the check of an `Authorization` header, in a time that does not depend on what is in it. */
export function makeGuard({ username, password }: StagingCredential): (authorization: string | undefined) => boolean {
  const expected = hash(`${username}:${password}`);
  return (authorization = '') => {
    const given = /^basic (?<token>[A-Za-z0-9+/=]{1,4096})$/i.exec(authorization)?.groups?.token ?? '';
    return timingSafeEqual(hash(Buffer.from(given, 'base64')), expected);
  };
}

/** Both sides hashed, because only texts of one length can be compared in constant time. */
function hash(text: string | Uint8Array): Buffer {
  return createHash('sha256').update(text).digest();
}
