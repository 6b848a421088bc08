/** What a run leaves to be removed at the end, by name: saved the moment it comes to be. */
export type Leftovers = {
  /** Folder with the private docker configuration and all scratch files. */
  readonly folder: string;
  /** Folder with the bake files, which the steps that follow may read. */
  readonly bakeFolder: string;
  /** Builder to remove; '' where it is another job's. */
  readonly builder: string;
  /** `true`: keep the builder's cache volume. */
  readonly keepState: string;
  /** What the names of its containers begin with, which run tests. */
  readonly containers: string;
  /** The repository under which the engine has pulled the image they are made of. */
  readonly testedAs: string;
  /** Compose project of the services around it. */
  readonly stack: string;
  /** Process group of the docker command that ran last. */
  readonly processGroup: string;
};
