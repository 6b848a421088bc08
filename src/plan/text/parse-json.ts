import { asObject, type Json, type JsonObject } from './json.ts';

/** The JSON in a foreign text; undefined where it is none. */
export function parseJson(text: string | Uint8Array): Json | undefined {
  try {
    return JSON.parse(typeof text === 'string' ? text : new TextDecoder().decode(text)) as Json; // what JSON.parse gives is JSON
  } catch {
    return undefined;
  }
}

/** The JSON object in a foreign text; an empty one where it holds something else. */
export function parseObject(text: string | Uint8Array): JsonObject {
  return asObject(parseJson(text));
}
