import { BUILD_INPUTS } from './table/build.ts';
import { BUILDER_INPUTS } from './table/builder.ts';
import { DESTINATION_INPUTS } from './table/destination.ts';
import type { InputEntry } from './table/entry.ts';
import { GATE_INPUTS } from './table/gate.ts';
import { NAMING_INPUTS } from './table/naming.ts';
import { REPORT_INPUTS } from './table/report.ts';

/** Every input by what it is about: the one list that action.yml, docs/inputs.md, the command line's flags and the checks are made from. */
export const INPUT_GROUPS: Readonly<Record<string, readonly InputEntry[]>> = {
  'what to call it': NAMING_INPUTS,
  'what to build': BUILD_INPUTS,
  builder: BUILDER_INPUTS,
  'where to': DESTINATION_INPUTS,
  gates: GATE_INPUTS,
  report: REPORT_INPUTS,
};

export const INPUTS: readonly InputEntry[] = Object.values(INPUT_GROUPS).flat();
