import { notEmulated } from '../../protocol/service-error.ts';
import type { Clock } from '../../service.ts';
import type { Bus } from '../bus.ts';
import type { NewRule, Rule, Rules } from '../rules.ts';

/** What the operations work on. */
export interface Context {
  rules: Rules;
  bus: Bus;
  /** Puts a rule and watches its schedule. */
  putRule(rule: NewRule): Rule;
  clock: Clock;
  newId(): string;
  account: string;
  region: string;
}

/** An operation, given what it works on. */
export type Operation<Input> = (context: Context) => (input: Input) => Promise<object>;

/** Refuses what an operation would ignore, and every bus but the default one. */
export const onlyMembers = (operation: string, input: object, known: string[]): void => {
  const strange = Object.keys(input).find((member) => ![...known, 'EventBusName'].includes(member));
  if (strange) throw notEmulated(`the member '${strange}' of ${operation}`);
  const { EventBusName: bus = 'default' } = input as { EventBusName?: string };
  if (!isDefaultBus(bus)) throw notEmulated(`the event bus ${bus}`);
};

export const isDefaultBus = (bus: string): boolean => bus === 'default' || bus.endsWith(':event-bus/default');
