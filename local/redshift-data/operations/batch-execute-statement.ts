import type { SubmitInput } from '../statements/submission.ts';
import { required, validation } from '../statements/validation.ts';
import type { Operation } from './operation.ts';
import { submit } from './submit.ts';

type Request = SubmitInput & { Sqls?: string[]; ExecutionMode?: string };

const mostSqls = 40;
const modes = ['TRANSACTION', 'AUTO_COMMIT'];

export const batchExecuteStatement: Operation<Request, 'statements' | 'targets' | 'dbUserOf'> =
  (parts) => async (request, caller) => {
    const sqls = required(request.Sqls, 'Sqls');
    if (!Array.isArray(sqls) || sqls.length < 1 || sqls.length > mostSqls) {
      throw validation(`Sqls must have between 1 and ${mostSqls} members.`);
    }
    const mode = request.ExecutionMode ?? 'TRANSACTION';
    if (!modes.includes(mode)) throw validation(`ExecutionMode must be one of ${modes.join(', ')}.`);
    return submit(parts, request, sqls, { isBatch: true, transaction: mode === 'TRANSACTION' }, caller);
  };
