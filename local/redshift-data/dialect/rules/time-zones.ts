import { INTEGER, VARCHAR } from '@duckdb/node-api';
import { rewriteCalls, sql } from '../../sql/calls.ts';
import { follows, type Token } from '../../sql/tokens.ts';
import { engineZone, fixedOffset } from '../formats/time-zones.ts';
import { operandEnd } from '../operand.ts';
import type { Case, Rule } from '../rule.ts';
import { timestamp } from '../timestamp.ts';

/** `x at time zone z` → `x at time zone redshift_zone(z)`, because the engine's abbreviations follow the season. */
const zones = (tokens: readonly Token[]): Token[] => {
  const at = tokens.findIndex((_token, index) => follows(tokens, index, 'at', 'time', 'zone'));
  if (at < 0) return [...tokens];
  const end = operandEnd(tokens, at + 3);
  const zone = sql`redshift_zone(${tokens.slice(at + 3, end)})`;
  return [...tokens.slice(0, at + 3), ...zone, ...zones(tokens.slice(end))];
};

const convertTimezone = (args: Token[][]): Token[] => {
  const [from, to = [], time = []] = args.length > 2 ? args : [sql`'UTC'`, ...args];
  return sql`redshift_from_utc(${to}, redshift_to_utc(${from ?? []}, cast(${timestamp(time)} as timestamp)))`;
};

const conversions: [string, string][] = [
  ["'PST', timestamp '2008-08-24 09:36:12'", '2008-08-24 01:36:12'],
  ["'US/Pacific', timestamp '2008-08-24 09:36:12'", '2008-08-24 02:36:12'],
  ["'EST', 'PST', '20080305 12:25:29'", '2008-03-05 09:25:29'],
  ["'America/New_York', '2013-02-01 08:00:00'", '2013-02-01 03:00:00'],
  ["'America/New_York', '2013-06-01 08:00:00'", '2013-06-01 04:00:00'],
  ["'GMT', 'NEWZONE +2', '2014-05-17 12:00:00'", '2014-05-17 10:00:00'],
  ["'GMT', 'NEWZONE-2:15', '2014-05-17 12:00:00'", '2014-05-17 14:15:00'],
  ["'GMT', 'America/Los_Angeles+2', '2014-05-17 12:00:00'", '2014-05-17 10:00:00'],
  ["'GMT', 'GMT+2', '2014-05-17 12:00:00'", '2014-05-17 10:00:00'],
  ["'Europe/Berlin', 'UTC', date '2020-07-01'", '2020-06-30 22:00:00'],
];

export const timeZones: Rule = {
  name: 'time zones',
  area: 'Dates and times',
  macros: [
    `redshift_from_utc(z, t) as system.main.timezone(redshift_region(z), system.main.timezone('UTC', t)) + to_minutes(redshift_offset(z))`,
    `redshift_to_utc(z, t) as system.main.timezone('UTC', system.main.timezone(redshift_region(z), t - to_minutes(redshift_offset(z))))`,
    'timezone(z, t) as system.main.timezone(redshift_zone(z), t)',
  ],
  functions: [
    { name: 'redshift_zone', parameters: [VARCHAR], returns: VARCHAR, call: engineZone },
    {
      name: 'redshift_region',
      parameters: [VARCHAR],
      returns: VARCHAR,
      call: (zone: string) => (fixedOffset(zone) === undefined ? zone : 'UTC'),
    },
    {
      name: 'redshift_offset',
      parameters: [VARCHAR],
      returns: INTEGER,
      call: (zone: string) => fixedOffset(zone) ?? 0,
    },
  ],
  rewrite: (tokens) => rewriteCalls(zones(tokens), { convert_timezone: convertTimezone }),
  cases: [
    ...conversions.map(
      ([args, result]): Case => ({
        form: 'CONVERT_TIMEZONE([from,] to, time)',
        sql: `select convert_timezone(${args}) as a`,
        rows: [[result]],
      }),
    ),
    {
      form: 'CONVERT_TIMEZONE of columns',
      sql: "select convert_timezone(z, t) as a from (select 'PDT' as z, timestamp '2020-01-01 12:00:00' as t union all select null, getdate()) as x order by 1",
      rows: [['2020-01-01 05:00:00'], [null]],
    },
    {
      form: 'AT TIME ZONE, TIMEZONE',
      sql: "select timestamp '2001-02-16 20:38:40' at time zone 'MST' as a, timestamp with time zone '2001-02-16 20:38:40-05' at time zone 'MST' as b, timezone('PST', timestamp '2020-07-01 00:00:00') as c",
      rows: [['2001-02-17 03:38:40+00', '2001-02-16 18:38:40', '2020-07-01 08:00:00+00']],
    },
    {
      form: 'AT TIME ZONE of an offset with minutes',
      sql: "select getdate() at time zone 'ACST'",
      error: "ERROR: not emulated: AT TIME ZONE 'ACST'",
    },
    {
      form: 'an unknown time zone',
      sql: "select convert_timezone('Mars/Olympus', getdate())",
      error: 'ERROR: time zone "Mars/Olympus" not recognized',
    },
  ],
};
