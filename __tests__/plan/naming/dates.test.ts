import { expect, test } from '@jest/globals';
import moment from 'moment';
import { formatTime, parseZone } from '../../../src/plan/naming/dates.ts';

// biome-ignore format: a table
test.each([
  // time                       format                  zone                    text
  ['2024-02-29T22:30:05.678Z',  'YYYYMMDD-HHmmssZZ',    'UTC',                  '20240229-223005+0000'],
  ['2024-02-29T22:30:05.678Z',  'YYYYMMDD-HHmmssZZ',    'asia/tokyo',           '20240301-073005+0900'],
  ['2024-02-29T22:30:05.678Z',  'YYYYMMDD-HHmmssZZ',    'America/St_Johns',     '20240229-190005-0330'],
  ['2024-02-29T22:30:05.678Z',  'YYYYMMDD-HHmmssZZ',    'Pacific/Chatham',      '20240301-121505+1345'],
  ['2024-02-29T22:30:05.678Z',  'HHmm ZZ',              '+09:00',               '0730 +0900'],
  ['2024-03-31T00:59:59Z',      'HH:mm:ss z',           'Europe/Paris',         '01:59:59 CET'],
  ['2024-03-31T01:00:00Z',      'HH:mm:ss z',           'Europe/Paris',         '03:00:00 CEST'],
  ['2024-02-29T22:30:05.678Z',  'z',                    'Asia/Tokyo',           'JST'],
  ['2024-02-29T22:30:05.678Z',  'z',                    'Africa/Casablanca',    '+01'],
  ['2024-02-29T22:30:05.678Z',  'z zz',                 'UTC',                  'UTC UTC'],
  ['1999-12-31T12:34:56.007Z',  'GGGG[w]WW.E DDDo SSSS', 'UTC',                 '1999w52.5 365th 0070'],
])('%s as %j in %s is %j', (time, format, zone, text) => {
  const found = parseZone(zone);
  expect(found === undefined ? undefined : formatTime(moment, time, { format, zone: found })).toBe(text);
});

// biome-ignore format: a table
test.each([
  ['UTC', true], ['EST', true], ['Europe/Paris', true], ['+09:00', true], ['', false], ['Z', false], ['Mars/Base', false], ['Europe/Pariss', false],
])('that %j is a time zone is %j', (zone, expected) => {
  expect(parseZone(zone) !== undefined).toBe(expected);
});
