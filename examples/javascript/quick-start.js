import { setTimeout as sleep } from 'node:timers/promises';
import {
  CancelStatementCommand,
  DescribeStatementCommand,
  ExecuteStatementCommand,
  GetStatementResultCommand,
  RedshiftDataClient,
} from '@aws-sdk/client-redshift-data';

// The Data API in ten steps: every statement is sent, waited for, and its result read page by page.

const target = {
  WorkgroupName: process.env.WORKGROUP ?? 'analytics',
  Database: process.env.DATABASE ?? 'dev',
};
const source = process.env.SOURCE ?? 's3://quick-start/venues.csv';
const client = new RedshiftDataClient({});

const start = async (Sql, parameters = {}) => {
  const named = Object.entries(parameters).map(([name, value]) => ({ name, value: String(value) }));
  const input = { ...target, Sql, ...(named.length > 0 && { Parameters: named }) };
  return (await client.send(new ExecuteStatementCommand(input))).Id;
};

/** The statement once it has ended. An EventBridge event can tell instead: send it with `WithEvent: true`. */
const wait = async (Id) => {
  for (;;) {
    const described = await client.send(new DescribeStatementCommand({ Id }));
    if (['FINISHED', 'FAILED', 'ABORTED'].includes(described.Status)) return described;
    await sleep(100);
  }
};

const run = async (sql, parameters) => {
  const described = await wait(await start(sql, parameters));
  if (described.Status !== 'FINISHED') throw new Error(described.Error ?? described.Status);
  return described;
};

const pages = async function* (Id) {
  let NextToken;
  do {
    const page = await client.send(new GetStatementResultCommand({ Id, NextToken }));
    yield page.Records;
    NextToken = page.NextToken;
  } while (NextToken);
};

const count = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;

await run('drop table if exists venues');
const created = await run(
  'create table venues (id integer, name varchar(40), city varchar(20), seats integer)',
);
console.log('create:', created.Status);

const inserted = await run(
  "insert into venues values (101, :first, 'Lisbon', 120), (102, :second, 'Oslo', 90)",
  { first: 'Tiny Stage', second: 'Back Room' },
);
console.log('insert:', count(inserted.ResultRows, 'row'));

await run(`copy venues from '${source}' iam_role default csv ignoreheader 1`);
const counted = await run('select count(*) from venues');
for await (const [[total]] of pages(counted.Id)) console.log('copy:', count(total.longValue, 'venue'));

const updated = await run("update venues set seats = 7000 where name = 'Lisbon Theatre'");
console.log('update:', count(updated.ResultRows, 'row'));
const deleted = await run('delete from venues where city = :city', { city: 'Oslo' });
console.log('delete:', count(deleted.ResultRows, 'row'));

const selected = await run(
  'select name, seats from venues where city = :city and seats < :seats order by seats desc',
  { city: 'Lisbon', seats: 7001 },
);
for await (const records of pages(selected.Id))
  for (const [name, seats] of records) console.log(`${name.stringValue} has ${seats.longValue} seats`);

const large = await run(
  'select a.name, b.name, c.name, a.id * b.id * c.id from venues a cross join venues b cross join venues c',
);
const sizes = [];
for await (const records of pages(large.Id)) sizes.push(records.length);
const rows = sizes.reduce((sum, size) => sum + size, 0);
console.log(`pages: ${rows} rows on ${sizes.length > 1 ? 'several pages' : 'one page'}`);

const tables = [...'abcdefgh'].map((name) => `venues ${name}`).join(', ');
const endless = await start(`select sum(a.id * b.id) from ${tables}`);
while ((await client.send(new DescribeStatementCommand({ Id: endless }))).Status !== 'STARTED')
  await sleep(100);
await client.send(new CancelStatementCommand({ Id: endless }));
console.log('cancel:', (await wait(endless)).Status);
