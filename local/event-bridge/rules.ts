import { ServiceError } from '../protocol/service-error.ts';
import { checkTarget, type Target } from './delivery/target.ts';
import { compilePattern, type EventTest } from './pattern/compile-pattern.ts';
import { parseSchedule, type Schedule } from './schedule/parse-schedule.ts';

/** A rule as a deployment describes it. */
export interface NewRule {
  name: string;
  description?: string;
  eventPattern?: object;
  scheduleExpression?: string;
  state: 'ENABLED' | 'DISABLED';
  targets: Target[];
}

export interface Rule extends NewRule {
  arn: string;
  hears: EventTest;
  schedule?: Schedule;
}

/** The rules of the default bus, by name. */
export class Rules {
  readonly #byName = new Map<string, Rule>();

  constructor(readonly place: { account: string; region: string }) {}

  /** Puts a rule in place of any of that name. Throws for a pattern, a schedule or a target that cannot work. */
  put(rule: NewRule): Rule {
    const { name, eventPattern, scheduleExpression, targets } = rule;
    if (!eventPattern && !scheduleExpression) {
      throw new ServiceError(
        'ValidationException',
        'Parameter(s) EventPattern or ScheduleExpression must be specified.',
      );
    }
    const made: Rule = {
      ...rule,
      targets: targets.map(checkTarget),
      arn: `arn:aws:events:${this.place.region}:${this.place.account}:rule/${name}`,
      hears: eventPattern ? compilePattern(eventPattern) : () => false,
      ...(scheduleExpression && { schedule: parseSchedule(scheduleExpression) }),
    };
    this.#byName.set(name, made);
    return made;
  }

  get(name: string): Rule {
    const rule = this.#byName.get(name);
    if (!rule)
      throw new ServiceError('ResourceNotFoundException', `Rule ${name} does not exist on EventBus default.`);
    return rule;
  }

  find(name: string): Rule | undefined {
    return this.#byName.get(name);
  }

  all(): Rule[] {
    return [...this.#byName.values()];
  }
}
