import type { ListUserPoolClientsRequest } from '@aws-sdk/client-cognito-identity-provider';
import type { Operation } from '../context.ts';
import { page } from '../paging.ts';
import { parse } from '../request.ts';

export const listUserPoolClients: Operation<ListUserPoolClientsRequest> =
  ({ pools }) =>
  async (input) => {
    const { UserPoolId, MaxResults, NextToken } = parse(input, ['UserPoolId'], ['MaxResults', 'NextToken']);
    const pool = pools.get(UserPoolId);
    const { items, next } = page(pools.clientsOf(pool), MaxResults, NextToken);
    return {
      UserPoolClients: items.map(({ id, parameters }) => ({
        ClientId: id,
        ClientName: parameters.clientName,
        UserPoolId,
      })),
      NextToken: next,
    };
  };
