import type { Libraries } from './libraries.ts';

type Moment = NonNullable<Libraries['moment']>;

/** Whether the name is a time zone: `Europe/Paris`, `UTC`, `EST`, `+09:00`. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/**
 * Formats an ISO 8601 time with Moment's tokens, in a time zone.
 * @see https://momentjs.com/docs/#/displaying/format/
 */
export function formatTime(moment: Moment, time: string, { format, zone }: { readonly format: string; readonly zone: string }): string {
  const at = new Date(time);
  const local = moment.utc(at).utcOffset(offsetMinutes(at, zone));
  const abbreviation = zoneAbbreviation(at, zone);
  return Object.assign(local, { zoneAbbr: () => abbreviation, zoneName: () => abbreviation }).format(format);
}

/** Minutes east of UTC, from what the clock on the wall says there: Intl has the zones' data, so no library needs to bring it. */
function offsetMinutes(at: Date, zone: string): number {
  const options = {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  } as const;
  const parts = new Intl.DateTimeFormat('en-US', options).formatToParts(at);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
  return Math.round((wall - at.getTime()) / 60_000);
}

/** Intl knows a zone's letters only in the locale of its people. */
const LOCALES = ['en-US', 'en-GB', 'en-CA', 'en-AU', 'en-IN', 'ja'] as const;

/** `CET`, `JST`; `+0330` or `-03` where a zone has no letters, as the time zone database writes it. */
function zoneAbbreviation(at: Date, zone: string): string {
  const names = LOCALES.map(
    (locale) =>
      new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' })
        .formatToParts(at)
        .find((part) => part.type === 'timeZoneName')?.value ?? '',
  );
  const letters = names.find((name) => /^[A-Z]{3,5}$/.test(name) && name !== 'GMT');
  if (letters !== undefined) return letters;
  const minutes = Math.abs(offsetMinutes(at, zone));
  const digits = (value: number) => String(value).padStart(2, '0');
  return `${offsetMinutes(at, zone) < 0 ? '-' : '+'}${digits(Math.floor(minutes / 60))}${minutes % 60 === 0 ? '' : digits(minutes % 60)}`;
}
