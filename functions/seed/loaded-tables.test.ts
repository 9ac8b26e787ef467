import { loadedTables } from './loaded-tables.ts';

it.each<[string, string[]]>([
  ["copy flights from 's3://x' iam_role default", ['flights']],
  ['insert into nyc_yellow_taxi\nwith digits as (select 1) select 1', ['nyc_yellow_taxi']],
  ['-- copy nothing\n/* really */ COPY\n  Public.Flights -- here\nfrom x', ['Public.Flights']],
  ['insert  into\ta.b(c) values (1)', ['a.b']],
  ['delete from flights', []],
  ["select 'copy flights from x'", []],
  ['create table copy_of_flights (a int)', []],
])('%j loads %j', (statement, tables) => {
  expect(loadedTables([statement])).toEqual(tables);
});
