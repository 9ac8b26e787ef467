import { fetchAuthSession, signIn } from '@aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from '@aws-amplify/auth/cognito';
import { Amplify, ConsoleLogger } from '@aws-amplify/core';
import { createClient, failureOf, type Socket } from '@readout/client';
import { WebSocket } from 'ws';

// Readout through its client package, which reconnects, misses nothing, and reads pages as they are wanted.

const { READOUT_URL, READOUT_EMAIL = '', READOUT_PASSWORD = '' } = process.env;
const config = await (await fetch(`${READOUT_URL}/config.json`)).json();

/** Proves the password by SRP; Amplify renews the token when it is old. */
const signedIn = async (): Promise<void> => {
  ConsoleLogger.LOG_LEVEL = 'NONE';
  const { userPoolId, userPoolClientId, cognitoEndpoint: userPoolEndpoint } = config;
  const Auth = { Cognito: { userPoolId, userPoolClientId, userPoolEndpoint } };
  cognitoUserPoolsTokenProvider.setAuthConfig(Auth);
  Amplify.configure({ Auth }, { Auth: { tokenProvider: cognitoUserPoolsTokenProvider } });
  await signIn({ username: READOUT_EMAIL, password: READOUT_PASSWORD });
};

await signedIn();
const readout = createClient({
  rest: config.rest,
  websocket: config.websocket,
  idToken: async () => (await fetchAuthSession()).tokens?.idToken?.toString() ?? '',
  openSocket: (url) => new WebSocket(url) as unknown as Socket,
});

const run = await readout.run('taxi/daily', { month: '2015-12' });
if (run.status !== 'succeeded') throw failureOf(run);
console.log(`${run.title}: ${run.status}, ${run.rows} rows`);
let named = false;
for await (const { columns, rows } of readout.pages(run.runId)) {
  if (!named) console.log(columns.map(({ name }) => name).join('\t'));
  named = true;
  for (const row of rows) console.log(row.join('\t'));
}
readout.close();
