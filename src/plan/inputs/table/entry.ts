export type InputEntry = {
  readonly name: string;
  /** One sentence for action.yml and docs/inputs.md: what it is, its form, and the default where that is not plain. */
  readonly about: string;
  /** What an empty input means, as action.yml states it. */
  readonly default?: string;
};
