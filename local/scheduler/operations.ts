import { ServiceError } from '../protocol/service-error.ts';
import type { Clock } from '../service.ts';
import { page } from './pages.ts';
import type { Runner } from './runner.ts';
import { parseScheduleInput, type Schedule } from './schedule.ts';
import type { Group, Schedules } from './schedules.ts';

export interface Context {
  schedules: Schedules;
  runner: Runner;
  clock: Clock;
  arnOf(kind: 'schedule' | 'schedule-group', name: string): string;
}

/** Path parameters, query and body of a request as one. */
export interface Input {
  Name: string;
  groupName?: string;
  ScheduleGroup?: string;
  NamePrefix?: string;
  State?: string;
  MaxResults?: string;
  NextToken?: string;
  body: Record<string, unknown>;
}

interface RestOperation {
  method: string;
  /** Named groups are the operation's input. */
  path: RegExp;
  run(context: Context, input: Input): object;
}

const schedule = /^\/schedules\/(?<Name>[^/]+)$/;
const schedules = /^\/schedules\/?$/;
const group = /^\/schedule-groups\/(?<Name>[^/]+)$/;
const groups = /^\/schedule-groups\/?$/;

/** The supported operations of Amazon EventBridge Scheduler, by name. */
export const operations = {
  CreateSchedule: {
    method: 'POST',
    path: schedule,
    run: (context, { Name, body: { ClientToken, ...body } }) => {
      const given = parseScheduleInput({ ...body, Name });
      context.schedules.group(given.GroupName);
      const there = context.schedules.find(given.GroupName, Name);
      if (there && there.clientToken === ClientToken) return { ScheduleArn: there.arn };
      if (there) throw conflict(`Schedule ${Name} already exists.`);
      return { ScheduleArn: putSchedule(context, given, { clientToken: String(ClientToken) }).arn };
    },
  },
  UpdateSchedule: {
    method: 'PUT',
    path: schedule,
    run: (context, { Name, body: { ClientToken: _token, ...body } }) => {
      const given = parseScheduleInput({ ...body, Name });
      const { createdAt, deployed } = context.schedules.get(given.GroupName, Name);
      return { ScheduleArn: putSchedule(context, given, { createdAt, ...(deployed && { deployed }) }).arn };
    },
  },
  GetSchedule: {
    method: 'GET',
    path: schedule,
    run: ({ schedules }, { Name, groupName = 'default' }) => described(schedules.get(groupName, Name)),
  },
  DeleteSchedule: {
    method: 'DELETE',
    path: schedule,
    run: ({ schedules, runner }, { Name, groupName = 'default' }) => {
      const gone = schedules.get(groupName, Name);
      runner.forget(gone);
      schedules.delete(gone);
      return {};
    },
  },
  ListSchedules: {
    method: 'GET',
    path: schedules,
    run: ({ schedules }, input) => {
      const { ScheduleGroup, NamePrefix = '', State } = input;
      if (ScheduleGroup !== undefined) schedules.group(ScheduleGroup);
      const wanted = schedules
        .all()
        .filter(({ GroupName }) => GroupName === (ScheduleGroup ?? GroupName))
        .filter((each) => each.Name.startsWith(NamePrefix) && each.State === (State ?? each.State));
      const { items, NextToken } = page(wanted, input);
      return { Schedules: items.map(summaryOf), NextToken };
    },
  },
  CreateScheduleGroup: {
    method: 'POST',
    path: group,
    run: (context, { Name }) => {
      if (context.schedules.findGroup(Name)) throw conflict(`Schedule group ${Name} already exists.`);
      return { ScheduleGroupArn: putGroup(context, Name).arn };
    },
  },
  GetScheduleGroup: {
    method: 'GET',
    path: group,
    run: ({ schedules }, { Name }) => describedGroup(schedules.group(Name)),
  },
  DeleteScheduleGroup: {
    method: 'DELETE',
    path: group,
    run: ({ schedules, runner }, { Name }) => {
      if (Name === 'default')
        throw new ServiceError('ValidationException', 'The default schedule group cannot be deleted.');
      for (const gone of schedules.deleteGroup(Name)) runner.forget(gone);
      return {};
    },
  },
  ListScheduleGroups: {
    method: 'GET',
    path: groups,
    run: ({ schedules }, input) => {
      const wanted = schedules.groups().filter(({ name }) => name.startsWith(input.NamePrefix ?? ''));
      const { items, NextToken } = page(wanted, input);
      return { ScheduleGroups: items.map(describedGroup), NextToken };
    },
  },
} satisfies Record<string, RestOperation>;

/** Puts a schedule in place of any of that name, and waits for its moments. */
export const putSchedule = (
  { schedules, runner, clock, arnOf }: Context,
  given: ReturnType<typeof parseScheduleInput>,
  more: Partial<Schedule> = {},
): Schedule => {
  const now = clock.now().getTime();
  const arn = arnOf('schedule', `${given.GroupName}/${given.Name}`);
  const made = { ...given, arn, createdAt: now, modifiedAt: now, ...more };
  schedules.put(made);
  runner.watch(made);
  return made;
};

export const putGroup = ({ schedules, clock, arnOf }: Context, name: string, deployed = false): Group => {
  if (!/^[\w.-]{1,64}$/.test(name))
    throw new ServiceError('ValidationException', `Invalid schedule group name ${name}.`);
  const group = { name, arn: arnOf('schedule-group', name), createdAt: clock.now().getTime(), deployed };
  schedules.putGroup(group);
  return group;
};

const conflict = (message: string): ServiceError => new ServiceError('ConflictException', message, 409);

const seconds = (milliseconds: number | undefined): number | undefined =>
  milliseconds === undefined ? undefined : milliseconds / 1000;

const described = ({
  arn,
  createdAt,
  modifiedAt,
  clientToken: _token,
  deployed: _deployed,
  ...rest
}: Schedule) => ({
  ...rest,
  Arn: arn,
  StartDate: seconds(rest.StartDate),
  EndDate: seconds(rest.EndDate),
  CreationDate: seconds(createdAt),
  LastModificationDate: seconds(modifiedAt),
});

const summaryOf = ({ arn, Name, GroupName, State, createdAt, modifiedAt, Target }: Schedule) => ({
  Arn: arn,
  Name,
  GroupName,
  State,
  CreationDate: seconds(createdAt),
  LastModificationDate: seconds(modifiedAt),
  Target: { Arn: Target.Arn },
});

const describedGroup = ({ name, arn, createdAt }: Group) => ({
  Arn: arn,
  Name: name,
  State: 'ACTIVE',
  CreationDate: seconds(createdAt),
  LastModificationDate: seconds(createdAt),
});
