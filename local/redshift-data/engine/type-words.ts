const words: Record<string, string> = {
  SMALLINT: 'smallint',
  INTEGER: 'integer',
  INTEGER_LITERAL: 'integer',
  BIGINT: 'bigint',
  HUGEINT: 'bigint',
  FLOAT: 'real',
  DOUBLE: 'double precision',
  BOOLEAN: 'boolean',
  VARCHAR: 'character varying',
  STRING_LITERAL: '"unknown"',
  '"NULL"': '"unknown"',
  DATE: 'date',
  TIME: 'time without time zone',
  TIMESTAMP: 'timestamp without time zone',
  'TIMESTAMP WITH TIME ZONE': 'timestamp with time zone',
  INTERVAL: 'interval',
  JSON: 'super',
  BLOB: 'binary varying',
};

/** The types of a call as Redshift's messages spell them: `INTEGER_LITERAL, DECIMAL(3,1)` is `integer, numeric`. */
export const typeWords = (types: string): string =>
  types
    .replace(/\(\d+,\s*\d+\)/g, '')
    .split(/,\s*/)
    .filter(Boolean)
    .map((type) => (type.startsWith('DECIMAL') ? 'numeric' : (words[type] ?? type.toLowerCase())))
    .join(', ');

const noOperator =
  '\n  Hint: No operator matches the given name and argument type(s). You may need to add explicit type casts.';
const noFunction =
  '\n  Hint: No function matches the given name and argument types. You may need to add explicit type casts.';

/** What Redshift says of a function or an operator that takes no such types. */
export const noSuchCall = (name: string, types: string): string => {
  const [left = '', right] = typeWords(types).split(', ');
  if (/^\w+$/.test(name)) return `function ${name}(${typeWords(types)}) does not exist${noFunction}`;
  const sides = right === undefined ? `${name} ${left}` : `${left} ${name} ${right}`;
  return `operator does not exist: ${sides}${noOperator}`;
};

/** The same where the types are not known. */
export const noSuchFunction = (name: string): string => `function ${name} does not exist${noFunction}`;
