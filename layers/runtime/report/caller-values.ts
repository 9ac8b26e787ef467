import type { Caller } from '../caller.ts';
import { AccessDenied } from '../errors.ts';
import type { Source } from './placeholders.ts';

/**
 * The value of a placeholder that scopes rows to the caller. Throws AccessDenied when the token does not carry it:
 * such a clause never vanishes.
 */
export function callerValue(source: Exclude<Source, { from: 'input' }>, caller: Caller): string | string[] {
  if (source.from === 'caller' && source.value === 'groups') return caller.groups;
  if (source.from === 'caller' && source.value === 'email' && caller.claims.email_verified === 'false')
    throw new AccessDenied('Your e-mail address is not verified, and this report needs it.');
  const value = source.from === 'caller' ? caller[source.value] : claim(source.name, caller.claims);
  if (!value) throw new AccessDenied(`Your sign-in carries no ${nameOf(source)}, which this report needs.`);
  return value;
}

/** `:claim_region` is the token's claim `region`, or else the user pool's own attribute `custom:region`. */
const claim = (name: string, claims: Record<string, string>): string | undefined =>
  [name, `custom:${name}`].filter((key) => Object.hasOwn(claims, key)).map((key) => claims[key])[0];

const nameOf = (source: Exclude<Source, { from: 'input' }>): string =>
  source.from === 'caller' ? source.value : `claim ${source.name}`;
