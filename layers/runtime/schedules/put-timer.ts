import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  type SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';

/** Makes a timer in EventBridge Scheduler, or changes the one of that name. */
export const putTimer = async (
  scheduler: SchedulerClient,
  timer: CreateScheduleCommandInput,
): Promise<void> => {
  try {
    await scheduler.send(new CreateScheduleCommand(timer));
  } catch (error) {
    if (!isCalled(error, 'ConflictException')) throw error;
    await scheduler.send(new UpdateScheduleCommand(timer));
  }
};

/** One that is not there is no error. */
export const removeTimer = async (
  scheduler: SchedulerClient,
  timer: { GroupName: string; Name: string },
): Promise<void> => {
  try {
    await scheduler.send(new DeleteScheduleCommand(timer));
  } catch (error) {
    if (!isCalled(error, 'ResourceNotFoundException')) throw error;
  }
};

const isCalled = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;
