import type { SubmitInput } from '../statements/submission.ts';
import { required } from '../statements/validation.ts';
import type { Operation } from './operation.ts';
import { type SubmitNeeds, submit } from './submit.ts';

type Request = SubmitInput & { Sqls?: string[]; ExecutionMode?: string };

export const batchExecuteStatement: Operation<Request, SubmitNeeds> = (parts) => async (request, caller) => {
  const sqls = required(request.Sqls, 'Sqls');
  const transaction = request.ExecutionMode !== 'AUTO_COMMIT';
  return submit(parts, request, sqls, { isBatch: true, transaction }, caller);
};
