/** The secrets a log must not show. */
export type Masks = { readonly add: (value: string) => void; readonly hide: (text: string) => string };

/**
 * Hides each value, and each line of one that has several, behind `***`. GitHub's runner also hides some encodings of a value; this
 * one does not, so that a test sees whether the action has masked them itself.
 */
export function makeMasks(values: readonly string[] = []): Masks {
  let hidden: readonly string[] = [];
  const add = (value: string) => {
    const parts = [value, ...value.split(/\r?\n/)].filter((part) => part.trim() !== '');
    hidden = [...new Set([...hidden, ...parts])].sort((a, b) => b.length - a.length); // the longest first: one may hold another
  };
  for (const value of values) add(value);
  return { add, hide: (text) => hidden.reduce((shown, value) => shown.replaceAll(value, '***'), text) };
}
