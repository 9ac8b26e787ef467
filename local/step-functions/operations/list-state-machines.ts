import type { ListStateMachinesInput } from '@aws-sdk/client-sfn';
import type { Operation } from './index.ts';
import { onlyMembers, seconds } from './members.ts';
import { page } from './pages.ts';

export const listStateMachines: Operation<ListStateMachinesInput> =
  ({ machines }) =>
  async (request) => {
    onlyMembers('ListStateMachines', request, ['maxResults', 'nextToken']);
    const { items, nextToken } = page(machines.all(), request);
    return {
      stateMachines: items.map(({ arn, name, type, createdAt }) => ({
        stateMachineArn: arn,
        name,
        type,
        creationDate: seconds(createdAt.getTime()),
      })),
      nextToken,
    };
  };
