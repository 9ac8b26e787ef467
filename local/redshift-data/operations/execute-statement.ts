import type { SubmitInput } from '../statements/submission.ts';
import { required } from '../statements/validation.ts';
import type { Operation } from './operation.ts';
import { type SubmitNeeds, submit } from './submit.ts';

type Request = SubmitInput & { Sql?: string };

export const executeStatement: Operation<Request, SubmitNeeds> = (parts) => async (request, caller) =>
  submit(parts, request, [required(request.Sql, 'Sql')], { isBatch: false, transaction: false }, caller);
