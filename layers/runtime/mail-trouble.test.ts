import { SESv2Client } from '@aws-sdk/client-sesv2';
import { runMailer } from './mail-run.ts';
import { type AwsServer, awsServer, Refusal } from './testing/aws-server.ts';
import { exampleRun, keepingLog } from './testing/examples.ts';

let aws: AwsServer;
afterEach(() => aws.close());

const offerRows = async () => ({ sentence: '' });

const refused = async (name: string, status: number): Promise<string> => {
  aws = await awsServer({
    SendEmail: () => {
      throw new Refusal(name, 'refused', status);
    },
  });
  const mail = new SESv2Client(aws.client);
  const send = runMailer({ mail, from: 'readout@example.com', pageOrigin: '', offerRows, log: keepingLog() });
  return send(exampleRun({ status: 'succeeded' })).then(
    () => 'done with',
    (error: Error) => `thrown: ${error.name}`,
  );
};

test.each([
  ['TooManyRequestsException', 429],
  ['InternalFailure', 500],
])('%s is thrown, so that it is tried again', async (name, status) => {
  expect(await refused(name, status)).toBe(`thrown: ${name}`);
});

test.each(['MessageRejected', 'MailFromDomainNotVerifiedException', 'AccountSuspendedException'])(
  '%s keeps nothing up: trying again would not help',
  async (name) => {
    expect(await refused(name, 400)).toBe('done with');
  },
);
