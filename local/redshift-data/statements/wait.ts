import { ServiceError } from '../../protocol/service-error.ts';
import { decided } from '../decisions.ts';
import type { Execution, Statement } from './statement.ts';
import { checkShapes } from './validation.ts';

const mostWaiting = 10;

/**
 * Waits until a statement, or one part of it, has ended, `seconds` at most; at once without them.
 * @throws ServiceError ActiveWaitingRequestsExceededException
 */
export const waitForEnd = async (
  statement: Statement,
  seconds: number | undefined,
  { ended }: Pick<Execution, 'ended'> = statement,
): Promise<void> => {
  checkShapes({ WaitTimeSeconds: seconds });
  if (!seconds) return;
  if (statement.waiting >= mostWaiting) {
    throw new ServiceError('ActiveWaitingRequestsExceededException', decided('waiting'));
  }
  statement.waiting += 1;
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, seconds * 1000);
  });
  await Promise.race([ended.promise, timeout]);
  clearTimeout(timer);
  statement.waiting -= 1;
};
