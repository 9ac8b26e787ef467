import type { DescribeUserPoolRequest } from '@aws-sdk/client-cognito-identity-provider';
import type { Operation } from '../context.ts';
import { describePool } from '../descriptions.ts';
import { parse } from '../request.ts';

export const describeUserPool: Operation<DescribeUserPoolRequest> =
  ({ pools }) =>
  async (input) => {
    const { UserPoolId } = parse(input, ['UserPoolId']);
    return { UserPool: describePool(pools.get(UserPoolId)) };
  };
