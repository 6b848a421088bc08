/** Whether a build context is no folder on this machine: a URL, a Git repository, an image, another target, standard input. @see https://docs.docker.com/build/concepts/context/ */
export function isRemoteContext(context: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/|^(?:target|docker-image):|^git@|^github\.com\/|^-$|^\{\{defaultContext\}\}/.test(context);
}
