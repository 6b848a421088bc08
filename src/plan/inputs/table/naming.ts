import type { InputEntry } from './entry.ts';

export const NAMING_INPUTS: readonly InputEntry[] = [
  {
    name: 'images',
    about:
      'Image names without tag, one per line, e.g. `ghcr.io/owner/app`, or `web=ghcr.io/owner/web` for a target of the bake files; `enable=false` switches one off.',
  },
  {
    name: 'tags',
    about:
      'Tag rules, one per line, e.g. `type=release`; a bare word is that tag, and `app:build`, `owner/app:1.2` or `registry/name:tag` that image. `target=web` is for one target of the bake files.',
  },
  { name: 'flavor', about: '`latest=auto|true|false`, `prefix=…`, `suffix=…` for all rules, one per line.' },
  { name: 'labels', about: 'Labels beside the generated OCI ones, `key=value`, one per line.' },
  { name: 'annotations', about: 'Annotations, `[level[platform]:]key=value`, one per line.' },
  {
    name: 'annotation-levels',
    about: 'Where generated annotations go: `manifest`, `index`, `manifest-descriptor`, `index-descriptor`.',
  },
  {
    name: 'ref',
    about:
      'The git ref to act for, and whose commit is built, e.g. `refs/tags/v1.2.3` or `tags/v1.2.3`; the ref of the workflow if empty. Another commit may not be checked out.',
  },
  { name: 'version', about: 'The version that version rules use in place of the git tag.' },
  {
    name: 'ref-source',
    about: 'Where ref and commit come from: `workflow` (the event) or `git` (the checkout).',
    default: 'workflow',
  },
  { name: 'sep-tags', about: 'Separator of the `tags` and `tag-names` outputs; a line end if empty.' },
  { name: 'sep-labels', about: 'Separator of the `labels` output; a line end if empty.' },
  { name: 'sep-annotations', about: 'Separator of the `annotations` output; a line end if empty.' },
  { name: 'short-sha-length', about: 'Hex digits of a short commit in tags, 1 to 999 (all, where it has fewer); 7 if empty.' },
  {
    name: 'pr-head-sha',
    about: '`true` takes the head commit of a pull request instead of the merge commit.',
  },
  { name: 'bake-target', about: 'Target name in the bake-file outputs.', default: 'docker-metadata-action' },
];
