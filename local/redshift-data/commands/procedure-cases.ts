import type { Case } from '../dialect/rule.ts';

const plain = (name: string, args: string, body: string) =>
  `create or replace procedure ${name}(${args}) as $$ ${body} $$ language plpgsql;`;

export const procedureCases: Case[] = [
  {
    form: 'plain statements and IN arguments',
    sql: `create temp table log1 (a integer, b varchar(10));
          ${plain('p1', 'x int, y in varchar(10)', 'begin insert into log1 (a, b) values (x, y); update log1 set a = a + x where b = y; end;')}
          call p1(2, 'two'); select a, b from log1`,
    rows: [['4', 'two']],
  },
  {
    form: 'OUT and INOUT arguments',
    sql: `${plain('p2', 'a int, b inout varchar(20), c out bigint', "begin c := a * 10; b := b || '!'; end;")} call p2(4, 'hi')`,
    columns: ['b', 'c'],
    rows: [['hi!', '40']],
  },
  {
    form: 'DECLARE, assignment, SELECT INTO, IF ELSIF ELSE',
    sql: `${plain(
      'p3',
      'n int, answer inout varchar(20)',
      `declare total int := 0; limit_ constant int := 3;
       begin
         select into total count(*) from (select 1 union all select 2) t;
         total := total + n;
         if total > limit_ then answer := 'many'; elsif total = limit_ then answer := 'enough'; else answer := 'few'; end if;
       end;`,
    )} call p3(1, '')`,
    rows: [['enough']],
  },
  {
    form: 'LOOP, WHILE, FOR i IN a..b, FOR row IN query, EXIT, CONTINUE',
    sql: `${plain(
      'p4',
      'r out varchar(50)',
      `declare i int := 0; rec record;
       begin
         r := '';
         loop i := i + 1; exit when i >= 2; end loop;
         while i < 4 loop i := i + 1; end loop;
         for k in 1..3 loop continue when k = 2; r := r || k; end loop;
         for k in reverse 2..1 loop r := r || k; end loop;
         for rec in select 'x' as name, 7 as num loop r := r || rec.name || rec.num; end loop;
         r := r || i;
       end;`,
    )} call p4()`,
    rows: [['1321x74']],
  },
  {
    form: 'EXECUTE text [INTO], FOUND, GET DIAGNOSTICS ROW_COUNT',
    sql: `create temp table log5 (a integer);
          ${plain(
            'p5',
            't in varchar(20), n out bigint, m out int',
            `begin execute 'insert into ' || quote_ident(t) || ' values (1), (2)'; get diagnostics n := row_count;
             execute 'select max(a) from ' || t into m; end;`,
          )} call p5('log5')`,
    rows: [['2', '2']],
  },
  {
    form: 'RAISE INFO, NOTICE, WARNING, EXCEPTION',
    sql: `${plain('p6', 'n int', "begin raise info 'n is %', n; if n > 1 then raise exception 'too many: % of %', n, 'all'; end if; end;")} call p6(2)`,
    error: 'ERROR: too many: 2 of all',
  },
  {
    form: 'CALL inside of a procedure, nested blocks, RETURN',
    sql: `create temp table log7 (a integer);
          ${plain('p7', 'n int', 'begin insert into log7 values (n); return; insert into log7 values (99); end;')}
          ${plain('p8', '', 'declare a int := 1; begin declare b int := 2; begin call p7(a + b); end; end;')}
          call p8(); select a from log7`,
    rows: [['3']],
  },
  {
    form: 'what a procedure did is undone when it fails',
    sql: `create table log9 (a integer); ${plain('p9', '', "begin insert into log9 values (1); raise exception 'stop'; end;")} commit; call p9()`,
    error: 'ERROR: stop',
  },
  {
    form: 'EXCEPTION blocks',
    sql: plain('p10', '', 'begin null; exception when others then null; end;'),
    error: 'ERROR: not emulated: EXCEPTION blocks',
  },
  {
    form: 'cursors',
    sql: plain('p11', '', 'declare c cursor for select 1; begin null; end;'),
    error: 'ERROR: not emulated: DECLARE CURSOR',
  },
];
