import { createContext, Script } from 'node:vm';
import type { Search } from '../plan/naming/pattern.ts';

/** Ordinary expressions take microseconds; those that try again and again would take for ever. */
const LIMIT_MS = 1_000;

/** Node ends a script that takes too long, even within one match: V8 looks for that while it tries again. */
export function makeSearch(limitMs = LIMIT_MS): Search {
  const script = new Script('new RegExp(source, flags).exec(text)');
  return ({ source, flags }, text) => {
    try {
      const found: RegExpExecArray | null = script.runInContext(createContext({ source, flags, text }), { timeout: limitMs });
      return found === null ? undefined : { groups: Array.from(found), named: { ...found.groups } };
    } catch (error) {
      if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
        return 'too slow';
      throw error;
    }
  };
}
