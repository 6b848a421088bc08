/** One sentence says what it holds. */
export type OutputEntry = { readonly name: string; readonly about: string };

/** Every output by name: what action.yml and docs/inputs.md are made from. */
export const OUTPUTS: readonly OutputEntry[] = [
  { name: 'version', about: 'The first tag by priority.' },
  { name: 'tags', about: 'Full references, one per line (or `sep-tags`).' },
  { name: 'tag-names', about: 'The tags without image name.' },
  { name: 'labels', about: 'Labels, `key=value`.' },
  { name: 'annotations', about: 'Annotations, `level:key=value`.' },
  { name: 'json', about: 'Tags, labels and annotations as JSON.' },
  { name: 'bake-file', about: 'Path of a bake file with tags and labels.' },
  { name: 'bake-file-tags', about: 'Path of a bake file with tags.' },
  { name: 'bake-file-labels', about: 'Path of a bake file with labels.' },
  { name: 'bake-file-annotations', about: 'Path of a bake file with annotations.' },
  { name: 'digest', about: 'Digest of the image; `references` says which tags hold it.' },
  {
    name: 'imageid',
    about:
      'The id of the image in the engine, with `load`: the digest, or the digest of its configuration where the engine has no containerd image store. Else the digest.',
  },
  {
    name: 'targets',
    about:
      'JSON: target of the bake files to its `version`, `tags`, `digest`, `digests`, `sizes` and `references`. Several images have no other digests.',
  },
  { name: 'metadata', about: 'buildx’s build result metadata as JSON.' },
  { name: 'digests', about: 'JSON: platform to digest.' },
  { name: 'sizes', about: 'JSON: platform to compressed size in bytes.' },
  { name: 'references', about: 'JSON: registry to a list of `name:tag@digest` that were read back.' },
  {
    name: 'results',
    about:
      'JSON: registry to `published`, `unchanged`, `held back: why` (all tags hold something newer), `skipped: why` (optional) or `failed: why`.',
  },
  { name: 'pushed', about: '`true` where a tag was read back that holds the image at the end.' },
  { name: 'plan', about: 'The plan as JSON.' },
];
