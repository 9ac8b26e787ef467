import { ServiceError } from '../../protocol/service-error.ts';
import type { Clock } from '../../service.ts';
import { decided } from '../decisions.ts';

/** Requests a second of an account in a region; the rates of the other operations are not known. */
export const rates: Readonly<Record<string, number>> = {
  ExecuteStatement: 30,
  BatchExecuteStatement: 30,
  GetStatementResult: 20,
  GetStatementResultV2: 20,
  DescribeStatement: 100,
};

/** Counts a request; throws ThrottlingException where its operation has used up its rate. */
export type Throttle = (operation: string) => void;

/** A bucket for each operation that refills continuously and holds one second's worth. */
export const createThrottle = ({ now }: Clock): Throttle => {
  const buckets = new Map<string, { left: number; at: number }>();
  return (operation) => {
    const rate = rates[operation];
    if (rate === undefined) return;
    const time = now().getTime();
    const { left, at } = buckets.get(operation) ?? { left: rate, at: time };
    const filled = Math.min(rate, left + (rate * (time - at)) / 1000);
    buckets.set(operation, { left: filled < 1 ? filled : filled - 1, at: time });
    if (filled < 1) throw new ServiceError('ThrottlingException', decided('rate'));
  };
};
