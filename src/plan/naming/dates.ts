import type { Libraries } from './libraries.ts';

type Moment = NonNullable<Libraries['moment']>;

/** A time zone: Node's own data has them, so no library needs to bring it. */
export type Zone = {
  /** Minutes east of UTC. */
  readonly offsetAt: (at: Date) => number;
  /** `CET`, `JST`; `+0330` or `-03` where a zone has no letters, as the time zone database writes it. */
  readonly abbreviationAt: (at: Date) => string;
};

const FIELDS = {
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const;

/** Reads `Europe/Paris`, `UTC`, `EST` or `+09:00`; undefined for what is no time zone. */
export function parseZone(name: string): Zone | undefined {
  const wall = makeFormat(name, 'en-US', FIELDS);
  if (wall === undefined) return undefined;
  const offsetAt = (at: Date) => minutesBetween(wall.formatToParts(at), at);
  return { offsetAt, abbreviationAt: (at) => findLetters(name, at) ?? describeOffset(offsetAt(at)) };
}

/**
 * Formats an ISO 8601 time with Moment's tokens.
 * @see https://momentjs.com/docs/#/displaying/format/
 */
export function formatTime(moment: Moment, time: string, { format, zone }: { readonly format: string; readonly zone: Zone }): string {
  const at = new Date(time);
  const abbreviation = () => zone.abbreviationAt(at);
  return Object.assign(moment.utc(at).utcOffset(zone.offsetAt(at)), { zoneAbbr: abbreviation, zoneName: abbreviation }).format(format);
}

function makeFormat(zone: string, locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  } catch {
    return undefined; // a RangeError: there is no such zone
  }
}

/** How far the clock on the wall is ahead of UTC. */
function minutesBetween(parts: readonly Intl.DateTimeFormatPart[], at: Date): number {
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
  return Math.round((wall - at.getTime()) / 60_000);
}

/** Intl knows a zone's letters only in the locale of its people. */
const LOCALES = ['en-US', 'en-GB', 'en-CA', 'en-AU', 'en-IN', 'ja'] as const;

function findLetters(zone: string, at: Date): string | undefined {
  const names = LOCALES.map((locale) => {
    const parts = makeFormat(zone, locale, { timeZoneName: 'short' })?.formatToParts(at) ?? [];
    return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  });
  return names.find((name) => /^[A-Z]{3,5}$/.test(name) && name !== 'GMT');
}

function describeOffset(minutes: number): string {
  const digits = (value: number) => String(value).padStart(2, '0');
  const rest = Math.abs(minutes) % 60;
  return `${minutes < 0 ? '-' : '+'}${digits(Math.floor(Math.abs(minutes) / 60))}${rest === 0 ? '' : digits(rest)}`;
}
