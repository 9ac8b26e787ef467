import { join } from 'node:path';
import { realSleep } from '../event-bridge/sleep.ts';
import { restJson, restJsonError } from '../protocol/rest-json.ts';
import { notEmulated, ServiceError } from '../protocol/service-error.ts';
import type { Service, ServiceRequest } from '../service.ts';
import { invokeTarget, type SchedulerCouriers } from './invoke.ts';
import { type Context, type Input, operations, putGroup, putSchedule } from './operations.ts';
import { Runner } from './runner.ts';
import { parseScheduleInput } from './schedule.ts';
import { Schedules } from './schedules.ts';

export interface SchedulerOptions extends Omit<SchedulerCouriers, 'sleep' | 'random'> {
  /** Folder that keeps what the API has made. */
  stateDir: string;
  /** Passes the time between retries and until a schedule's next moment. */
  sleep?: SchedulerCouriers['sleep'];
  random?(): number;
}

/** Amazon EventBridge Scheduler. */
export interface Scheduler extends Service {
  /** Deploys `AWS::Scheduler::ScheduleGroup`. */
  createGroup(name: string): { arn: string };
  /** Deploys `AWS::Scheduler::Schedule`, given its properties; takes the place of one of that name. */
  createSchedule(properties: object): { arn: string };
  /** Takes up the schedules of an earlier start, once their targets are there; those without a group are forgotten. */
  resume(): void;
  close(): Promise<void>;
}

export const createScheduler = (options: SchedulerOptions): Scheduler => {
  const { stateDir, clock, account, region, sleep = realSleep, random = Math.random } = options;
  const couriers = { ...options, sleep, random };
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  const schedules = new Schedules(join(stateDir, 'schedules.json'));
  const runner = new Runner({
    clock,
    sleep,
    fire: (schedule, moment) => {
      const call = invokeTarget(couriers, schedule, moment, stopping.signal)
        .catch((error) => {
          if (!stopping.signal.aborted) console.error(error);
        })
        .finally(() => underWay.delete(call));
      underWay.add(call);
    },
    completed: (schedule) => {
      runner.forget(schedule);
      if (schedule.ActionAfterCompletion === 'DELETE') schedules.delete(schedule);
    },
  });
  const arnOf: Context['arnOf'] = (kind, name) => `arn:aws:scheduler:${region}:${account}:${kind}/${name}`;
  const context: Context = { schedules, runner, clock, arnOf };
  const earlier = schedules.all();
  if (!schedules.findGroup('default')) putGroup(context, 'default', true);
  return {
    name: 'scheduler',
    handle: async (request) => {
      try {
        return restJson(200, answer(context, request));
      } catch (error) {
        return restJsonError(error);
      }
    },
    createGroup: (name) => ({ arn: putGroup(context, name, true).arn }),
    createSchedule: (properties) => {
      const given = parseScheduleInput(properties);
      schedules.group(given.GroupName);
      return { arn: putSchedule(context, given, { deployed: true }).arn };
    },
    resume: () => {
      for (const schedule of earlier) {
        const { GroupName, Name } = schedule;
        if (!schedules.findGroup(GroupName)) schedules.delete(schedule);
        else if (schedules.find(GroupName, Name) === schedule) runner.watch(schedule, clock.now().getTime());
      }
    },
    close: async () => {
      runner.stop();
      stopping.abort();
      await Promise.all(underWay);
    },
  };
};

const answer = (context: Context, { method, url, body }: ServiceRequest): object => {
  for (const { method: wanted, path, run } of Object.values(operations)) {
    const found = wanted === method && path.exec(url.pathname);
    if (!found) continue;
    const input = {
      ...Object.fromEntries(url.searchParams),
      Name: decodeURIComponent(found.groups?.Name ?? ''),
      body: body.length > 0 ? parse(body) : {},
    };
    return run(context, input as Input);
  }
  throw notEmulated(`EventBridge Scheduler ${method} ${url.pathname}`);
};

const parse = (body: Buffer): Record<string, unknown> => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new ServiceError('ValidationException', 'The request body is not valid JSON.');
  }
};
