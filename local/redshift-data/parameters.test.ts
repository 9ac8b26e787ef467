import { startTestClient, type TestClient } from './test-client.ts';

let data: TestClient;
beforeAll(async () => {
  data = await startTestClient();
  await data.run(`create table trips (vendorid integer, pickup_date date, pickup_datetime timestamp,
    fare_amount decimal(10,2), payment_type varchar(20), distance double precision)`);
  await data.run(`insert into trips values (1, '2015-12-01', '2015-12-01 08:00:00', 10.50, 'card', 1.5),
    (2, '2015-12-31', '2015-12-31 23:59:59', 20.25, 'cash', 2.5), (2, '2016-01-01', '2016-01-01 00:00:00', 5, 'it''s', 3)`);
});
afterAll(() => data.close());

const parameters = (values: Record<string, string>) => ({
  Parameters: Object.entries(values).map(([name, value]) => ({ name, value })),
});

it.each<[string, Record<string, string>, (string | null)[][]]>([
  ['select count(*) from trips where vendorid in (:v)', { v: '2' }, [['2']]],
  ['select count(*) from trips where vendorid = :v or vendorid + 1 = :v', { v: '2' }, [['3']]],
  [
    "select count(*) from trips where pickup_date between to_date(:month, 'YYYY-MM') and last_day(to_date(:month, 'YYYY-MM'))",
    { month: '2015-12' },
    [['2']],
  ],
  ['select count(*) from trips where pickup_datetime >= :from', { from: '2015-12-31' }, [['2']]],
  ['select count(*) from trips where fare_amount > :fare', { fare: '10.499' }, [['2']]],
  ['select count(*) from trips where fare_amount = :fare', { fare: '10.499' }, [['0']]],
  ['select count(*) from trips where payment_type = :p', { p: "it's" }, [['1']]],
  ['select count(*) from trips where distance < :d', { d: '2.5e0' }, [['1']]],
  ['select vendorid from trips order by pickup_datetime limit :n', { n: '1' }, [['1']]],
  [
    'select count(*) from trips where pickup_date < dateadd(day, :n, :d)',
    { n: '1', d: '2015-12-30' },
    [['1']],
  ],
  [
    'select date_trunc(:unit, pickup_date) as a from trips limit 1',
    { unit: 'month' },
    [['2015-12-01 00:00:00']],
  ],
  ['select count(*) from trips where sqrt(distance) > round(:x)', { x: '1.4' }, [['3']]],
  ['select :id::smallint as a, :t as b', { id: '7', t: 'text' }, [['7', 'text']]],
  ['select vendorid * :by as a from trips where vendorid = 1', { by: '3' }, [['3']]],
  [
    "select nvl(:a, 'x') as a, upper(:b) as b, :1 as c",
    { a: 'null', b: 'abc', 1: 'one' },
    [['null', 'ABC', 'one']],
  ],
  [
    'select case when vendorid = :v then :yes else :no end as a from trips order by 1',
    { v: '1', yes: 'y', no: 'n' },
    [['n'], ['n'], ['y']],
  ],
  [
    'select \':v\' as a, ":v".x, $$:v$$ as c, :v::integer as d from (select 1 as x) as ":v" /* :v */',
    { v: '5' },
    [[':v', '1', ':v', '5']],
  ],
  [
    'select dateadd(day, :n, pickup_date) as a from trips where vendorid = 1',
    { n: '1' },
    [['2015-12-02 00:00:00']],
  ],
])('%s', async (sql, values, rows) => {
  expect(await data.rows(sql, parameters(values))).toEqual(rows);
});

it('binds values into INSERT, UPDATE and DELETE', async () => {
  await data.run('create table w (a integer, b date, c varchar(50))');
  const value = "'); drop table w; --";
  await data.run('insert into w values (:a, :b, :c)', parameters({ a: '1', b: '2020-02-29', c: value }));
  await data.run('update w set a = :a where c = :c', parameters({ a: '2', c: value }));
  expect(await data.rows('select a, b, c from w')).toEqual([['2', '2020-02-29', value]]);
  expect(await data.run('delete from w where b = :b', parameters({ b: '2020-02-29' }))).toMatchObject({
    ResultRows: 1,
  });
});

it('echoes the text unchanged and the parameters', async () => {
  const sql = ' select :a::integer  as x ';
  expect(await data.run(sql, parameters({ a: '1' }))).toMatchObject({
    QueryString: sql,
    QueryParameters: [{ name: 'a', value: '1' }],
  });
});

it.each([
  [
    'select count(*) from trips where vendorid = :v',
    { v: '1.5' },
    'ERROR: invalid input syntax for integer: "1.5"',
  ],
  [
    'select count(*) from trips where vendorid = :v',
    { v: 'x; drop' },
    'ERROR: invalid input syntax for integer: "x; drop"',
  ],
  [
    'select count(*) from trips where pickup_date = :d',
    { d: '2015-13-01' },
    'ERROR: date/time field value out of range: "2015-13-01"',
  ],
  ['select :a; select :a', { a: '1' }, 'ERROR: cannot insert multiple commands into a prepared statement'],
  [
    'select * from trips where vendorid = :v and payment_type = :p',
    { v: '1' },
    /^ERROR: syntax error at or near ":" in context/,
  ],
])('%s with %p fails in the engine', async (sql, values, message) => {
  const described = await data.run(sql, parameters(values));
  expect(described.Status).toBe('FAILED');
  expect(described.Error).toMatch(message);
});

it('sends text with a colon to the engine as it is when there are no parameters', async () => {
  const { Error: failure } = await data.run('select * from trips where vendorid = :v');
  expect(failure).toBe(
    'ERROR: syntax error at or near ":" in context "ere vendorid = :", at line 1\n  Position: 38',
  );
});
