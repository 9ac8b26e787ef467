import { RedshiftError } from '../sql/redshift-error.ts';
import { noSuchCall, noSuchFunction } from './type-words.ts';

type Words = (match: RegExpExecArray, tables: string[]) => string;

const integerTypes: Record<string, string> = {
  INT16: 'smallint',
  INT32: 'integer',
  INT64: 'bigint',
  DOUBLE: 'double precision',
};

/** The engine's message and what Redshift says, first match first. */
const messages: [RegExp, Words][] = [
  [
    /Table with name "?([\w.]+)"? does not exist because schema "(\w+)" does not/,
    (m) => `schema "${m[2]}" does not exist`,
  ],
  [/(?:Table|View) with name "?([^\s"]+)"? does not exist/, (m) => `relation "${m[1]}" does not exist`],
  [/Schema with name "?(\w+)"? does not exist/, (m) => `schema "${m[1]}" does not exist`],
  [/(?:Table|View) with name "?(\w+)"? already exists/, (m) => `Relation "${m[1]}" already exists`],
  [/Schema with name "?(\w+)"? already exists/, (m) => `Schema "${m[1]}" already exists`],
  [/Column with name (\w+) already exists/, (m) => `column "${m[1]}" duplicated`],
  [/Referenced column "(.+?)" (?:was )?not found because the FROM/, (m) => `column "${m[1]}" does not exist`],
  [
    /Referenced column "(.+?)" not found in FROM/,
    (m, tables) => `column "${m[1]}" does not exist${tables.length > 0 ? ` in ${tables.join(', ')}` : ''}`,
  ],
  [/Table "(\w+)" does not have a column named "(.+?)"/, (m) => `column "${m[2]}" does not exist in ${m[1]}`],
  [/Referenced table "(\w+)" not found/, (m) => `relation "${m[1]}" does not exist`],
  [
    /(?:Scalar|Table|Aggregate)?\s?Function with name "?(\w+)"? does not exist/,
    (m) => `function ${m[1]} does not exist`,
  ],
  [
    /No function matches the given name and argument types '([^\s(]+)\((.*)\)'/,
    (m) => noSuchCall(m[1] as string, m[2] as string),
  ],
  [
    /Could not choose a best candidate function for the function call "([^\s(]+)\((.*)\)"/,
    (m) =>
      noSuchCall(m[1] as string, m[2] as string).replace('operator does not exist', 'operator is not unique'),
  ],
  [
    /Macro (\w+)\(\) does not support the supplied arguments/,
    (m) => noSuchFunction((m[1] as string).replace('redshift_summand', 'sum')),
  ],
  [/ORDER term out of range/, () => 'ORDER BY position is not in select list'],
  [
    /Set operations can only apply to expressions with the same number/,
    () => 'each UNION query must have the same number of columns',
  ],
  [
    /table \w+ has (\d+) columns but (\d+) values were supplied|expected (\d+) columns but (\d+) values/,
    (m) =>
      Number(m[1] ?? m[3]) < Number(m[2] ?? m[4])
        ? 'INSERT has more expressions than target columns'
        : 'INSERT has more target columns than expressions',
  ],
  [
    /Referenced update column (\w+) not found/,
    (m, tables) => `column "${m[1]}" of relation "${tables[0]?.replaceAll('"', '')}" does not exist`,
  ],
  [
    /Table "(\w+)" does not have a column with name "(.+?)"/,
    (m) => `column "${m[2]}" of relation "${m[1]}" does not exist`,
  ],
  [
    /[Cc]ould not convert string ['"](.*)['"] to DECIMAL/,
    (m) => `invalid input syntax for type numeric: "${m[1]}"`,
  ],
  [/Could not convert string '(.*)' to BOOL/, (m) => `invalid input syntax for type boolean: "${m[1]}"`],
  [/Overflow in \w+ of INT(?:16|32)/, () => 'integer out of range'],
  [/Overflow in \w+ of INT64/, () => 'bigint out of range'],
  [
    /(?:out of range for the destination type|to type) INT(16|32|64)/,
    (m) => `Value out of range for ${Number(m[1]) / 8} bytes.`,
  ],
  [/to type DECIMAL.* failed: value is out of range/, () => 'Numeric data overflow (result precision)'],
  [
    /aggregate function calls cannot be nested/,
    () => 'aggregate function calls may not have nested aggregate or window function',
  ],
  [
    /Cannot drop entry "(\w+)" because there are entries that depend on it/,
    (m) =>
      `cannot drop schema ${m[1]} because other objects depend on it\n  Hint: Use DROP ... CASCADE to drop the dependent objects too.`,
  ],
  [/transaction is launched in read-only mode/, () => 'transaction is read-only'],
  [/Catalog "(\w+)" does not exist/, (m) => `database "${m[1]}" does not exist`],
  [/LIMIT\/OFFSET cannot be negative/, () => 'LIMIT must not be negative'],
  [/syntax error at or near "(.*)"/, (m) => `syntax error at or near "${m[1]}"`],
  [/syntax error at end of input/, () => 'syntax error at end of input'],
  [/unterminated quoted string at or near "(.*)"/, (m) => `unterminated quoted string at or near "${m[1]}"`],
  [
    /Could not convert string '(.*)' to (INT16|INT32|INT64|DOUBLE)/,
    (m) => `invalid input syntax for ${integerTypes[m[2] as string]}: "${m[1]}"`,
  ],
  [/date field value out of range: "(.*)"/, (m) => `date/time field value out of range: "${m[1]}"`],
  [
    /invalid (date|timestamp) field format: "(.*?)"/,
    (m) => `invalid input syntax for type ${m[1]}: "${m[2]}"`,
  ],
  [
    /Could not parse string "(.*?)" according to format/,
    (m) => `date/time field value out of range: "${m[1]}"`,
  ],
  [
    /CHECK constraint failed .*CHECK\(\(strlen\(.*\) <= (\d+)\)\)/,
    (m) => `value too long for type character varying(${m[1]})`,
  ],
  [
    /CHECK constraint failed .*CHECK\(\(bit_length\(.*\) <= (\d+)\)\)/,
    (m) => `value too long for type character(${Number(m[1]) / 8})`,
  ],
  [/Type with name "?(\w+)"? does not exist/, (m) => `type "${m[1]}" does not exist`],
  [/NOT NULL constraint failed: \S+\.(\w+)/, (m) => `Cannot insert a NULL value into column ${m[1]}`],
  [
    /column "(.+?)" must appear in the GROUP BY/,
    (m) => `column "${m[1]}" must appear in the GROUP BY clause or be used in an aggregate function`,
  ],
  [/Ambiguous reference to column name "(.+?)"/, (m) => `column reference "${m[1]}" is ambiguous`],
  [/WHERE clause cannot contain aggregates/, () => 'aggregates not allowed in WHERE clause'],
  [
    /More than one row returned by a subquery/,
    () => 'more than one row returned by a subquery used as an expression',
  ],
  [
    /Current transaction is aborted/,
    () => 'current transaction is aborted, commands ignored until end of transaction block',
  ],
  [
    /TransactionContext Error: Conflict|Transaction conflict|write-write conflict/i,
    () => '1023\nDETAIL: Serializable isolation violation on table',
  ],
  [/Unknown TimeZone '(.+?)'/, (m) => `time zone "${m[1]}" not recognized`],
  [/Overflow in|out of range for the destination type/, () => 'Numeric data overflow (result precision)'],
  [/^Invalid Input Error: (Divide by zero)/, (m) => m[1] as string],
];

/**
 * What a statement fails with, in Redshift's words where the engine's message is known, else in the engine's.
 * @param tables the tables of the statement, which Redshift names where a column is missing
 */
export const redshiftError = (error: unknown, tables: () => string[]): RedshiftError => {
  if (error instanceof RedshiftError) return error;
  const message = (error as Error).message ?? String(error);
  for (const [pattern, words] of messages) {
    const match = pattern.exec(message);
    if (match) return new RedshiftError(`ERROR: ${words(match, tables())}`);
  }
  const first = message.split('\n\n')[0] ?? message;
  return new RedshiftError(`ERROR: ${first.replace(/^[\w ]+ Error: /, '')}`);
};
