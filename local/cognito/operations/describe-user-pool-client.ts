import type { DescribeUserPoolClientRequest } from '@aws-sdk/client-cognito-identity-provider';
import type { Operation } from '../context.ts';
import { describeClient } from '../descriptions.ts';
import { noSuchClient } from '../errors.ts';
import { parse } from '../request.ts';

export const describeUserPoolClient: Operation<DescribeUserPoolClientRequest> =
  ({ pools }) =>
  async (input) => {
    const { UserPoolId, ClientId } = parse(input, ['UserPoolId', 'ClientId']);
    const { pool, client } = pools.client(ClientId);
    if (pool !== pools.get(UserPoolId)) throw noSuchClient(ClientId);
    return { UserPoolClient: describeClient(pool, client) };
  };
