import { rewriteCalls, sql } from '../../sql/calls.ts';
import { formNotEmulated } from '../../sql/redshift-error.ts';
import { is, type Token } from '../../sql/tokens.ts';
import type { Rule } from '../rule.ts';

const commas = (args: readonly Token[][]): Token[] =>
  args.flatMap((argument, index) => (index === 0 ? argument : [...sql`,`, ...argument]));

/** The arguments without a closing `true` or `false` (null_if_invalid), and what that says. */
const lenient = (args: Token[][]): { rest: Token[][]; onInvalid: Token[] } => {
  const last = args.at(-1);
  const flag = args.length > 1 && last?.length === 1 && is(last[0], 'true', 'false');
  return {
    rest: flag ? args.slice(0, -1) : args,
    onInvalid: flag ? (last as Token[]) : sql`false`,
  };
};

const pathText = (args: Token[][]): Token[] => {
  const { rest, onInvalid } = lenient(args);
  const [json = [], ...path] = rest;
  return sql`redshift_json_path(redshift_json(${json}, ${onInvalid}), [${commas(path)}])`;
};

const elementText = (args: Token[][]): Token[] => {
  const { rest, onInvalid } = lenient(args);
  return sql`redshift_json_element(redshift_json_array(${rest[0] ?? []}, ${onInvalid}), ${rest[1] ?? []})`;
};

const arrayLength = (args: Token[][]): Token[] => {
  const { rest, onInvalid } = lenient(args);
  return sql`json_array_length(redshift_json_array(${rest[0] ?? []}, ${onInvalid}))::integer`;
};

const array = (args: Token[][]): Token[] => {
  if (is(args[0]?.[0], 'select', 'with')) throw formNotEmulated('ARRAY(query)');
  return sql`json_array(${commas(args)})`;
};

const document = `'{"f2":{"f3":1},"f4":{"f5":99,"f6":"star"}}'`;

export const jsonFunctions: Rule = {
  name: 'JSON and SUPER functions',
  area: 'SUPER and JSON',
  macros: [
    `redshift_json_kind(t) as json_type(case when json_valid(t) then try_cast(t as json) end)`,
    `redshift_json(t, lenient) as case when t is null or json_valid(t) then try_cast(t as json) when lenient then null
       else error('JSON parsing error') end`,
    `redshift_json_array(t, lenient) as case when t is null then null
       when redshift_json_kind(t) = 'ARRAY' then try_cast(t as json) when lenient then null
       else error('JSON array parsing error') end`,
    // `list_reduce` walks down; a key stands quoted in the engine's path.
    `redshift_json_path(j, path) as (list_reduce(path, lambda found, key:
       json_extract(found::json, '$."' || replace(key, '"', '\\"') || '"')::varchar, j::varchar)::json ->> '$')`,
    // Redshift gives an empty text where there is no element.
    `redshift_json_element(j, pos) as case when j is null or pos is null then null when pos < 0 or pos >= json_array_length(j) then ''
       else j ->> ('$[' || pos || ']') end`,
    `json_parse(t) as json(redshift_json(t, false))::json`,
    'json_serialize(s) as json(s::json)::varchar',
    'can_json_parse(t) as coalesce(json_valid(t), false)',
    'is_valid_json(t) as coalesce(json_valid(t), false)',
    `is_valid_json_array(t) as coalesce(redshift_json_kind(t) = 'ARRAY', false)`,
    `get_array_length(s) as case when json_type(s) = 'ARRAY' then json_array_length(s)::bigint end`,
    `json_typeof(s) as case json_type(s) when 'VARCHAR' then 'string' when 'BOOLEAN' then 'boolean' when 'NULL' then 'null'
       when 'ARRAY' then 'array' when 'OBJECT' then 'object' else case when s is not null then 'number' end end`,
    `is_array(s) as json_type(s) = 'ARRAY'`,
    `is_object(s) as json_type(s) = 'OBJECT'`,
    `is_scalar(s) as json_type(s) not in ('ARRAY', 'OBJECT', 'NULL')`,
    `is_varchar(s) as json_type(s) = 'VARCHAR'`,
    `is_char(s) as json_type(s) = 'VARCHAR' and not regexp_matches(s ->> '$', '[^\\x00-\\x7f]')`,
    `is_boolean(s) as json_type(s) = 'BOOLEAN'`,
    `is_bigint(s) as json_type(s) in ('BIGINT', 'UBIGINT') and try_cast(s::varchar as bigint) is not null`,
    `is_integer(s) as json_type(s) in ('BIGINT', 'UBIGINT') and try_cast(s::varchar as integer) is not null`,
    `is_smallint(s) as json_type(s) in ('BIGINT', 'UBIGINT') and try_cast(s::varchar as smallint) is not null`,
    `split_to_array(t, delimiter := ',') as to_json(string_split(t, delimiter))`,
    `array_concat(a, b) as to_json(list_concat(a::json::json[], b::json::json[]))`,
    `subarray(s, start, n) as to_json(list_slice(s::json::json[], start + 1, start + n))`,
  ],
  rewrite: (tokens) =>
    rewriteCalls(tokens, {
      json_extract_path_text: pathText,
      json_extract_array_element_text: elementText,
      json_array_length: arrayLength,
      array,
      object: (args) => sql`json_object(${commas(args)})`,
    }),
  cases: [
    {
      form: 'JSON_EXTRACT_PATH_TEXT(text, key, …[, null_if_invalid])',
      sql: `select json_extract_path_text(${document}, 'f4', 'f6') as a, json_extract_path_text(${document}, 'f2') as b, json_extract_path_text(${document}, 'no', 'f') as c`,
      rows: [['star', '{"f3":1}', null]],
    },
    {
      form: 'JSON_EXTRACT_PATH_TEXT(text, key, …[, null_if_invalid])',
      sql: `select json_extract_path_text('{"a', 'a', true) as a, json_extract_path_text(null, 'a') as b`,
      rows: [[null, null]],
    },
    {
      form: 'JSON_EXTRACT_PATH_TEXT(text, key, …[, null_if_invalid])',
      sql: `select json_extract_path_text('{"a', 'a')`,
      error: 'ERROR: JSON parsing error',
    },
    {
      form: 'JSON_EXTRACT_ARRAY_ELEMENT_TEXT(text, position[, null_if_invalid])',
      sql: `select json_extract_array_element_text('[111,"x",113]', 1) as a, json_extract_array_element_text('[1]', 5) as b, json_extract_array_element_text('x', 0, true) as c`,
      rows: [['x', '', null]],
    },
    {
      form: 'JSON_ARRAY_LENGTH(text[, null_if_invalid])',
      sql: `select json_array_length('[11,12,{"f1":21},14]') as a, json_array_length('[1', true) as b`,
      rows: [['4', null]],
    },
    {
      form: 'JSON_ARRAY_LENGTH(text[, null_if_invalid])',
      sql: "select json_array_length('{}')",
      error: 'ERROR: JSON array parsing error',
    },
    {
      form: 'IS_VALID_JSON, IS_VALID_JSON_ARRAY, CAN_JSON_PARSE',
      sql: `select is_valid_json('{"a":1}') as a, is_valid_json('{a:1}') as b, is_valid_json_array('[1]') as c, is_valid_json_array('{}') as d, can_json_parse('[1') as e`,
      rows: [['true', 'false', 'true', 'false', 'false']],
    },
    {
      form: 'JSON_PARSE, JSON_SERIALIZE',
      sql: `select json_parse('{"a": [1, 2]}') as a, json_serialize(json_parse('[1, "x"]')) as b, json_parse(null) as c`,
      rows: [['{"a":[1,2]}', '[1,"x"]', null]],
    },
    { form: 'JSON_PARSE, JSON_SERIALIZE', sql: "select json_parse('{')", error: 'ERROR: JSON parsing error' },
    {
      form: 'ARRAY(…), OBJECT(…)',
      sql: "select array(1, 'x', null, array()) as a, object('k', 1, 'l', array(true)) as b",
      rows: [['[1,"x",null,[]]', '{"k":1,"l":[true]}']],
    },
    { form: 'ARRAY(query)', sql: 'select array(select 1)', error: 'ERROR: not emulated: ARRAY(query)' },
    {
      form: 'GET_ARRAY_LENGTH, SUBARRAY, ARRAY_CONCAT, SPLIT_TO_ARRAY',
      sql: "select get_array_length(array(1, 2)) as a, subarray(array('a', 'b', 'c'), 1, 2) as b, array_concat(array(1), array('x')) as c, split_to_array('a|b', '|') as d",
      rows: [['2', '["b","c"]', '[1,"x"]', '["a","b"]']],
    },
    {
      form: 'JSON_TYPEOF',
      sql: `select json_typeof(json_parse('true')) as a, json_typeof(json_parse('1')) as b, json_typeof(json_parse('"x"')) as c, json_typeof(array()) as d, json_typeof(object()) as e, json_typeof(json_parse('null')) as f`,
      rows: [['boolean', 'number', 'string', 'array', 'object', 'null']],
    },
    {
      form: 'IS_ARRAY, IS_OBJECT, IS_SCALAR, IS_VARCHAR, IS_CHAR, IS_BOOLEAN, IS_SMALLINT, IS_INTEGER, IS_BIGINT',
      sql: `select is_array(array()) as a, is_object(array()) as b, is_scalar(json_parse('1')) as c, is_varchar(json_parse('"x"')) as d, is_smallint(json_parse('70000')) as e, is_integer(json_parse('70000')) as f, is_boolean(json_parse('1')) as g`,
      rows: [['true', 'false', 'true', 'true', 'false', 'true', 'false']],
    },
  ],
};
