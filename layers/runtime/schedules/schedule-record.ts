import type { Schedule } from '../contracts.ts';

/** What names a schedule in its table. */
export interface ScheduleKey {
  /** The Cognito `sub` of the person who made it; nobody else sees it. */
  owner: string;
  id: string;
}

/** A schedule as the table holds it. */
export interface ScheduleRecord extends Schedule, ScheduleKey {
  /** Who is told of what a schedule could not do. */
  ownerEmail: string;
}

/** What a run keeps of the schedule that started it. */
export interface RunSchedule {
  id: string;
  title: string;
  condition?: string;
  /** The owner of the schedule, not of the run. */
  ownerEmail: string;
}

/** The schedule as its owner sees it. */
export const toSchedule = ({ owner: _owner, ownerEmail: _email, ...schedule }: ScheduleRecord): Schedule =>
  schedule;
