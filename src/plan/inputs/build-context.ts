/** As build-push-action takes it, with or without blanks. @see https://github.com/docker/build-push-action#git-context */
export const DEFAULT_CONTEXT = /^\{\{\s*defaultContext\s*\}\}/;

/** The folder whose checkout is built: that of the context, or the working folder where it is none of this machine, or bake files say it. */
export function checkoutFolder(context: string, hasBakeFiles: boolean): string {
  return hasBakeFiles || context === '' || isRemoteContext(context) ? '.' : context;
}

/** Whether a build context is no folder on this machine: a URL, a Git repository, an image, another target, standard input. @see https://docs.docker.com/build/concepts/context/ */
export function isRemoteContext(context: string): boolean {
  return (
    DEFAULT_CONTEXT.test(context) || /^[a-z][a-z0-9+.-]*:\/\/|^(?:target|docker-image):|^[\w.-]+@[\w.-]+:|^github\.com\/|^-$/.test(context)
  );
}
