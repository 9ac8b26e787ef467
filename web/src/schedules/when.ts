/** How often a report runs by itself, as people say it. */
export const REPEATS = ['daily', 'weekdays', 'weekly', 'monthly'] as const;
export type Repeat = (typeof REPEATS)[number];

/** Of EventBridge Scheduler, from Sunday on. */
export const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] as const;
export type Day = (typeof DAYS)[number];

export interface When {
  repeat: Repeat;
  /** `06:30` */
  time: string;
  /** Of each week. */
  day: Day;
}

/** As EventBridge Scheduler writes it: minutes, hours, day of the month, month, day of the week, year. */
export function expressionOf({ repeat, time, day }: When): string {
  const [hour, minute] = time.split(':').map(Number);
  const days = { daily: '* * ?', weekdays: '? * MON-FRI', weekly: `? * ${day}`, monthly: '1 * ?' }[repeat];
  return `cron(${minute} ${hour} ${days} *)`;
}

/** What an expression says, if it is one of those that this page writes. */
export function whenOf(expression: string): When | undefined {
  const [, minute = '', hour = '', days = ''] =
    /^cron\((\d{1,2}) (\d{1,2}) (.+) \*\)$/.exec(expression) ?? [];
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  const day = DAYS.find((one) => days === `? * ${one}`);
  const repeat = REPEATS.find(
    (one) =>
      expressionOf({ repeat: one, time, day: day ?? 'MON' }) === expression && (one !== 'weekly' || day),
  );
  return repeat && { repeat, time, day: day ?? 'MON' };
}

export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
