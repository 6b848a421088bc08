import { asObject, type Json, type JsonObject } from '../plan/json.ts';

/** The JSON object in a foreign text; an empty one where it holds something else. */
export function parseObject(text: string | Uint8Array): JsonObject {
  try {
    return asObject(JSON.parse(typeof text === 'string' ? text : Buffer.from(text).toString('utf8')) as Json); // what JSON.parse gives is JSON
  } catch {
    return {};
  }
}
