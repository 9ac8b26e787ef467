import type { Case } from '../dialect/rule.ts';

type Writes = Record<string, string | RegExp>;

const rows = `select * from (select 1 as a, ''x|y'' as b union all select 2, null) as t order by a`;
const unload = (options: string, query = rows): string =>
  `unload ('${query}') to 's3://lake/out/' iam_role default ${options}`;

const writes = (form: string, options: string, files: Writes | string, query?: string): Case => ({
  form,
  sql: unload(options, query).trim(),
  writes: typeof files === 'string' ? { 'lake/out/0000_part_00': files } : files,
});
const fails = (form: string, options: string, error: string, query?: string): Case => ({
  form,
  sql: unload(options, query).trim(),
  error,
});

/** Writes and loads again, which shows more than bytes do. */
const readBack = (form: string, options: string, copyOptions: string, note?: string): Case => ({
  form,
  ...(note && { note }),
  shown: unload(options).trim(),
  sql: `create temp table t (a integer, b varchar(9)); ${unload(options)};
    copy t from 's3://lake/out/' iam_role default ${copyOptions}; select * from t order by a`,
  rows: [
    ['1', 'x|y'],
    ['2', null],
  ],
});

const types = `select true as t, 1.50::decimal(5,2) as d, 2::float as f, date ''2020-01-02'' as day,
  timestamp ''2020-01-02 03:04:05'' as at`;
const partitioned =
  "select 1 as a, ''x'' as b union all select 2, ''y/z'' union all select 3, null order by a";
const existing = { 'lake/out/0000_part_00': 'old\n', 'lake/out/zzz': 'old\n' };

const text: Case[] = [
  writes('delimited text', '', '1|x|y\n2|\n'),
  writes('delimited text', "delimiter as ';' null as 'NIL'", '1;x|y\n2;NIL\n'),
  writes('values as text', '', 't|1.50|2|2020-01-02|2020-01-02 03:04:05\n', types),
  writes('ESCAPE', 'escape', '1|x\\|y\n2|\n'),
  writes('ADDQUOTES', 'addquotes', '"1"|"x|y"\n"2"|\n'),
  writes('HEADER', 'header', 'a|b\n1|x|y\n2|\n'),
  writes('CSV', 'csv header', 'a,b\n1,"p,""q"""\n', `select 1 as a, ''p,"q"'' as b`),
  writes('JSON', 'format as json', '{"a":1,"b":"x|y"}\n{"a":2,"b":null}\n'),
  writes('JSON', 'json', '{"t":true,"d":1.50,"f":2,"day":"2020-01-02","at":"2020-01-02 03:04:05"}\n', types),
  {
    ...writes('$$…$$', '', "it's\n"),
    sql: "unload ($$select 'it''s' as a$$) to 's3://lake/out/' iam_role default",
  },
  {
    ...writes("\\' in the query", '', 'x\n'),
    sql: "unload ('select \\'x\\' as a') to 's3://lake/out/' iam_role default",
  },
];

const files: Case[] = [
  readBack('PARQUET', 'format as parquet', 'parquet'),
  readBack('GZIP', 'csv gzip', 'csv gzip emptyasnull'),
  {
    ...writes('PARALLEL ON', 'parallel on', '1|x|y\n2|\n'),
    note: 'There is one slice, so that there is one file below MAXFILESIZE.',
  },
  writes('PARALLEL OFF', 'parallel off', { 'lake/out/000': '1|x|y\n2|\n' }),
  writes('PARALLEL OFF', 'parallel false format parquet', { 'lake/out/000.parquet': /^PAR1/ }),
  writes('GZIP', 'gzip', { 'lake/out/0000_part_00.gz': /^.\x8b/ }),
  writes('EXTENSION', "csv gzip extension 'csv.gz'", { 'lake/out/0000_part_00.csv.gz': /^.\x8b/ }),
  writes(
    'PARTITION BY',
    'csv partition by (b)',
    {
      'lake/out/b=x/0000_part_00': '1\n',
      'lake/out/b=y%2Fz/0000_part_00': '2\n',
      'lake/out/b=__HIVE_DEFAULT_PARTITION__/0000_part_00': '3\n',
    },
    partitioned,
  ),
  writes(
    'PARTITION BY … INCLUDE',
    'json partition by (a) include',
    { 'lake/out/a=1/0000_part_00': '{"a":1,"b":2}\n' },
    'select 1 as a, 2 as b',
  ),
  fails('PARTITION BY', 'partition by (c)', 'ERROR: Partition column "c" does not exist in the query result'),
  writes('MANIFEST', 'manifest', {
    'lake/out/0000_part_00': '1|x|y\n2|\n',
    'lake/out/manifest': '{\n  "entries": [\n    {\n      "url": "s3://lake/out/0000_part_00"\n    }\n  ]\n}',
  }),
  writes('MANIFEST VERBOSE', 'manifest verbose', {
    'lake/out/0000_part_00': '1|x|y\n2|\n',
    'lake/out/manifest': /"content_length": 9,\s+"record_count": 2[\s\S]*"base": "integer"[\s\S]*"author"/,
  }),
  {
    ...fails('MAXFILESIZE', 'maxfilesize 1 mb', 'ERROR: MAXFILESIZE must be between 5 MB and 6.2 GB'),
    note: 'Compressed text is cut by its size before compression.',
  },
];

const places: Case[] = [
  {
    ...fails(
      'ALLOWOVERWRITE',
      '',
      'ERROR: Specified unload destination on S3 is not empty. Consider using a different bucket / prefix, manually removing the target files in S3, or using the ALLOWOVERWRITE option.',
    ),
    objects: existing,
  },
  {
    ...writes('ALLOWOVERWRITE', 'allowoverwrite', {
      'lake/out/0000_part_00': '1|x|y\n2|\n',
      'lake/out/zzz': 'old\n',
    }),
    objects: existing,
  },
  { ...writes('CLEANPATH', 'cleanpath', '1|x|y\n2|\n'), objects: existing },
  fails(
    'CLEANPATH',
    'cleanpath allowoverwrite',
    'ERROR: CLEANPATH option is not compatible with ALLOWOVERWRITE',
  ),
  fails('LIMIT in the outer SELECT', '', 'ERROR: Limit clause is not supported', 'select 1 as a limit 1'),
  writes('LIMIT in the outer SELECT', '', '1\n', 'select * from (select 1 as a limit 1)'),
  fails('CSV', 'csv escape', 'ERROR: ESCAPE option is not compatible with CSV'),
  fails('JSON', 'json header', 'ERROR: HEADER option is not compatible with JSON'),
  fails('FIXEDWIDTH', "fixedwidth 'a:1,b:3'", 'ERROR: not emulated: UNLOAD … FIXEDWIDTH'),
  fails('BZIP2', 'bzip2', 'ERROR: not emulated: UNLOAD … BZIP2'),
  {
    ...fails('ZSTD', 'zstd', 'ERROR: not emulated: UNLOAD … ZSTD before Node.js 22.15'),
    note: 'Written from Node.js 22.15 on.',
  },
];

export const unloadCases: Case[] = [...text, ...files, ...places];
