import { isFinal, type Statement } from '../statements/statement.ts';
import { validation } from '../statements/validation.ts';
import type { Operation } from './operation.ts';

interface Request {
  Id?: string;
}

export const cancelStatement: Operation<Request, 'statements'> =
  ({ statements }) =>
  async ({ Id }, caller) => {
    const { statement } = statements.find(Id, caller);
    if (isFinal(statement)) throw alreadyEnded(statement);
    await statements.cancel(statement);
    // It may have ended by itself before the engine heard of it.
    if (statement.status !== 'ABORTED') throw alreadyEnded(statement);
    return { Status: true };
  };

const alreadyEnded = ({ status, id }: Statement) =>
  validation(`Could not cancel a query that is already in ${status} state with ID: ${id}`);
