import type { CreateGroupRequest } from '@aws-sdk/client-cognito-identity-provider';
import type { Operation } from '../context.ts';
import { describeGroup } from '../descriptions.ts';
import { addGroup } from '../groups.ts';
import { parse } from '../request.ts';

export const createGroup: Operation<CreateGroupRequest> =
  ({ pools, clock }) =>
  async (input) => {
    const request = parse(input, ['UserPoolId', 'GroupName'], ['Description', 'Precedence']);
    const pool = pools.get(request.UserPoolId);
    const group = addGroup(
      pool,
      { name: request.GroupName, description: request.Description, precedence: request.Precedence },
      clock.now().toISOString(),
    );
    await pools.save(pool);
    return { Group: describeGroup(pool, group) };
  };
