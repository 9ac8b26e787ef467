/**
 * The schemas that SDK clients export beside their commands, e.g. `UpdateItem$`. They tell a member's name (which Step
 * Functions writes in PascalCase) from a map's key (which it leaves alone), and a string from a time or bytes.
 */
export type Schema = unknown;

/** `{ input, output }` of an operation's schema. */
export const operationSchemas = (operation: Schema): { input: Schema; output: Schema } => {
  const parts = operation as unknown[];
  return { input: parts[4], output: parts[5] };
};

/** Member names of a structure, in PascalCase. */
export const memberNames = (schema: Schema): string[] => [...members(resolve(schema)).keys()];

/** Arguments of a Task, turned into what the SDK client takes. Throws TypeError for a member that does not exist. */
export const toSdk = (schema: Schema, value: unknown): unknown => {
  const shape = resolve(schema);
  if (value === null || value === undefined) return value;
  if (isBytes(shape)) return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
  if (isTime(shape)) return new Date(value as string);
  return convert(shape, value, toSdk, (member) => member.own);
};

/** What the SDK client gave, turned into the JSON of a Task's result: times as ISO 8601, bytes and streams as text. */
export const fromSdk = async (schema: Schema, value: unknown): Promise<unknown> => {
  const shape = resolve(schema);
  if (value instanceof Date) return value.toISOString();
  if (isStream(value)) return value.transformToString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (value === null || typeof value !== 'object') return value;
  return settle(convert(shape, value, fromSdk, (member) => member.pascal));
};

interface Member {
  /** As the model writes it. */
  own: string;
  pascal: string;
  schema: Schema;
}

const convert = (
  shape: Schema,
  value: unknown,
  each: (schema: Schema, value: unknown) => unknown,
  name: (member: Member) => string,
): unknown => {
  if (Array.isArray(value)) return value.map((item) => each(itemOf(shape), item));
  if (typeof value !== 'object' || value === null) return value;
  const known = members(shape);
  const entries = Object.entries(value).filter(([key, item]) => item !== undefined && key !== '$metadata');
  if (known.size === 0) {
    return Object.fromEntries(entries.map(([key, item]) => [key, each(itemOf(shape), item)]));
  }
  return Object.fromEntries(
    entries.map(([key, item]) => {
      const member = known.get(pascalCase(key));
      if (!member) throw new TypeError(`The field '${key}' is not supported by Step Functions.`);
      return [name(member), each(member.schema, item)];
    }),
  );
};

/** Waits for every promise inside a value. */
const settle = async (value: unknown): Promise<unknown> => {
  const settled = await value;
  if (Array.isArray(settled)) return Promise.all(settled.map(settle));
  if (settled === null || typeof settled !== 'object') return settled;
  const entries = Object.entries(settled).map(async ([key, item]) => [key, await settle(item)] as const);
  return Object.fromEntries(await Promise.all(entries));
};

export const pascalCase = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const kinds = { list: 1, map: 2, structure: 3, union: 4 };

/** Follows thunks and `[schema, traits]` pairs to a schema of the form `[kind, namespace, name, traits, …]` or a number. */
const resolve = (schema: Schema): Schema => {
  if (typeof schema === 'function') return resolve(schema());
  if (!Array.isArray(schema)) return schema;
  if (typeof schema[1] !== 'string') return resolve(schema[0]);
  return schema[0] === 0 ? resolve(schema[4]) : schema;
};

const members = (shape: Schema): Map<string, Member> => {
  if (!Array.isArray(shape) || ![kinds.structure, kinds.union].includes(shape[0])) return new Map();
  const [, , , , names, schemas] = shape as [number, string, string, unknown, string[], Schema[]];
  return new Map(
    names.map((own, index) => [pascalCase(own), { own, pascal: pascalCase(own), schema: schemas[index] }]),
  );
};

/** The schema of a list's items or a map's values; a number may carry its own: 64 for a list, 128 for a map. */
const itemOf = (shape: Schema): Schema => {
  if (typeof shape === 'number') return shape & 63;
  if (!Array.isArray(shape)) return undefined;
  return shape[0] === kinds.list ? shape[4] : shape[0] === kinds.map ? shape[5] : undefined;
};

const isBytes = (shape: Schema): boolean => shape === 21 || shape === 42;
const isTime = (shape: Schema): boolean => typeof shape === 'number' && shape >= 4 && shape <= 7;

const isStream = (value: unknown): value is { transformToString(): Promise<string> } =>
  typeof (value as { transformToString?: unknown } | null)?.transformToString === 'function';
