import { invalidParameter } from './errors.ts';
import type { User } from './model.ts';

/** Attributes that ListUsers searches. Source: API reference of ListUsers, `Filter`. */
const searchable: Record<string, (user: User) => string | undefined> = {
  username: ({ username }) => username,
  'cognito:user_status': ({ status }) => status,
  status: () => 'Enabled',
  ...Object.fromEntries(
    ['email', 'phone_number', 'name', 'given_name', 'family_name', 'preferred_username', 'sub'].map(
      (name) => [name, ({ attributes }: User) => attributes[name]],
    ),
  ),
};

/** The filter of ListUsers: `attribute = "value"`, or `^=` for a beginning; none or an empty one keeps everybody. */
export const userFilter = (filter = ''): ((user: User) => boolean) => {
  if (filter.trim() === '') return () => true;
  const [, name = '', operator, quoted = ''] =
    /^\s*"?([\w:]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/.exec(filter) ?? [];
  const read = Object.hasOwn(searchable, name) ? searchable[name] : undefined;
  if (!read) throw invalidParameter(`Error while parsing filter: ${filter}`);
  const value = quoted.replace(/\\(.)/g, '$1').toLowerCase();
  return (user) => {
    const has = read(user)?.toLowerCase();
    return operator === '=' ? has === value : (has?.startsWith(value) ?? false);
  };
};
