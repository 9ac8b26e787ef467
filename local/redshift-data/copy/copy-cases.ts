import { gzipSync } from 'node:zlib';
import type { Case } from '../dialect/rule.ts';

type Objects = NonNullable<Case['objects']>;
type Answer = { rows: (string | null)[][] } | { error: string };

const columns = 'id integer, day date, note varchar(20), amount decimal(8,2)';
const failed = "ERROR: Load into table 't' failed.  Check 'stl_load_errors' system table for details.";

/** Loads `s3://lake/in` into a table of its own and reads it. */
const load = (
  form: string,
  options: string,
  objects: Objects | string,
  answer: Answer,
  { table = columns, note, source = 's3://lake/in', target = 't' }: Partial<Record<string, string>> = {},
): Case => ({
  form,
  ...(note && { note }),
  objects: typeof objects === 'string' ? { 'lake/in': objects } : objects,
  shown: `copy ${target} from '${source}' iam_role default ${options}`.trim(),
  sql: `create temp table t (${table}); copy ${target} from '${source}' iam_role default ${options}; select * from t order by 1`,
  ...answer,
});

const one = (value: string | null): { rows: (string | null)[][] } => ({ rows: [[value]] });
const textTable = { table: 'a varchar(100)' };
const numbers = { table: 'a integer, b varchar(10)' };

const delimited: Case[] = [
  load('delimited text: DELIMITER', '', '1|2020-01-02|x|1.5\n2|||\n', {
    rows: [
      ['1', '2020-01-02', 'x', '1.50'],
      ['2', null, '', null],
    ],
  }),
  load('delimited text: DELIMITER', "delimiter '\\t'", '1\t2020-01-02\tx\t1.5\r\n', {
    rows: [['1', '2020-01-02', 'x', '1.50']],
  }),
  load(
    'ESCAPE',
    'escape',
    '1|a\\|b\\\\c\\\nd\n2|\\N\n',
    {
      rows: [
        ['1', 'a|b\\c\nd'],
        ['2', null],
      ],
    },
    numbers,
  ),
  load(
    'REMOVEQUOTES',
    "removequotes delimiter ','",
    '1,"a,b"\n2,\'c\'\n',
    {
      rows: [
        ['1', 'a,b'],
        ['2', 'c'],
      ],
    },
    numbers,
  ),
  load('REMOVEQUOTES', 'removequotes', '1|"a\n', { error: failed }, numbers),
  load(
    'FIXEDWIDTH',
    "fixedwidth 'a:3,b:4'",
    '  1abcd\n 22wxyz\n',
    {
      rows: [
        ['1', 'abcd'],
        ['22', 'wxyz'],
      ],
    },
    numbers,
  ),
  load('a delimiter behind the last field', '', '1|a|\n', { rows: [['1', 'a']] }, numbers),
];

const csv: Case[] = [
  load('CSV', 'csv', '1,2020-01-02,"a, ""b""\nc",1.5\n', {
    rows: [['1', '2020-01-02', 'a, "b"\nc', '1.50']],
  }),
  load('CSV QUOTE', "csv quote as '%' delimiter ';'", '1;%a;%%b%\n', { rows: [['1', 'a;%b']] }, numbers),
  load('CSV', 'csv', '1,a"b\n', { error: failed }, numbers),
  load('CSV', 'csv escape', '', { error: 'ERROR: ESCAPE option is not compatible with CSV' }, numbers),
];

const json: Case[] = [
  load(
    "JSON 'auto'",
    "json 'auto'",
    '{"b": "x", "a": 1, "other": [1]}\n{"a": 2}\n',
    {
      rows: [
        ['1', 'x'],
        ['2', null],
      ],
    },
    numbers,
  ),
  load("JSON 'auto'", "format as json 'auto'", '{"A": 1, "b": "x"}', { rows: [[null, 'x']] }, numbers),
  load(
    "JSON 'auto ignorecase'",
    "json 'auto ignorecase'",
    '{"A": 1, "B": {"c": [1]}}',
    { rows: [['1', '{"c":[1]}']] },
    numbers,
  ),
  load(
    'JSON with a JSONPaths file',
    "json 's3://lake/paths'",
    {
      'lake/in': '{"x": [7, {"y z": "v"}]}',
      'lake/paths': '{"jsonpaths": ["$.x[0]", "$[\'x\'][1][\'y z\']"]}',
    },
    { rows: [['7', 'v']] },
    numbers,
  ),
  load("JSON 'noshred'", "json 'noshred'", '{"a": 1.10}', one('{"a":1.1}'), {
    table: 's super',
  }),
  load("JSON 'auto'", "json 'auto'", '{"a": 1', { error: failed }, numbers),
];

const sources: Case[] = [
  load(
    'prefixes',
    '',
    { 'lake/in/1': '1|a\n', 'lake/in/2': '2|b' },
    {
      rows: [
        ['1', 'a'],
        ['2', 'b'],
      ],
    },
    { ...numbers, source: 's3://lake/in/' },
  ),
  load('column lists', '', 'x|1\n', { rows: [['1', 'x']] }, { ...numbers, target: 't (b, a)' }),
  load('GZIP', 'gzip', { 'lake/in': gzipSync('1|a\n') }, { rows: [['1', 'a']] }, numbers),
  load(
    'MANIFEST',
    'manifest',
    {
      'lake/in': '{"entries": [{"url": "s3://lake/b"}, {"url": "s3://lake/none", "mandatory": false}]}',
      'lake/b': '1|a',
      'lake/bc': '2|b',
    },
    { rows: [['1', 'a']] },
    numbers,
  ),
  load('MANIFEST', 'manifest', '{"entries": [{"url": "s3://lake/none", "mandatory": true}]}', {
    error: "ERROR: The specified S3 prefix 'none' does not exist",
  }),
  load('prefixes', '', {}, { error: "ERROR: The specified S3 prefix 'in' does not exist" }),
  load(
    'CREDENTIALS, ACCESS_KEY_ID, REGION',
    "access_key_id 'a' secret_access_key as 'b' session_token 'c' region as 'eu-west-1'",
    '1|a',
    { rows: [['1', 'a']] },
    { ...numbers, note: 'Accepted and not checked.' },
  ),
  load('BZIP2, LZOP', 'bzip2', '', { error: 'ERROR: not emulated: COPY … BZIP2' }),
  load(
    'ZSTD',
    'zstd',
    '',
    { error: 'ERROR: not emulated: COPY … ZSTD before Node.js 22.15' },
    { note: 'Read from Node.js 22.15 on.' },
  ),
  load('AVRO, ORC, SHAPEFILE', 'format as avro', '', { error: 'ERROR: not emulated: COPY … FORMAT AVRO' }),
  load(
    'FROM an EMR cluster, a host or DynamoDB',
    '',
    '',
    { error: "ERROR: not emulated: COPY FROM 'dynamodb://x'" },
    { source: 'dynamodb://x' },
  ),
];

const conversions: Case[] = [
  load('IGNOREHEADER', 'csv ignoreheader 1', 'a,b\n1,x\n', { rows: [['1', 'x']] }, numbers),
  load(
    'IGNOREBLANKLINES',
    'ignoreblanklines',
    '1|a\n\n2|b\n',
    {
      rows: [
        ['1', 'a'],
        ['2', 'b'],
      ],
    },
    numbers,
  ),
  load('IGNOREBLANKLINES', '', '1|a\n\n', { error: failed }, numbers),
  load(
    'NULL AS',
    "null as 'NIL'",
    '1|NIL\nNIL|x\n',
    {
      rows: [
        ['1', null],
        [null, 'x'],
      ],
    },
    numbers,
  ),
  load('NULL AS', "null as '\\\\N'", '1|\\N\n', { rows: [['1', null]] }, numbers),
  load('EMPTYASNULL', 'emptyasnull', '1|\n', { rows: [['1', null]] }, numbers),
  load('BLANKSASNULL', 'blanksasnull', '1|  \n', { rows: [['1', null]] }, numbers),
  load('TRIMBLANKS', 'trimblanks', ' a  \n', one(' a'), textTable),
  load('FILLRECORD', 'fillrecord', '1|2020-01-02\n', { rows: [['1', '2020-01-02', '', null]] }),
  load(
    'ACCEPTINVCHARS',
    "acceptinvchars as '^'",
    { 'lake/in': Buffer.from([0x61, 0xff, 0x62, 0x0a]) },
    one('a^b'),
    textTable,
  ),
  load(
    'ACCEPTINVCHARS',
    '',
    { 'lake/in': Buffer.from([0x61, 0xff, 0x62, 0x0a]) },
    { error: failed },
    textTable,
  ),
  load('ENCODING', 'encoding utf16', { 'lake/in': Buffer.from('é\n', 'utf16le') }, one('é'), textTable),
  load('DATEFORMAT', "dateformat 'MM/DD/YYYY'", '2/28/2020\n', one('2020-02-28'), { table: 'd date' }),
  load(
    'DATEFORMAT',
    "dateformat 'auto'",
    '02/28/2020\n20200301\n05-Mar-2020\n',
    { rows: [['2020-02-28'], ['2020-03-01'], ['2020-03-05']] },
    { table: 'd date' },
  ),
  load('DATEFORMAT', '', '02/28/2020\n', { error: failed }, { table: 'd date' }),
  load('ACCEPTANYDATE', "dateformat 'auto' acceptanydate", '00/00/00\n', one(null), { table: 'd date' }),
  load(
    'TIMEFORMAT',
    "timeformat 'YYYY-MM-DDTHH:MI:SS'",
    '2020-02-28T15:04:05\n',
    one('2020-02-28 15:04:05'),
    { table: 'd timestamp' },
  ),
  load(
    'TIMEFORMAT',
    "timeformat 'auto'",
    '02/28/2020 15:04\n2020-03-01\n',
    { rows: [['2020-02-28 15:04:00'], ['2020-03-01 00:00:00']] },
    { table: 'd timestamp' },
  ),
  load(
    "TIMEFORMAT 'epochsecs', 'epochmillisecs'",
    "timeformat 'epochsecs'",
    '1582902245\n',
    one('2020-02-28 15:04:05'),
    { table: 'd timestamp' },
  ),
  load(
    "TIMEFORMAT 'epochsecs', 'epochmillisecs'",
    "timeformat as 'epochmillisecs'",
    '1582902245678\n',
    one('2020-02-28 15:04:05.678'),
    { table: 'd timestamp' },
  ),
  load('ROUNDEC', 'roundec', '1.257\n', one('1.26'), { table: 'a decimal(8,2)' }),
  load('ROUNDEC', '', '1.257\n', one('1.25'), { table: 'a decimal(8,2)' }),
  load(
    'BOOLEAN, SUPER and VARBYTE fields',
    '',
    't|{"a": [1]}|6162\n',
    { rows: [['true', '{"a":[1]}', 'YWI=']] },
    { table: 'a boolean, b super, c varbyte(9)' },
  ),
  load(
    'EXPLICIT_IDS',
    'explicit_ids csv',
    '7,a\n',
    { rows: [['7', 'a']] },
    { table: 'a bigint identity(1,1), b varchar(9)' },
  ),
  load(
    'EXPLICIT_IDS',
    'csv',
    'a\nb\n',
    {
      rows: [
        ['1', 'a'],
        ['2', 'b'],
      ],
    },
    { table: 'a bigint identity(1,1), b varchar(9)' },
  ),
  load(
    'TRUNCATECOLUMNS',
    'truncatecolumns',
    'abcdef\naäöü\n',
    { rows: [['abcde'], ['aäö']] },
    { table: 'a varchar(5)' },
  ),
  load('lengths of VARCHAR and CHAR', '', 'abcdef\n', { error: failed }, { table: 'a varchar(5)' }),
  load(
    'STATUPDATE, COMPUPDATE, COMPROWS',
    'statupdate on compupdate off comprows 1000',
    '1|a',
    { rows: [['1', 'a']] },
    numbers,
  ),
];

const problems: Case[] = [
  load('MAXERROR', 'maxerror 2', 'x|a\n1|b\n', { rows: [['1', 'b']] }, numbers),
  load('MAXERROR', 'maxerror 2', 'x|a\ny|b\n', { error: failed }, numbers),
  load('MAXERROR', '', '1|a|b\n', { error: failed }, numbers),
  load('NOLOAD', 'noload', '1|a\n', { rows: [] }, numbers),
  load('NOLOAD', 'noload', 'x|a\n', { error: failed }, numbers),
  {
    form: 'stl_load_errors, sys_load_error_detail',
    note: 'userid, slice, tbl, session, position and start_offset are the same in every row.',
    objects: { 'lake/faulty': '1|a\n1.5|b\n|c\n|d|e\n' },
    sql: `begin; create temp table t (a integer not null, b varchar(9)); copy t from 's3://lake/faulty' iam_role default maxerror 9; commit;
      select line_number, trim(colname), trim(type), trim(raw_line), trim(raw_field_value), err_code, trim(err_reason) from stl_load_errors
      where query = pg_last_copy_id() and filename = 's3://lake/faulty' order by line_number`,
    rows: [
      ['2', 'a', 'int4', '1.5|b', '1.5', '1207', "Invalid digit, Value '.', Pos 1, Type: Integer"],
      ['3', 'a', 'int4', '|c', '', '1213', 'Missing data for not-null field'],
      ['4', '', '', '|d|e', '', '1202', 'Extra column(s) found'],
    ],
  },
  {
    form: 'PG_LAST_COPY_COUNT, PG_LAST_COPY_ID',
    objects: { 'lake/in': '1|a\n2|b\n' },
    sql: `create temp table t (a integer, b varchar(9)); copy t from 's3://lake/in' credentials 'aws_iam_role=x'; select pg_last_copy_count()`,
    rows: [['2']],
  },
];

export const copyCases: Case[] = [...sources, ...delimited, ...csv, ...json, ...conversions, ...problems];
