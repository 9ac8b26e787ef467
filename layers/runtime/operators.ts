import type { Caller } from './caller.ts';
import { AccessDenied } from './errors.ts';

/** Whether the caller is in the group whose members see how everybody's runs go. */
export const isOperator = ({ groups }: Caller, operatorGroup: string): boolean =>
  groups.includes(operatorGroup);

/** Throws AccessDenied for everybody else. */
export const requireOperator = (caller: Caller, operatorGroup: string): void => {
  if (!isOperator(caller, operatorGroup)) throw new AccessDenied('Only operators see the runs of others.');
};
