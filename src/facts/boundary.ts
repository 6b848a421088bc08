import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';

/** The checkout, beyond which the paths of a foreign head may not lead. */
export type Boundary = {
  /** Whether a path that an input names, and that lies in the checkout as it is written, leads out of it by a link. */
  readonly isLeftBy: (given: string) => Promise<boolean>;
  /** Whether a path that a file of the head names leads anywhere but into the checkout. */
  readonly isPassedBy: (given: string) => Promise<boolean>;
};

/** @param folder the working folder of the run. */
export async function openBoundary(folder: string): Promise<Boundary> {
  const root = await realpath(folder);
  const isInside = (file: string): boolean => file === root || file.startsWith(`${root}${path.sep}`);
  const isPassedBy = async (given: string): Promise<boolean> => {
    const end = await resolveLinks(path.resolve(root, given));
    return end === undefined || !isInside(end);
  };
  return {
    isPassedBy,
    isLeftBy: async (given) => isInside(path.resolve(root, given)) && (await isPassedBy(given)),
  };
}

/** Where a path leads, also one that is yet to be made; undefined where it ends at a link to nothing, through which anything may be made. */
async function resolveLinks(file: string): Promise<string | undefined> {
  try {
    return await realpath(file);
  } catch {
    const isLink = await lstat(file).then(
      () => true,
      () => false,
    );
    if (isLink) return undefined;
    const parent = path.dirname(file);
    const resolved = parent === file ? file : await resolveLinks(parent);
    return resolved === undefined ? undefined : path.join(resolved, path.basename(file));
  }
}
