import fc from 'fast-check';
import { hostileTexts } from '../hostile-texts.ts';
import { type Operation, resolved, type Schema } from './document.ts';

/** A request as it is sent: its path and query are not encoded yet. */
export interface FuzzRequest {
  path: Record<string, string>;
  query: [string, string][];
  body: string | undefined;
  contentType: string;
  signedIn: boolean;
}

const text = (minLength = 0, maxLength = 40): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength, maxLength }),
      fc.string({ unit: 'binary', minLength, maxLength }),
      fc.constantFrom(...hostileTexts),
    )
    .filter(({ length }) => length >= minLength && length <= maxLength);

const FORMATS: Record<string, fc.Arbitrary<string>> = {
  uuid: fc.uuid(),
  date: fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  'date-time': fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
};

/** Values that a schema allows. No maintained generator knows both OpenAPI 3.1 and this version of fast-check. */
export const allowedBy = (given: Schema): fc.Arbitrary<unknown> => {
  const schema = resolved(given);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (Array.isArray(schema.type))
    return fc.oneof(...schema.type.map((type) => allowedBy({ ...schema, type })));
  switch (schema.type) {
    case 'string':
      return FORMATS[schema.format ?? ''] ?? text(schema.minLength, schema.maxLength);
    case 'integer':
      return fc.maxSafeInteger().map((value) => Math.max(value, schema.minimum ?? value));
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(schema.items ? allowedBy(schema.items) : fc.jsonValue(), { maxLength: 5 });
    case 'object':
      return objectOf(schema);
    default:
      return fc.jsonValue();
  }
};

const objectOf = ({ properties = {}, required = [], additionalProperties }: Schema): fc.Arbitrary<object> => {
  const known = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, allowedBy(one)]));
  const requiredKeys = required.filter((name) => name in known);
  const named = fc.record(known, { requiredKeys, noNullPrototype: true });
  if (typeof additionalProperties !== 'object') return named;
  const more = fc.dictionary(text(1, 20), allowedBy(additionalProperties), {
    maxKeys: 3,
    noNullPrototype: true,
  });
  return fc.tuple(named, more).map(([one, other]) => ({ ...other, ...one }));
};

/** Bodies: as described, nearly as described, and nothing of the kind. */
const bodyOf = (schema: Schema): fc.Arbitrary<string | undefined> => {
  const good = allowedBy(schema);
  const spoilt = fc
    .tuple(good, text(1, 20), fc.jsonValue())
    .map(([value, name, other]) => ({ ...(value as object), [name]: other }));
  const json = fc.oneof(good, spoilt, fc.jsonValue()).map((value) => JSON.stringify(value));
  const cut = json.chain((whole) => fc.nat(whole.length).map((length) => whole.slice(0, length)));
  return fc.oneof(
    { weight: 4, arbitrary: json },
    cut,
    text(0, 200),
    fc.constant(undefined),
    fc.constantFrom(
      '[]',
      'null',
      '{"__proto__":{}}',
      '{"inputs":{"month":1e400}}',
      `"${'x'.repeat(100_000)}"`,
    ),
  );
};

/** Requests of an operation; `known` has values that there are, by the name of a path's parameter. */
export const requestsOf = (
  { parameters, body }: Operation,
  known: Record<string, string[]>,
): fc.Arbitrary<FuzzRequest> => {
  const value = (schema: Schema, name: string) =>
    fc.oneof(allowedBy(schema).map(String), text(), fc.constantFrom(...(known[name] ?? ['x'])));
  const inPlace = (place: string) => parameters.filter((parameter) => parameter.in === place);
  const query = inPlace('query').map(({ name, schema }) => fc.tuple(fc.constant(name), value(schema, name)));
  const unknown = fc.tuple(text(1, 20), text());
  return fc.record({
    path: fc.record(
      Object.fromEntries(inPlace('path').map(({ name, schema }) => [name, value(schema, name)])),
      { noNullPrototype: true },
    ),
    query: fc.array(query.length > 0 ? fc.oneof(...query, unknown) : unknown, { maxLength: 3 }),
    body: body ? bodyOf(body) : fc.constant(undefined),
    contentType: fc.constantFrom('application/json', 'text/plain', 'application/xml', 'multipart/form-data'),
    signedIn: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, fc.constant(false)),
  });
};
