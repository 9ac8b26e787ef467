import type { ListUsersRequest } from '@aws-sdk/client-cognito-identity-provider';
import type { Operation } from '../context.ts';
import { describeUser } from '../descriptions.ts';
import { page } from '../paging.ts';
import { parse } from '../request.ts';
import { userFilter } from '../user-filter.ts';

export const listUsers: Operation<ListUsersRequest> =
  ({ pools }) =>
  async (input) => {
    const { UserPoolId, Filter, Limit, PaginationToken, AttributesToGet } = parse(
      input,
      ['UserPoolId'],
      ['Filter', 'Limit', 'PaginationToken', 'AttributesToGet'],
    );
    const users = pools.get(UserPoolId).users.filter(userFilter(Filter));
    const { items, next } = page(users, Limit, PaginationToken);
    return { Users: items.map((user) => describeUser(user, AttributesToGet)), PaginationToken: next };
  };
