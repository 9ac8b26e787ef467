import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { Command } from 'commander';
import type { StackDescription } from './stack.ts';

/** `get-run` is the resource `GetRun` of the stack `readout`. */
const functionName = (folder: string): string =>
  `readout-${folder.replace(/(^|-)(\w)/g, (_whole, _dash, letter: string) => letter.toUpperCase())}`;

const command = new Command()
  .name('npm run invoke --')
  .description('Runs one function of the running local stack with a sample event, as Lambda would.')
  .argument('<function>', 'folder below functions/, e.g. get-run')
  .argument('<event>', 'JSON file, e.g. events/get-run.json')
  .option('--state <folder>', 'the state folder of the running stack', '.readout')
  .parse();
const [folder = '', eventFile = ''] = command.args;

const stackFile = join(command.opts<{ state: string }>().state, 'stack.json');
if (!existsSync(stackFile)) {
  console.error('No local stack is running. Start it with npm start.');
  process.exit(1);
}
const { aws, region, userPoolClientId }: StackDescription = JSON.parse(readFileSync(stackFile, 'utf8'));
const lambda = new LambdaClient({
  endpoint: aws,
  region,
  credentials: { accessKeyId: 'developer', secretAccessKey: 'local' },
});
// The samples name the client as `sam local invoke` resolves it, and answer to the default port.
const event = JSON.parse(readFileSync(eventFile, 'utf8'));
const claims = event.requestContext?.authorizer?.claims;
if (claims?.aud === 'UserPoolClient') claims.aud = userPoolClientId;
if (event.ResponseURL) event.ResponseURL = new URL(new URL(event.ResponseURL).pathname, aws).href;
const answer = await lambda.send(
  new InvokeCommand({
    FunctionName: functionName(folder),
    Payload: Buffer.from(JSON.stringify(event)),
    LogType: 'Tail',
  }),
);
if (answer.LogResult) console.error(Buffer.from(answer.LogResult, 'base64').toString('utf8'));
console.log(
  JSON.stringify(JSON.parse(Buffer.from(answer.Payload ?? []).toString('utf8') || 'null'), null, 2),
);
process.exit(answer.FunctionError ? 1 : 0);
