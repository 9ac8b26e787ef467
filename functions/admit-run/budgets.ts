import { BudgetSpent } from '@readout/runtime/errors.ts';
import type { Limits } from '@readout/runtime/statements/limits.ts';
import type { AdmitRunEvent } from './admit-run-event.ts';

/** Seconds in Redshift a day, by group; `*` stands for each other group. A group without a budget spends what it likes. */
export type Budgets = Record<string, number>;

/** Who is in no group is charged to this one. */
const NO_GROUP = 'everyone';

/** Reads `analysts=3600,*=36000`. Throws when it is not of that form, so that a wrong deployment fails at once. */
export const readBudgets = (text: string): Budgets =>
  Object.fromEntries(
    text
      .split(',')
      .filter((part) => part.trim() !== '')
      .map((part) => {
        const [, group, seconds] = /^\s*([^=\s]+)\s*=\s*(\d+)\s*$/.exec(part) ?? [];
        if (group === undefined) throw new Error(`DAILY_BUDGETS: expected group=seconds, not ${part}`);
        return [group, Number(seconds)];
      }),
  );

export interface BudgetDeps {
  limits: Pick<Limits, 'spent'>;
  budgets: Budgets;
  now(): Date;
}

/**
 * The group that a statement is charged to: the first of the caller's groups, of those that the report is for, that has
 * something left today. What runs already is charged when it ends. Throws BudgetSpent.
 */
export const budgetFor = async (
  { limits, budgets, now }: BudgetDeps,
  { caller, admission: { access } }: AdmitRunEvent,
): Promise<string> => {
  const groups = access ? caller.groups.filter((group) => access.includes(group)) : caller.groups;
  for (const group of groups.length > 0 ? groups : [NO_GROUP]) {
    const budget = budgets[group] ?? budgets['*'];
    if (budget === undefined || (await limits.spent(group, now())) < budget) return group;
  }
  throw new BudgetSpent(
    'Your groups have spent their time in Redshift for today. It begins anew at midnight UTC.',
  );
};
