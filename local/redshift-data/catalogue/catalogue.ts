import { baseViews } from './base-views.ts';
import { informationSchema } from './information-schema.ts';
import { pgViews } from './pg-views.ts';
import { svvViews } from './svv-views.ts';
import { systemLogs } from './system-logs.ts';

/** What `pg_catalog.name` and `information_schema.name` find. */
export const catalogueNames: ReadonlySet<string> = new Set(
  [...pgViews, ...svvViews, ...systemLogs].map(([name]) => name),
);

/** SQL that makes the catalogue's views in the database `redshift`, about the user's database `main`. */
export const catalogueSql = (main: string): string[] => [
  ...[...baseViews(main), ...pgViews, ...svvViews, ...systemLogs].map(
    ([name, query]) => `create view redshift.main.${name} as ${query}`,
  ),
  'create schema redshift.info',
  ...informationSchema.map(([name, query]) => `create view redshift.info.${name} as ${query}`),
];
