import type { Caller } from '@readout/runtime/caller.ts';
import { InvalidInput, TooManySchedules } from '@readout/runtime/errors.ts';
import { chosenInputs } from '@readout/runtime/inputs.ts';
import { parse } from '@readout/runtime/parse.ts';
import { requireAccess } from '@readout/runtime/report/access.ts';
import { bind } from '@readout/runtime/report/bind.ts';
import { parseTemplate } from '@readout/runtime/report/parse-template.ts';
import type { RestAction } from '@readout/runtime/rest.ts';
import { type ScheduleRecord, toSchedule } from '@readout/runtime/schedules/schedule-record.ts';
import { MOST_SCHEDULES, type Schedules } from '@readout/runtime/schedules/schedules.ts';
import type { Timers } from '@readout/runtime/schedules/timers.ts';
import type { ReadTemplate } from '@readout/runtime/templates.ts';
import { clockIn, isTimeZone } from '@readout/runtime/time-zone.ts';
import { ScheduleBody } from './order.ts';

interface Deps {
  schedules: Pick<Schedules, 'of' | 'owned' | 'put'>;
  timers: Pick<Timers, 'put'>;
  readTemplate: ReadTemplate;
  /** Whether this stack has a sender of e-mail. */
  canMail: boolean;
  /** The IANA time zone whose day relative dates are counted from. */
  timeZone: string;
  newId(): string;
  now(): Date;
}

/**
 * `POST /schedules` makes a schedule, `PUT /schedules/{id}` puts another in its place. What each of its runs would be
 * refused for is refused here, as far as it does not depend on whom it is for. The timer is written first: it judges the
 * expression. Throws ReportNotFound, AccessDenied, InvalidInput, InvalidTemplate, InvalidMessage, ScheduleNotFound,
 * TooManySchedules.
 */
export const saveSchedule =
  (deps: Deps): RestAction =>
  async ({ caller, path: { id }, body }) => {
    const { inputs, ...order } = parse(ScheduleBody, body());
    const owner = caller.id;
    const earlier = id === undefined ? undefined : await deps.schedules.owned({ owner, id });
    requireToCome(order, deps.now());
    const title = await checkedTitle(deps, { report: order.report, inputs }, caller);
    if (!earlier && (await deps.schedules.of(owner)).length >= MOST_SCHEDULES)
      throw new TooManySchedules(`At most ${MOST_SCHEDULES} schedules are kept for a person.`);
    const at = deps.now().toISOString();
    const record: ScheduleRecord = {
      title,
      ...order,
      inputs: chosenInputs(inputs),
      id: earlier?.id ?? deps.newId(),
      owner,
      ownerEmail: caller.email,
      createdAt: earlier?.createdAt ?? at,
      changedAt: at,
    };
    await deps.timers.put(record);
    await deps.schedules.put(record);
    if (earlier) return { body: toSchedule(record) };
    return { status: 201, headers: { location: `schedules/${record.id}` }, body: toSchedule(record) };
  };

/** Nobody means a moment that is over. A zone that does not exist is refused by the timer. */
const requireToCome = (
  { expression, timeZone }: { expression: string; timeZone: string },
  now: Date,
): void => {
  const [, moment] = /^at\((.+)\)$/.exec(expression) ?? [];
  if (moment === undefined || !isTimeZone(timeZone)) return;
  const clock = clockIn(timeZone, now);
  if (moment <= clock)
    throw new InvalidInput(
      'expression',
      `expression: expected a moment to come; in ${timeZone} it is ${clock} already.`,
    );
};

/** The report's title, if the caller may run it with these inputs and can be written to. */
const checkedTitle = async (
  { readTemplate, canMail, timeZone, now }: Deps,
  { report, inputs }: { report: string; inputs: object },
  caller: Caller,
): Promise<string> => {
  const template = parseTemplate(await readTemplate(report), report);
  requireAccess(template.report, caller);
  if (!canMail) throw new InvalidInput('people', 'people: this Readout sends no e-mail.');
  if (caller.email === '' || caller.claims.email_verified === 'false')
    throw new InvalidInput(
      'people',
      'people: your own address is not verified. Verify it and sign in again.',
    );
  bind(template, inputs, caller, { at: now(), timeZone });
  return template.report.title;
};
