import { groupExists, noSuchGroup } from './errors.ts';
import type { Group, Pool, User } from './model.ts';

/** @throws ResourceNotFoundException */
export const getGroup = (pool: Pool, name: string): Group => {
  const group = pool.groups.find((group) => group.name === name);
  if (!group) throw noSuchGroup();
  return group;
};

/** Adds a group. The caller saves the pool. @throws GroupExistsException */
export const addGroup = (
  pool: Pool,
  { name, description, precedence }: Pick<Group, 'name' | 'description' | 'precedence'>,
  now: string,
): Group => {
  if (pool.groups.some((group) => group.name === name)) throw groupExists();
  const group = { name, description, precedence, createdAt: now, modifiedAt: now };
  pool.groups.push(group);
  return group;
};

/** Makes the user a member; a member stays one. */
export const join = (pool: Pool, user: User, groupName: string): void => {
  getGroup(pool, groupName);
  if (!user.groups.includes(groupName)) user.groups.push(groupName);
};
