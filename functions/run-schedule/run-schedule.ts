import type { Caller } from '@readout/runtime/caller.ts';
import { derivedId } from '@readout/runtime/derived-id.ts';
import { isKnown } from '@readout/runtime/errors.ts';
import type { Log } from '@readout/runtime/logger.ts';
import { parse } from '@readout/runtime/parse.ts';
import { mayRun, requireAccess } from '@readout/runtime/report/access.ts';
import { bind } from '@readout/runtime/report/bind.ts';
import { parseTemplate } from '@readout/runtime/report/parse-template.ts';
import type { ReportTemplate } from '@readout/runtime/report/template.ts';
import type { Runs } from '@readout/runtime/runs.ts';
import type { ScheduleRecord } from '@readout/runtime/schedules/schedule-record.ts';
import type { Schedules } from '@readout/runtime/schedules/schedules.ts';
import type { StartRun } from '@readout/runtime/start-run.ts';
import type { ReadTemplate } from '@readout/runtime/templates.ts';
import { z } from 'zod';
import type { People } from './people.ts';
import type { TellOwner } from './tell-owner.ts';

interface Deps {
  schedules: Pick<Schedules, 'find'>;
  people: Pick<People, 'withId' | 'withEmail' | 'inGroup'>;
  readTemplate: ReadTemplate;
  runs: Pick<Runs, 'get'>;
  start: StartRun;
  tellOwner: TellOwner;
  log: Log;
  /** The IANA time zone whose day relative dates are counted from. */
  timeZone: string;
  now(): Date;
}

const Call = z.strictObject({ owner: z.string(), id: z.string(), moment: z.iso.datetime() });

/** The most people that one schedule reaches; the owner is told when there are more. */
const MOST_PEOPLE = 200;

/**
 * Starts the report for each person of a schedule, as that person: with the groups and claims that the user pool has of
 * them at this moment, so that access and rows are theirs. Who may not see it gets nothing, and the owner is told. A
 * schedule does no more than its owner may: one who has left, or lost the report, reaches nobody. The same moment told
 * twice starts nothing twice.
 */
export const runSchedule =
  (deps: Deps) =>
  async (event: unknown): Promise<void> => {
    const { owner, id, moment } = parse(Call, event);
    const schedule = await deps.schedules.find({ owner, id });
    if (!schedule?.enabled)
      return deps.log.warn('There is no such schedule, or it is paused.', { scheduleId: id });
    const scheduler = await deps.people.withId(owner);
    const { report } = schedule;
    const template = parseTemplate(await deps.readTemplate(report), report);
    if (!scheduler || !mayRun(template.report, scheduler))
      return deps.log.warn('The owner of a schedule may not run its report any more.', { scheduleId: id });
    const { reached, problems } = await recipientsOf(deps, schedule);
    let leftOut = 0;
    for (const { person, named } of reached) {
      const problem = await startFor(deps, { schedule, template, person, moment });
      if (problem === undefined) continue;
      if (named) problems.push(`${person.email} gets nothing: ${problem}`);
      else leftOut += 1;
    }
    if (leftOut > 0)
      problems.push(`Of the groups, ${leftOut} get nothing: most likely they may not see this report.`);
    if (problems.length > 0) await deps.tellOwner(schedule, problems);
  };

/** The same for somebody without access and for an address that nobody has: who is here is not the owner's to find out. */
const NO_ACCESS = 'they may not see this report.';

interface Recipient {
  person: Caller;
  /** By their own address. Who comes by a group only is not named to the owner. */
  named: boolean;
}

/** Each person once, in whatever ways they were named. */
const recipientsOf = async (
  { people }: Deps,
  schedule: ScheduleRecord,
): Promise<{ reached: Recipient[]; problems: string[] }> => {
  const found = new Map<string, Recipient>();
  const problems: string[] = [];
  for (const email of schedule.people) {
    const person = await people.withEmail(email);
    if (person) found.set(person.id, { person, named: true });
    else problems.push(`${email} gets nothing: ${NO_ACCESS}`);
  }
  for (const group of schedule.groups)
    for (const person of await people.inGroup(group))
      if (!found.has(person.id)) found.set(person.id, { person, named: false });
  const reached = [...found.values()];
  if (reached.length > MOST_PEOPLE)
    problems.push(`At most ${MOST_PEOPLE} people are reached: ${reached.length - MOST_PEOPLE} get nothing.`);
  return { reached: reached.slice(0, MOST_PEOPLE), problems };
};

interface Start {
  schedule: ScheduleRecord;
  template: ReportTemplate;
  person: Caller;
  moment: string;
}

/** Starts a run for one person; answers what hindered it. */
const startFor = async (
  { runs, start, now, timeZone }: Deps,
  { schedule, template, person, moment }: Start,
): Promise<string | undefined> => {
  const { id, title, condition, inputs, ownerEmail } = schedule;
  const runId = derivedId(id, moment, person.id); // so that each is started once
  try {
    if (await runs.get({ owner: person.id, runId })) return undefined; // an earlier try has
    requireAccess(template.report, person);
    bind(template, inputs, person, { at: now(), timeZone });
    await start({
      runId,
      report: template.report.id,
      title: template.report.title,
      inputs,
      caller: person,
      schedule: { id, title, ownerEmail, ...(condition !== undefined && { condition }) },
    });
    return undefined;
  } catch (error) {
    if (!isKnown(error)) throw error;
    return error.name === 'AccessDenied' ? NO_ACCESS : error.message;
  }
};
