import type { InputEntry } from './entry.ts';

export const BUILD_INPUTS: readonly InputEntry[] = [
  {
    name: 'context',
    about:
      'Build context: a folder or a URL; `{{defaultContext}}:sub` is a folder of the commit’s Git context. If empty: the checkout, or the Git context of the commit where nothing is checked out.',
  },
  { name: 'file', about: 'Dockerfile; `Dockerfile` in the context if empty.' },
  { name: 'target', about: 'Stage to build; the last one if empty.' },
  {
    name: 'platforms',
    about: 'Platforms, by comma or line, e.g. `linux/amd64,linux/arm64`; the engine’s own if empty.',
  },
  {
    name: 'build-args',
    about:
      'Build arguments, `KEY=value`, one per line; quote an entry of several lines. A bare `KEY` has the value of that environment variable; a notice says where it is not set. `{{meta.version}}` is the first tag.',
  },
  {
    name: 'build-args-file',
    about: 'Env files with build arguments, one path per line: `KEY=value` lines, taken as they stand. `build-args` win over them.',
  },
  {
    name: 'build-contexts',
    about: 'Named build contexts, `name=path-or-url`, one per line; `{{defaultContext}}` is the Git context of the commit.',
  },
  { name: 'secrets', about: 'Build secrets by value, `id=value`, one per line; quote a value of several lines.' },
  { name: 'secret-envs', about: 'Build secrets by environment variable, `id=NAME`, by comma or line. The variable has to be set.' },
  { name: 'secret-files', about: 'Build secrets by file, `id=path`, one per line.' },
  { name: 'ssh', about: 'SSH agent sockets or keys, `default` or `id=path`, by comma or line.' },
  { name: 'no-cache', about: 'Build without the cache.', default: 'false' },
  { name: 'no-cache-filters', about: 'Stages to build without the cache, by comma or line.' },
  { name: 'pull', about: 'Look for newer base images.', default: 'false' },
  { name: 'add-hosts', about: 'Host entries for the build, `name:address`, by comma or line.' },
  { name: 'allow', about: 'Entitlements, `network.host` or `security.insecure`, by comma or line.' },
  { name: 'network', about: 'Network of RUN steps: `default`, `host` or `none`.' },
  { name: 'shm-size', about: 'Size of /dev/shm, e.g. `2g`.' },
  { name: 'ulimit', about: 'Limits, e.g. `nofile=1024:1024`, one per line.' },
  { name: 'cgroup-parent', about: 'Parent cgroup of RUN steps.' },
  {
    name: 'provenance',
    about:
      '`true`, `false` or attributes such as `mode=max`. If empty: `mode=max` for public repositories, else buildx’s own default, `mode=min`; none where `BUILDX_NO_DEFAULT_ATTESTATIONS` is set. It names the URL of the run as `builder-id`, unless you name one.',
  },
  { name: 'sbom', about: '`true`, `false` or `generator=image`.' },
  { name: 'attests', about: 'Attestations in full, e.g. `type=sbom,generator=image`, one per line.' },
  {
    name: 'reproducible',
    about:
      'Set the times of all files in layers to the commit’s: the same commit gives the same bytes, also without a cache. Costs about 0.5 s per 100 MB.',
    default: 'false',
  },
  { name: 'cache-from', about: 'Cache sources, e.g. `type=gha`, one per line.' },
  { name: 'cache-to', about: 'Cache destinations, e.g. `type=gha,mode=max`, one per line.' },
  {
    name: 'exports',
    about:
      'Further outputs, one per line: `type=local,dest=out` of the published stage, `target=builder,type=local,dest=out` of another one.',
  },
  {
    name: 'source',
    about:
      'An image that another tool made, published as it is instead of a build: the folder or archive of an OCI layout, or `docker-daemon:name:tag`.',
  },
  {
    name: 'bake-files',
    about:
      'Bake definitions (HCL, JSON or compose files), by comma or line: several images in one step. They say contexts, Dockerfiles and stages.',
  },
  { name: 'targets', about: 'Targets and groups of the bake files, by comma or line; the default ones if empty.' },
  {
    name: 'set',
    about: 'Overrides of targets, `target.key=value`, one per line, e.g. `*.args.DEBUG=1` or `*.args.VERSION={{meta.version}}`.',
  },
  {
    name: 'vars',
    about:
      'Values of the variables of bake and compose files, `NAME=value`, one per line; a bare `NAME` passes the environment variable. They see no other variable of the step.',
  },
  { name: 'extra-args', about: 'Further `docker buildx build` (or `bake`) arguments, one per line.' },
];
