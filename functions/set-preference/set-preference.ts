import type { Preference } from '@readout/runtime/contracts.ts';
import { InvalidInput } from '@readout/runtime/errors.ts';
import { parse } from '@readout/runtime/parse.ts';
import { MOST_PREFERENCES, type Preferences } from '@readout/runtime/preferences.ts';
import type { RestAction } from '@readout/runtime/rest.ts';
import { z } from 'zod';

/** The most bytes of a value, as JSON in UTF-8. */
const MOST_BYTES = 16 * 1024;

/** How deep lists and objects may stand in one another: a deeper one than this cannot be made JSON of safely. */
const MOST_LEVELS = 32;

const Name = z.string().regex(/^[a-z][a-z0-9.-]{0,63}$/);
const Body = z.strictObject({ value: z.unknown().optional() });

/**
 * `PUT /preferences/{name}`: keeps one value for the caller; null forgets the name. Throws InvalidInput, whose field is
 * `name` or `value`, and InvalidMessage.
 */
export const setPreference =
  ({ preferences }: { preferences: Pick<Preferences, 'set' | 'remove'> }): RestAction =>
  async ({ caller, path, body }) => {
    const name = nameOf(path.name);
    const value = settingOf(body());
    if (value === null) await preferences.remove(caller.id, name);
    else if (!(await preferences.set(caller.id, name, value)))
      throw new InvalidInput('name', `name: at most ${MOST_PREFERENCES} preferences are kept for a person.`);
    return { body: { name, value } satisfies Preference };
  };

const nameOf = (text: unknown): string => {
  const { data } = Name.safeParse(text);
  if (data !== undefined) return data;
  throw new InvalidInput('name', 'name: expected up to 64 of a-z, 0-9, . and -, beginning with a letter.');
};

const settingOf = (body: unknown): unknown => {
  const { value } = parse(Body, body);
  if (value === undefined)
    throw new InvalidInput('value', 'value: expected any JSON value; null forgets it.');
  if (!isWithin(value, MOST_LEVELS))
    throw new InvalidInput('value', `value: expected lists and objects at most ${MOST_LEVELS} deep.`);
  if (Buffer.byteLength(JSON.stringify(value)) > MOST_BYTES)
    throw new InvalidInput('value', `value: expected at most ${MOST_BYTES} bytes of JSON.`);
  return value;
};

const isWithin = (value: unknown, levels: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((one) => isWithin(one, levels - 1)));
