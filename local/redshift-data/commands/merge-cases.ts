import type { Case } from '../dialect/rule.ts';

const tables = `create temp table target (id integer, name char(10)); create temp table source (id integer, name char(10));
  insert into target values (101, 'Bob'), (102, 'John'), (103, 'Susan');
  insert into source values (102, 'Tony'), (103, 'Alice'), (104, 'Bill');`;
const after = 'select * from target order by id, name';

export const mergeCases: Case[] = [
  {
    form: 'MERGE … WHEN MATCHED THEN UPDATE … WHEN NOT MATCHED THEN INSERT …',
    sql: `${tables} merge into target using source on target.id = source.id
            when matched then update set id = source.id, name = source.name
            when not matched then insert values (source.id, source.name); ${after}`,
    rows: [
      ['101', 'Bob'],
      ['102', 'Tony'],
      ['103', 'Alice'],
      ['104', 'Bill'],
    ],
  },
  {
    form: 'MERGE … WHEN MATCHED THEN DELETE …',
    sql: `${tables} merge into target using source as s on target.id = s.id
            when matched then delete when not matched then insert (id, name) values (s.id, s.name); ${after}`,
    rows: [
      ['101', 'Bob'],
      ['104', 'Bill'],
    ],
  },
  {
    form: 'MERGE … REMOVE DUPLICATES',
    sql: `create temp table target (id integer, name char(10)); create temp table source (id integer, name char(10));
          insert into target values (30, 'Tony'), (30, 'Daisy'), (11, 'Alice'), (23, 'Bill'), (23, 'Nikki');
          insert into source values (23, 'David'), (22, 'Clarence');
          merge into target using source on target.id = source.id remove duplicates; ${after}`,
    rows: [
      ['11', 'Alice'],
      ['22', 'Clarence'],
      ['23', 'David'],
      ['30', 'Daisy'],
      ['30', 'Tony'],
    ],
  },
  {
    form: 'MERGE with several matches of one row',
    sql: `${tables} insert into source values (102, 'Twice'); merge into target using source on target.id = source.id
            when matched then update set name = source.name when not matched then insert values (source.id, source.name)`,
    error: 'ERROR: Found multiple matches to update the same tuple.',
  },
];
