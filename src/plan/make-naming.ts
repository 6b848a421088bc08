import type { Context } from './context.ts';
import type { Libraries } from './libraries.ts';
import type { Naming } from './naming.ts';
import type { NamingInputs } from './naming-inputs.ts';

/**
 * What the image is to be called.
 * @throws {ProblemError} with every problem of every input. A rule is checked in full even where this event does not use it.
 */
export function makeNaming(_inputs: NamingInputs, _context: Context, _libraries: Libraries): Naming {
  return { version: '', images: [], tags: [], rules: [], labels: {}, annotations: [], notices: [] };
}
