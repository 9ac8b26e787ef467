import { join } from 'node:path';
import { awsJson } from '../protocol/aws-json.ts';
import type { Clock, Service } from '../service.ts';
import { operationsOf } from './operations.ts';
import { type NewParameter, Parameters } from './parameters.ts';

export interface Ssm extends Service {
  /** Deploys `AWS::SSM::Parameter`; the same value again is no new version. */
  putParameter(parameter: NewParameter): { name: string; arn: string };
}

export interface SsmOptions {
  stateDir: string;
  clock: Clock;
  account: string;
  region: string;
}

/** AWS Systems Manager: its parameter store. */
export const createSsm = ({ stateDir, clock, account, region }: SsmOptions): Ssm => {
  const parameters = new Parameters(join(stateDir, 'parameters.json'), clock);
  const arnOf = (name: string) => `arn:aws:ssm:${region}:${account}:parameter/${name.replace(/^\//, '')}`;
  return {
    name: 'ssm',
    handle: awsJson({ version: '1.1', operations: operationsOf(parameters, arnOf) }),
    putParameter: (parameter) => {
      const { name, type, value, description } = parameter;
      const kept = parameters.find(name);
      if (kept?.type !== type || kept.value !== value || kept.description !== description)
        parameters.put(parameter, `arn:aws:iam::${account}:root`);
      return { name, arn: arnOf(name) };
    },
  };
};
