import { readFileSync } from 'node:fs';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
}

interface Parameter {
  $ref?: string;
  name: string;
  in: 'path' | 'query';
  schema: Schema;
}

interface Response {
  $ref?: string;
  content: { 'application/json': { schema: Schema } };
}

export interface Operation {
  method: string;
  path: string;
  parameters: Parameter[];
  body?: Schema;
  /** The schema of each documented status, and of every other answer under `default`. */
  answers: Record<string, Schema>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const openapi = parse(readFileSync('openapi.yaml', 'utf8'));

/** What a reference of the document stands for, beside what is said with it. */
export const resolved = <Node extends { $ref?: string }>(node: Node): Node => {
  if (!node.$ref) return node;
  const { $ref, ...beside } = node;
  const found = $ref
    .split('/')
    .slice(1)
    .reduce((value, key) => value[key], openapi);
  return resolved({ ...found, ...beside });
};

const schemaOf = (response: Response): Schema => resolved(response).content['application/json'].schema;

/** Every operation of openapi.yaml. */
export const operations: Operation[] = Object.entries<Record<string, never>>(openapi.paths).flatMap(
  ([path, item]) =>
    METHODS.filter((method) => method in item).map((method) => {
      const {
        parameters = [],
        requestBody,
        responses,
      } = item[method] as never as {
        parameters?: Parameter[];
        requestBody?: Response;
        responses: Record<string, Response>;
      };
      return {
        method: method.toUpperCase(),
        path,
        parameters: [...((item.parameters as never as Parameter[]) ?? []), ...parameters].map(resolved),
        body: requestBody && schemaOf(requestBody),
        answers: Object.fromEntries(
          Object.entries(responses).map(([status, response]) => [status, schemaOf(response)]),
        ),
      };
    }),
);

/** A copy in which every object has the fields that are described and no others, and references stand for themselves. */
const closed = (schema: Schema): Schema => {
  const { properties, items, additionalProperties, ...rest } = resolved(schema);
  return {
    ...rest,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, closed(one)])),
      additionalProperties: false,
    }),
    ...(items && { items: closed(items) }),
    ...(additionalProperties !== undefined && {
      additionalProperties:
        typeof additionalProperties === 'object' ? closed(additionalProperties) : additionalProperties,
    }),
  };
};

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const compiled = new Map<Schema, ValidateFunction>();

/** What is wrong with a body by its schema: an undocumented field is, too. */
export const problemsOf = (schema: Schema, body: unknown): string[] => {
  const validate = compiled.get(schema) ?? ajv.compile(closed(schema));
  compiled.set(schema, validate);
  validate(body);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
};
