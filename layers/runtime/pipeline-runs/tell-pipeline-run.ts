import type { Broadcast } from '../broadcast.ts';
import { mayRun } from '../report/access.ts';
import { type PipelineRunRecord, pipelineRunMessage } from './pipeline-run-record.ts';

/** Tells everybody who may see a run how it stands. Who cannot be reached asks when they come back. */
export type TellPipelineRun = (record: PipelineRunRecord) => Promise<void>;

interface Deps {
  broadcast: Broadcast;
  operatorGroup: string;
}

/** Whether somebody of these groups may see the run: those whom the pipeline is for, and operators. */
export const maySee = (
  { access }: Pick<PipelineRunRecord, 'access'>,
  groups: string[],
  operatorGroup: string,
): boolean => mayRun({ access }, { groups }) || groups.includes(operatorGroup);

export const pipelineRunTeller =
  ({ broadcast, operatorGroup }: Deps): TellPipelineRun =>
  (record) =>
    broadcast(({ groups = [] }) =>
      maySee(record, groups, operatorGroup) ? pipelineRunMessage(record) : undefined,
    );
