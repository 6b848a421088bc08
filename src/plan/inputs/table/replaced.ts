/** An input of docker's actions that is not one here. */
type Elsewhere = {
  /** What to do instead, in words that follow `is no input;`. */
  readonly instead: string;
  /** Values that ask for what happens anyway, in lower case: they are accepted. */
  readonly accepted?: readonly string[];
};

/** @see https://github.com/docker/build-push-action#inputs and those of login-, metadata-, setup-buildx-, setup-qemu- and bake-action */
export const ELSEWHERE: ReadonlyMap<string, Elsewhere> = new Map<string, Elsewhere>([
  ['files', { instead: 'use bake-files' }],
  ['workdir', { instead: 'leave it out, and write paths as they are from the folder of the job', accepted: ['.', './'] }],
  ['outputs', { instead: 'use exports for outputs other than the published image' }],
  ['call', { instead: 'run docker buildx build --call in a step of its own', accepted: ['build'] }],
  ['name', { instead: 'leave it out: the builder is chosen or made by the step; builder names one that is there' }],
  ['endpoint', { instead: 'make that builder in a step before, and name it in builder' }],
  ['append', { instead: 'make that builder in a step before, and name it in builder' }],
  ['use', { instead: 'leave it out: the step uses its own builder', accepted: ['true'] }],
  ['install', { instead: 'leave it out: the step calls buildx itself', accepted: ['false'] }],
  ['cache-binary', { instead: 'leave it out: the buildx of the machine is used', accepted: ['true', 'false'] }],
  ['config', { instead: 'use buildkitd-config' }],
  ['config-inline', { instead: 'use buildkitd-config-inline' }],
  [
    'image',
    { instead: 'use emulation-image', accepted: ['docker.io/tonistiigi/binfmt:latest', 'tonistiigi/binfmt:latest', 'tonistiigi/binfmt'] },
  ],
  ['cache-image', { instead: 'leave it out: the image is pulled only where a platform needs emulation', accepted: ['true', 'false'] }],
  ['reset', { instead: 'leave it out: emulators that are there are used', accepted: ['false'] }],
  ['logout', { instead: 'leave it out: logins end with the job', accepted: ['true'] }],
  ['ecr', { instead: 'leave it out, and log in to ECR in a step before: logins on the machine count', accepted: ['auto', 'false'] }],
  ['scope', { instead: 'leave it out: a login is for a whole registry' }],
]);

/** Whether an input asks for nothing, or for what happens anyway. */
export function asksForUsual(name: string, text: string): boolean {
  const value = text.trim().toLowerCase();
  const known = ELSEWHERE.get(name);
  return known !== undefined && (value === '' || known.accepted?.includes(value) === true);
}
