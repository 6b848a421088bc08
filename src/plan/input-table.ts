/** Every input and output by name: the one list that action.yml, the README's tables, the command line's flags and the checks are made from. */
export type InputEntry = {
  readonly name: string;
  readonly group: InputGroup;
  /** One sentence for action.yml and the README: what it is, its form, and the default where that is not plain. */
  readonly about: string;
  /** What an empty input means, as action.yml states it. */
  readonly default?: string;
};

export type InputGroup = 'what to call it' | 'what to build' | 'builder' | 'where to' | 'gates' | 'report';

export const INPUTS: readonly InputEntry[] = [
  {
    name: 'images',
    group: 'what to call it',
    about:
      'Image names without tag, one a line, e.g. `ghcr.io/owner/app`, or `web=ghcr.io/owner/web` for a target of the bake files; `enable=false` switches one off.',
  },
  {
    name: 'tags',
    group: 'what to call it',
    about:
      'Tag rules, one a line, e.g. `type=release`; a bare text is that tag, a full `registry/name:tag` just that one. `target=web` is for one target of the bake files.',
  },
  { name: 'flavor', group: 'what to call it', about: '`latest=auto|true|false`, `prefix=…`, `suffix=…` for all rules, one a line.' },
  { name: 'labels', group: 'what to call it', about: 'Labels beside the generated OCI ones, `key=value`, one a line.' },
  { name: 'annotations', group: 'what to call it', about: 'Annotations, `[level[platform]:]key=value`, one a line.' },
  {
    name: 'annotation-levels',
    group: 'what to call it',
    about: 'Where generated annotations go: `manifest`, `index`, `manifest-descriptor`, `index-descriptor`.',
  },
  { name: 'ref', group: 'what to call it', about: 'The git ref to act for, e.g. `refs/tags/v1.2.3`; the ref of the workflow if empty.' },
  { name: 'version', group: 'what to call it', about: 'The version that version rules use in place of the git tag.' },
  {
    name: 'ref-source',
    group: 'what to call it',
    about: 'Where ref and commit come from: `workflow` (the event) or `git` (the checkout).',
    default: 'workflow',
  },
  { name: 'sep-tags', group: 'what to call it', about: 'Separator of the `tags` and `tag-names` outputs; a line end if empty.' },
  { name: 'sep-labels', group: 'what to call it', about: 'Separator of the `labels` output; a line end if empty.' },
  { name: 'sep-annotations', group: 'what to call it', about: 'Separator of the `annotations` output; a line end if empty.' },
  { name: 'short-sha-length', group: 'what to call it', about: 'Hex digits of a short commit in tags, 4 to 64; 7 if empty.' },
  {
    name: 'pr-head-sha',
    group: 'what to call it',
    about: '`true` takes the head commit of a pull request instead of the merge commit.',
  },
  { name: 'bake-target', group: 'what to call it', about: 'Target name in the bake-file outputs.', default: 'docker-metadata-action' },

  {
    name: 'context',
    group: 'what to build',
    about: 'Build context: a folder or a URL. If empty: the checkout, or the Git context of the commit where nothing is checked out.',
  },
  { name: 'file', group: 'what to build', about: 'Dockerfile; `Dockerfile` in the context if empty.' },
  { name: 'target', group: 'what to build', about: 'Stage to build; the last one if empty.' },
  {
    name: 'platforms',
    group: 'what to build',
    about: 'Platforms, by comma or line, e.g. `linux/amd64,linux/arm64`; the engine’s own if empty.',
  },
  { name: 'build-args', group: 'what to build', about: 'Build arguments, `KEY=value`, one a line.' },
  {
    name: 'build-args-file',
    group: 'what to build',
    about: 'Env files with build arguments, one path a line: `KEY=value` lines, taken as they stand. `build-args` win over them.',
  },
  { name: 'build-contexts', group: 'what to build', about: 'Named build contexts, `name=path-or-url`, one a line.' },
  { name: 'secrets', group: 'what to build', about: 'Build secrets by value, `id=value`, one a line; quote a value of several lines.' },
  { name: 'secret-envs', group: 'what to build', about: 'Build secrets by environment variable, `id=NAME`, by comma or line.' },
  { name: 'secret-files', group: 'what to build', about: 'Build secrets by file, `id=path`, one a line.' },
  { name: 'ssh', group: 'what to build', about: 'SSH agent sockets or keys, `default` or `id=path`, one a line.' },
  { name: 'no-cache', group: 'what to build', about: 'Build without the cache.', default: 'false' },
  { name: 'no-cache-filters', group: 'what to build', about: 'Stages to build without the cache, by comma or line.' },
  { name: 'pull', group: 'what to build', about: 'Look for newer base images.', default: 'false' },
  { name: 'add-hosts', group: 'what to build', about: 'Host entries for the build, `name:address`, by comma or line.' },
  { name: 'allow', group: 'what to build', about: 'Entitlements, `network.host` or `security.insecure`, by comma or line.' },
  { name: 'network', group: 'what to build', about: 'Network of RUN steps: `default`, `host` or `none`.' },
  { name: 'shm-size', group: 'what to build', about: 'Size of /dev/shm, e.g. `2g`.' },
  { name: 'ulimit', group: 'what to build', about: 'Limits, e.g. `nofile=1024:1024`, one a line.' },
  { name: 'cgroup-parent', group: 'what to build', about: 'Parent cgroup of RUN steps.' },
  {
    name: 'provenance',
    group: 'what to build',
    about: '`true`, `false` or attributes such as `mode=max`. If empty: `max` for public repositories, else buildx’s own default.',
  },
  { name: 'sbom', group: 'what to build', about: '`true`, `false` or `generator=image`.' },
  { name: 'attests', group: 'what to build', about: 'Attestations in full, e.g. `type=sbom,generator=image`, one a line.' },
  {
    name: 'reproducible',
    group: 'what to build',
    about:
      'Set the times of all files in layers to the commit’s: the same commit gives the same bytes, also without a cache. Costs about 0.5 s per 100 MB.',
    default: 'false',
  },
  { name: 'cache-from', group: 'what to build', about: 'Cache sources, e.g. `type=gha`, one a line.' },
  { name: 'cache-to', group: 'what to build', about: 'Cache destinations, e.g. `type=gha,mode=max`, one a line.' },
  {
    name: 'exports',
    group: 'what to build',
    about:
      'Further outputs, one a line: `type=local,dest=out` of the published stage, `target=builder,type=local,dest=out` of another one.',
  },
  {
    name: 'source',
    group: 'what to build',
    about:
      'An image that another tool made, published as it is instead of a build: the folder or archive of an OCI layout, or `docker-daemon:name:tag`.',
  },
  {
    name: 'bake-files',
    group: 'what to build',
    about:
      'Bake definitions (HCL, JSON or compose files), by comma or line: several images in one step. They say contexts, Dockerfiles and stages.',
  },
  { name: 'targets', group: 'what to build', about: 'Targets and groups of the bake files, by comma or line; the default ones if empty.' },
  { name: 'set', group: 'what to build', about: 'Overrides of targets, `target.key=value`, one a line, e.g. `*.args.DEBUG=1`.' },
  { name: 'vars', group: 'what to build', about: 'Values of the bake files’ variables, `NAME=value`, one a line.' },
  { name: 'extra-args', group: 'what to build', about: 'Further `docker buildx build` (or `bake`) arguments, one a line.' },

  { name: 'builder', group: 'builder', about: 'An existing builder by name; chosen by itself if empty.' },
  { name: 'driver', group: 'builder', about: '`auto`, `docker` (the engine’s own BuildKit) or `docker-container`.', default: 'auto' },
  { name: 'driver-opts', group: 'builder', about: 'Options of a builder that is created, e.g. `image=moby/buildkit:v0.25.0`, one a line.' },
  { name: 'buildkitd-flags', group: 'builder', about: 'Flags of buildkitd in a builder that is created.' },
  { name: 'buildkitd-config', group: 'builder', about: 'buildkitd’s configuration file for a builder that is created.' },
  { name: 'buildkitd-config-inline', group: 'builder', about: 'The same as text.' },
  {
    name: 'keep-state',
    group: 'builder',
    about: 'Keep the cache of a created builder for the next run on this machine.',
    default: 'false',
  },
  { name: 'cleanup', group: 'builder', about: 'Remove a created builder at the end of the job.', default: 'true' },
  {
    name: 'emulation',
    group: 'builder',
    about: '`auto` registers emulation only for platforms that need it; `true` always, `false` never.',
    default: 'auto',
  },
  {
    name: 'emulation-image',
    group: 'builder',
    about: 'Image that registers the emulators.',
    default: 'docker.io/tonistiigi/binfmt:latest',
  },

  {
    name: 'registry-auth',
    group: 'where to',
    about:
      'Credentials as a YAML list of `registry`, `username`, `password`. ghcr.io needs none: `github-token` is used. Logins on the machine count too.',
  },
  { name: 'registry', group: 'where to', about: 'Registry that `username` and `password` belong to.', default: 'docker.io' },
  { name: 'username', group: 'where to', about: 'User at `registry`.' },
  { name: 'password', group: 'where to', about: 'Password or token at `registry`.' },
  {
    name: 'push',
    group: 'where to',
    about: '`auto` (publish where credentials are there and the event is trusted), `true` or `false`.',
    default: 'auto',
  },
  { name: 'load', group: 'where to', about: 'Put the image into the local engine too, under its first tag.', default: 'false' },
  { name: 'optional-registries', group: 'where to', about: 'Registries that may fail without failing the step, by comma or line.' },
  {
    name: 'existing',
    group: 'where to',
    about: 'A fixed tag that exists: `adopt` a build of the same commit and definition, `fail`, or `overwrite`. Other content is an error.',
    default: 'adopt',
  },
  {
    name: 'floating',
    group: 'where to',
    about: 'Floating tags move `forward` only, `strict`ly where what they hold is known to be older, or `always`.',
    default: 'forward',
  },
  {
    name: 'insecure-registries',
    group: 'where to',
    about: 'Registries to be spoken to over plain HTTP, by comma or line; loopback needs no entry.',
  },

  {
    name: 'test',
    group: 'gates',
    about:
      'Commands that have to succeed in the image, on every platform, before any tag moves: one a line for `sh -c`, or a JSON list such as `["/app", "--version"]` where there is no shell.',
  },
  { name: 'test-platforms', group: 'gates', about: 'Platforms to test on, by comma or line; all that are built if empty.' },
  {
    name: 'test-services',
    group: 'gates',
    about:
      'Compose files, one a line: their services are up while the tests run, with the image under test in the place of the one that builds it.',
  },
  { name: 'test-timeout', group: 'gates', about: 'Time limit of each test, e.g. `90s`.', default: '10m' },
  {
    name: 'max-size',
    group: 'gates',
    about: 'Most that the image may have, compressed, e.g. `300 MB`; `linux/arm64=250 MB` for one platform, one a line.',
  },
  {
    name: 'max-growth',
    group: 'gates',
    about: 'Most that a platform may grow over what the first floating tag holds now, e.g. `10%` or `20 MB`.',
  },
  {
    name: 'require-signed-tag',
    group: 'gates',
    about: 'A git tag has to be signed: `true` where GitHub must have verified it, or the public keys (OpenPGP or SSH) to check it with.',
    default: 'false',
  },

  { name: 'dry-run', group: 'report', about: 'Stop after the plan; needs neither docker nor network.', default: 'false' },
  { name: 'summary', group: 'report', about: 'Write the job summary.', default: 'true' },
  { name: 'github-token', group: 'report', about: 'Token for the GitHub API, the Git context and ghcr.io.' },
  { name: 'timeout', group: 'report', about: 'Time limit of the step, e.g. `90s`, `30m`, `2h`.', default: '6h' },
];

export type OutputEntry = { readonly name: string; readonly about: string };

export const OUTPUTS: readonly OutputEntry[] = [
  { name: 'version', about: 'The first tag by priority.' },
  { name: 'tags', about: 'Full references, one a line (or `sep-tags`).' },
  { name: 'tag-names', about: 'The tags without image name.' },
  { name: 'labels', about: 'Labels, `key=value`.' },
  { name: 'annotations', about: 'Annotations, `level:key=value`.' },
  { name: 'json', about: 'Tags, labels and annotations as JSON.' },
  { name: 'bake-file', about: 'Path of a bake file with tags and labels.' },
  { name: 'bake-file-tags', about: 'Path of a bake file with tags.' },
  { name: 'bake-file-labels', about: 'Path of a bake file with labels.' },
  { name: 'bake-file-annotations', about: 'Path of a bake file with annotations.' },
  { name: 'digest', about: 'Digest of what every tag points at.' },
  { name: 'imageid', about: 'The same under build-push-action’s name: the id the image has in an engine with the containerd store.' },
  {
    name: 'targets',
    about:
      'JSON: target of the bake files to its `version`, `tags`, `digest`, `digests`, `sizes` and `references`. Several images have no other digests.',
  },
  { name: 'metadata', about: 'buildx’s build result metadata as JSON.' },
  { name: 'digests', about: 'JSON: platform to digest.' },
  { name: 'sizes', about: 'JSON: platform to compressed size in bytes.' },
  { name: 'references', about: 'JSON: registry to a list of `name:tag@digest` that were read back.' },
  { name: 'results', about: 'JSON: registry to `published`, `unchanged`, `skipped: why` or `failed: why`.' },
  { name: 'pushed', about: '`true` where something is published at the end.' },
  { name: 'plan', about: 'The plan as JSON.' },
];
