import { ProblemError } from './problem.ts';

/** An amount of bytes as it was written, for messages. */
export type Size = { readonly text: string; readonly bytes: number };

/** How much larger an image may get: by a share of what it was, or by bytes. */
export type Growth =
  | { readonly kind: 'share'; readonly text: string; readonly share: number }
  | { readonly kind: 'bytes'; readonly text: string; readonly bytes: number };

/** Bytes by unit in lower case: powers of 1000 as registries show sizes, powers of 1024 with an `i`. @see IEC 80000-13 */
const UNITS: Readonly<Record<string, number>> = {
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40,
};
const WRITE_SIZE = 'write a number and kB, MB, GB, KiB, MiB or GiB, such as 300 MB';

/** Reads `300 MB`, `1.5 GB` or `400 MiB`. @throws {ProblemError} where the unit is missing or unknown, or the number is none. */
export function parseSize(text: string, where: string, accepted = WRITE_SIZE): Size {
  const [, amount = '', unit = ''] = /^(\d{1,9}(?:\.\d{1,6})?)\s{0,4}([A-Za-z]{0,8})$/.exec(text.trim()) ?? [];
  const bytes = Math.round(Number(amount) * (UNITS[unit.toLowerCase()] ?? 0));
  if (amount !== '' && bytes > 0) return { text: text.trim(), bytes };
  const wrong =
    amount === '' ? 'is not a size' : unit === '' ? 'has no unit' : Number(amount) === 0 ? 'is nothing' : `has the unknown unit ${unit}`;
  throw new ProblemError({ where, given: text, wrong, accepted });
}

/** Reads `10%`, or a size such as `20 MB`. @throws {ProblemError} for anything else. */
export function parseGrowth(text: string, where: string): Growth {
  const [, percent] = /^(\d{1,4}(?:\.\d{1,3})?)\s{0,4}%$/.exec(text.trim()) ?? [];
  if (percent !== undefined) return { kind: 'share', text: text.trim(), share: Number(percent) / 100 };
  const { bytes } = parseSize(text, where, 'write a share such as 10%, or a size such as 20 MB');
  return { kind: 'bytes', text: text.trim(), bytes };
}

/** Decimal units with three digits, as registries show sizes: `1.53 MB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const rounded = bytes < 1000 ? bytes : Number(bytes.toPrecision(3)); // 999,600 bytes are 1.00 MB
  const power = rounded < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(rounded) / 3));
  const value = bytes / 1000 ** power;
  return `${power === 0 ? value : value.toPrecision(3)} ${units[power]}`;
}

/** `+12.3 %` */
export function formatGrowth(bytes: number, beforeBytes: number): string {
  const percent = beforeBytes === 0 ? 100 : ((bytes - beforeBytes) / beforeBytes) * 100;
  return `${percent > 0 ? '+' : percent < 0 ? '−' : '±'}${Math.abs(percent).toFixed(1)} %`;
}
