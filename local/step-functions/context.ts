import type { Clock } from '../service.ts';
import type { Executions } from './executions.ts';
import type { SdkIntegrations } from './integrations/sdk-integrations.ts';
import type { TaskTokens } from './integrations/task-tokens.ts';
import type { Launch } from './launch.ts';
import type { StateMachines } from './state-machines.ts';

/** What the operations work on. */
export interface Context {
  clock: Clock;
  newId(): string;
  machines: StateMachines;
  executions: Executions;
  tokens: TaskTokens;
  integrations: SdkIntegrations;
  launch: Launch;
}
