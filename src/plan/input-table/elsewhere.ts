/**
 * Inputs of docker's actions that are none here: what to do instead, in words that follow `is no input;`.
 * @see https://github.com/docker/build-push-action#inputs and those of login-, setup-buildx-, setup-qemu- and bake-action
 */
export const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['files', 'write bake-files'],
  ['workdir', 'leave it out, and write paths as they are from the folder of the job'],
  ['outputs', 'write exports, for what is made beside the published image'],
  ['call', 'run docker buildx build --call in a step of its own'],
  ['name', 'leave it out: the builder is chosen or made by the step; builder names one that is there'],
  ['endpoint', 'make that builder in a step before, and name it in builder'],
  ['append', 'make that builder in a step before, and name it in builder'],
  ['use', 'leave it out: the step uses its own builder'],
  ['install', 'leave it out: the step calls buildx itself'],
  ['cache-binary', 'leave it out: the buildx of the machine is used'],
  ['config', 'write buildkitd-config'],
  ['config-inline', 'write buildkitd-config-inline'],
  ['image', 'write emulation-image'],
  ['cache-image', 'leave it out: the image is pulled only where a platform needs emulation'],
  ['reset', 'leave it out: emulators that are there are used'],
  ['logout', 'leave it out: logins end with the job'],
  ['ecr', 'leave it out, and log in to ECR in a step before: logins on the machine count'],
  ['scope', 'leave it out: a login is for a whole registry'],
]);
