/** A CI run simulated on the command line: which step of which workflow, and which of its values are not known here. */
export type Simulation = {
  readonly file: string;
  /** `job image, step 2` */
  readonly step: string;
  /** `os=linux (the first of 3)`; '' where the job has no matrix. */
  readonly matrix: string;
  readonly standIns: readonly Placeholder[];
  /** Why CI would not come to the step; undefined where it would. */
  readonly skipped: string | undefined;
  /** What the token of the job may do with packages. */
  readonly packages: PackagesRight;
};

/** `default`: no permissions are written, and the repository's settings decide. */
export type PackagesRight = 'write' | 'read' | 'none' | 'default';

/** Something that took the place of a value which only CI has. */
export type Placeholder = { readonly expression: string; readonly value: string; readonly inputs: readonly string[] };
