import { BIGINT, INTEGER, VARCHAR } from '@duckdb/node-api';
import { crc32, fnvHash, fnvSeed, sha2, strtol } from '../formats/hashes.ts';
import type { Case, Rule } from '../rule.ts';

const answers = (form: string, all: [string, string | null][]): Case[] =>
  all.map(([call, answer]) => ({ form, sql: `select ${call} as a`, rows: [[answer]] }));

const sha1 = '86f7e437faa5a7fce15d1ddcb9eaeaea377667b8';
const sha256 = 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb';

export const hashes: Rule = {
  name: 'hashes and STRTOL',
  area: 'Text',
  macros: [
    'func_sha1(x) as sha1(x)',
    'sha(x) as sha1(x)',
    `fnv_hash(x) as redshift_fnv_hash(x::varchar, typeof(x), ${fnvSeed}::bigint),
       (x, seed) as redshift_fnv_hash(x::varchar, typeof(x), seed::bigint)`,
    'strtol(x, base) as redshift_strtol(x, base::integer)',
  ],
  functions: [
    { name: 'crc32', parameters: [VARCHAR], returns: VARCHAR, call: crc32 },
    { name: 'sha2', parameters: [VARCHAR, INTEGER], returns: VARCHAR, call: sha2 },
    { name: 'redshift_fnv_hash', parameters: [VARCHAR, VARCHAR, BIGINT], returns: BIGINT, call: fnvHash },
    { name: 'redshift_strtol', parameters: [VARCHAR, INTEGER], returns: BIGINT, call: strtol },
  ],
  cases: [
    ...answers('MD5, SHA, SHA1, FUNC_SHA1', [
      ["md5('Amazon Redshift')", 'f7415e33f972c03abd4f3fed36748f7a'],
      ["sha1('a')", sha1],
      ["func_sha1('a')", sha1],
      ["sha('a')", sha1],
    ]),
    ...answers('SHA2(text, bits)', [
      ["sha2('a', 0)", sha256],
      ["sha2('a', 256)", sha256],
      ["sha2('a', 224)", 'abd37534c7d9a2efb9465de931cd7055ffdb8879563ae98078d6d6d5'],
      ["len(sha2('a', 384)) + len(sha2('a', 512))", '224'],
      ["sha2('a', 1)", ''],
    ]),
    ...answers('CRC32(text)', [["crc32('Amazon Redshift')", 'f2726906']]),
    ...answers('FNV_HASH(value[, seed])', [
      ['fnv_hash(1)::varchar', '-5968735742475085980'],
      ['fnv_hash(1::smallint)::varchar', '589727492704079044'],
      ['fnv_hash(1::bigint)::varchar', '-8517097267634966620'],
      ["fnv_hash('Amazon Redshift')::varchar", '7783490368944507294'],
      ["fnv_hash('Amazon Redshift', fnv_hash(1))::varchar", '-2202602717770968555'],
      ["fnv_hash('cd', fnv_hash('ab'))::varchar", '-281581062704388899'],
    ]),
    {
      form: 'FNV_HASH of a date or a decimal',
      sql: 'select fnv_hash(1.5)',
      error: 'ERROR: not emulated: FNV_HASH of DECIMAL(2,1)',
    },
    ...answers('STRTOL(text, base)', [
      ["strtol('0xf', 16)", '15'],
      ["strtol('abcd1234', 16)", '2882343476'],
      ["strtol('1234567', 8)", '342391'],
      ["strtol('110101', 2)", '53'],
      ["strtol(' -101', 2)", '-5'],
      ["strtol('', 10)", '0'],
      ['strtol(null, 10)', null],
    ]),
    {
      form: 'STRTOL of other digits',
      note: 'The words of the error.',
      sql: "select strtol('12', 2)",
      error: 'ERROR: The input 12 is not valid to be converted to base 2',
    },
  ],
};
