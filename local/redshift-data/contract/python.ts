import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { runBinary } from '../server/run-binary.ts';

// Runs clients.py with the Python of CONTRACT_PYTHON, which has boto3 and awscli, against the emulator, or against the
// workgroup of a real account that REDSHIFT_DATA_CONTRACT_WORKGROUP names.

const python = process.env.CONTRACT_PYTHON ?? 'python3';
const script = fileURLToPath(new URL('clients.py', import.meta.url));
const binary = fileURLToPath(new URL('../bin/redshift-data-local.mjs', import.meta.url));

const run = async (target: object, environment: Record<string, string>): Promise<number> => {
  const env = { ...process.env, CONTRACT_TARGET: JSON.stringify(target), ...environment };
  const [code] = await once(spawn(python, [script], { stdio: 'inherit', env }), 'exit');
  return code ?? 1;
};

const WorkgroupName = process.env.REDSHIFT_DATA_CONTRACT_WORKGROUP;
const Database = process.env.REDSHIFT_DATA_CONTRACT_DATABASE ?? 'dev';
if (WorkgroupName) process.exitCode = await run({ WorkgroupName, Database }, {});
else {
  const { endpoint, interrupt } = await runBinary(binary, ['--workgroup', 'contract']);
  process.exitCode = await run(
    { WorkgroupName: 'contract', Database: 'dev' },
    {
      AWS_ENDPOINT_URL_REDSHIFT_DATA: endpoint,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_DEFAULT_REGION: 'us-east-1',
    },
  );
  await interrupt();
}
