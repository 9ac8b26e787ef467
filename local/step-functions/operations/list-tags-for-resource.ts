import type { ListTagsForResourceInput } from '@aws-sdk/client-sfn';
import { ServiceError } from '../../protocol/service-error.ts';
import type { Operation } from './index.ts';
import { onlyMembers } from './members.ts';

export const listTagsForResource: Operation<ListTagsForResourceInput> =
  ({ machines }) =>
  async (request) => {
    onlyMembers('ListTagsForResource', request, ['resourceArn']);
    const arn = request.resourceArn;
    const machine = machines.all().find((candidate) => candidate.arn === arn);
    if (!machine) throw new ServiceError('ResourceNotFound', `Resource not found: '${arn}'`);
    return { tags: machine.tags };
  };
