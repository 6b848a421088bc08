import type { PackagesRight } from '../../plan/simulation.ts';
import { asText, type Json } from '../../plan/text/json.ts';
import type { Job, Workflow } from './workflow-file.ts';

/**
 * What the job's token may do with packages: the job's permissions stand in the place of the workflow's, and whatever one of them leaves out is none.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#permissions
 */
export function packagesRight(workflow: Workflow, job: Job): PackagesRight {
  return readRight(job.source.permissions ?? workflow.source.permissions);
}

function readRight(permissions: Json | undefined): PackagesRight {
  if (permissions === undefined || permissions === null) return 'default';
  if (typeof permissions === 'string') return permissions === 'write-all' ? 'write' : 'read';
  if (typeof permissions !== 'object' || Array.isArray(permissions)) return 'default'; // GitHub refuses it
  const right = asText((permissions as Readonly<Record<string, Json>>).packages); // narrowed above, but for readonly arrays
  return right === 'write' || right === 'read' ? right : 'none';
}
