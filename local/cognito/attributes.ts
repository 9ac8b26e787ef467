import type { AttributeType, SchemaAttributeType } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter, notAuthorized } from './errors.ts';
import type { Client, Pool, User } from './model.ts';

const standard =
  'address birthdate email family_name gender given_name locale middle_name name nickname phone_number picture preferred_username profile updated_at website zoneinfo'.split(
    ' ',
  );
/** Set by the service and by administrators only. */
const reserved = ['sub', 'email_verified', 'phone_number_verified'];

/**
 * Attributes as a map. `client`: the one that a person writes their own through. `mayVerify`: the caller is an
 * administrator, who may say that an address is verified.
 * @throws NotAuthorizedException, InvalidParameterException
 */
export const readAttributes = (
  pool: Pool,
  attributes: AttributeType[] = [],
  { client, mayVerify = false }: { client?: Client; mayVerify?: boolean } = {},
): Record<string, string> => {
  const read: Record<string, string> = {};
  for (const { Name = '', Value = '' } of attributes) {
    const isOffered = client?.parameters.writeAttributes?.includes(Name) ?? true;
    const mayWrite = isOffered && (!reserved.includes(Name) || (mayVerify && Name !== 'sub'));
    if (!mayWrite) throw notAuthorized('A client attempted to write unauthorized attribute');
    if (!reserved.includes(Name)) checkValue(definitionOf(pool, Name), Name, Value);
    read[Name] = Value;
  }
  return read;
};

/** @throws InvalidParameterException when an attribute that the schema requires is absent */
export const requireAttributes = (pool: Pool, attributes: Record<string, string>): void => {
  for (const { Name = '', Required } of pool.parameters.schema ?? []) {
    if (Required && !attributes[Name]) throw nonconforming(`${Name}: The attribute ${Name} is required`);
  }
};

/** @throws InvalidParameterException when the schema makes one of these immutable */
export const requireMutable = (pool: Pool, attributes: Record<string, string>): void => {
  for (const name of Object.keys(attributes)) {
    const mutable = definitionOf(pool, name).Mutable;
    if (mutable === false) throw invalidParameter(`user.${name}: Attribute cannot be updated.`);
  }
};

export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text);

/** `[{Name, Value}]`, `sub` among them, as every response has them. */
export const listAttributes = ({ attributes }: User): AttributeType[] =>
  Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));

const definitionOf = ({ parameters }: Pool, name: string): SchemaAttributeType => {
  const plain = name.startsWith('custom:') ? name.slice(7) : name;
  const isStandard = standard.includes(plain);
  const declared = parameters.schema?.find(({ Name }) => Name === plain || Name === name);
  if (isStandard && plain === name) return declared ?? { Name: name, Mutable: true };
  if (isStandard || plain === name || !declared)
    throw nonconforming(`Type for attribute {${name}} could not be determined`);
  return declared;
};

const checkValue = (definition: SchemaAttributeType, name: string, value: string) => {
  if (name === 'email' && !isEmail(value)) throw invalidParameter('Invalid email address format.');
  const { StringAttributeConstraints: text, NumberAttributeConstraints: number } = definition;
  if (value.length > Number(text?.MaxLength ?? 2048))
    throw nonconforming(`${name}: String must be no longer than ${text?.MaxLength ?? 2048} characters`);
  if (value.length < Number(text?.MinLength ?? 0))
    throw nonconforming(`${name}: String must be no shorter than ${text?.MinLength} characters`);
  if (definition.AttributeDataType === 'Number') checkNumber(name, value, number);
};

const checkNumber = (
  name: string,
  value: string,
  range: SchemaAttributeType['NumberAttributeConstraints'],
) => {
  const inRange =
    Number(value) >= Number(range?.MinValue ?? -Infinity) &&
    Number(value) <= Number(range?.MaxValue ?? Infinity);
  if (value.trim() === '' || !inRange) throw nonconforming(`${name}: Number is out of its range`);
};

const nonconforming = (reason: string) =>
  invalidParameter(`Attributes did not conform to the schema: ${reason}`);
