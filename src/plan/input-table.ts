import { BUILD_INPUTS } from './input-table/build.ts';
import { BUILDER_INPUTS } from './input-table/builder.ts';
import { DESTINATION_INPUTS } from './input-table/destination.ts';
import type { InputEntry } from './input-table/entry.ts';
import { GATE_INPUTS } from './input-table/gate.ts';
import { NAMING_INPUTS } from './input-table/naming.ts';
import { REPORT_INPUTS } from './input-table/report.ts';

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
