/** Whether a build context comes from elsewhere and is no folder: a URL, a Git repository, an image, another target, or standard input. @see https://docs.docker.com/build/concepts/context/ */
export function isRemoteContext(context: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/|^(?:target|docker-image):|^git@|^github\.com\/|^-$/.test(context);
}
