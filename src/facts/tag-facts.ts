/** What is known of a git tag and its signature. */
export type TagFacts =
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'lightweight' }
  | {
      readonly kind: 'annotated';
      /** The name in the tag object, which the signature covers: a ref of another name may point at it. */
      readonly name: string;
      /** What the tag object points at. */
      readonly target: string;
      readonly verified: boolean;
      /** Why it is not verified, as a word of GitHub's or a sentence of git's. */
      readonly reason: string;
    };
