import { setTimeout as sleep } from 'node:timers/promises';
import { fetchAuthSession, signIn } from '@aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from '@aws-amplify/auth/cognito';
import { Amplify, ConsoleLogger } from '@aws-amplify/core';
import { WebSocket } from 'ws';

// Readout by its REST API and WebSocket: sign in, start a report, be told of its end, read its rows.

const { READOUT_URL, READOUT_EMAIL, READOUT_PASSWORD } = process.env;
const config = await (await fetch(`${READOUT_URL}/config.json`)).json();

/** Proves the password by SRP; Amplify renews the token when it is old. */
const signedIn = async () => {
  ConsoleLogger.LOG_LEVEL = 'NONE';
  const { userPoolId, userPoolClientId, cognitoEndpoint: userPoolEndpoint } = config;
  const Auth = { Cognito: { userPoolId, userPoolClientId, userPoolEndpoint } };
  cognitoUserPoolsTokenProvider.setAuthConfig(Auth);
  Amplify.configure({ Auth }, { Auth: { tokenProvider: cognitoUserPoolsTokenProvider } });
  await signIn({ username: READOUT_EMAIL, password: READOUT_PASSWORD });
};

const call = async (method, path, body) => {
  const Authorization = (await fetchAuthSession()).tokens.idToken.toString();
  const init = { method, headers: { Authorization }, body: body && JSON.stringify(body) };
  const answer = await fetch(config.rest + path, init);
  const { error, ...rest } = await answer.json();
  if (!answer.ok) throw new Error(`${error.name}: ${error.field ?? ''} ${error.message}`);
  return rest;
};

const isOver = ({ status }) => ['succeeded', 'failed', 'cancelled'].includes(status);

/** Listens on one connection until the run is over or the connection is. */
const listen = (ticket, runId, since) =>
  new Promise((resolve) => {
    const socket = new WebSocket(`${config.websocket}?ticket=${encodeURIComponent(ticket)}`);
    let cursor = since;
    const sync = () => socket.send(JSON.stringify({ action: 'sync', since: cursor }));
    socket.on('open', sync);
    socket.on('message', (text) => {
      const message = JSON.parse(text);
      const runs = message.type === 'sync' ? message.runs : [message];
      const run = runs.find((one) => one.runId === runId && isOver(one));
      if (run) {
        socket.close();
        return resolve({ run });
      }
      if (message.type !== 'sync') return;
      cursor = message.cursor;
      if (runs.length) sync();
    });
    socket.on('error', () => {}); // `close` follows
    socket.on('close', () => resolve({ cursor }));
  });

/** The run once it is over. A lost connection is opened again; the answer to `sync` tells what was missed. */
const ended = async (runId) => {
  let cursor;
  for (;;) {
    const { ticket } = await call('POST', '/tickets');
    const heard = await listen(ticket, runId, cursor);
    if (heard.run) return heard.run;
    cursor = heard.cursor;
    await sleep(1000);
  }
};

const pages = async function* (runId) {
  let next;
  do {
    const page = await call('GET', `/runs/${runId}/result${next ? `?page=${encodeURIComponent(next)}` : ''}`);
    yield page;
    next = page.next;
  } while (next);
};

await signedIn();
const { runId } = await call('POST', `/reports/${encodeURIComponent('taxi/daily')}/runs`, {
  inputs: { month: '2015-12' },
});
const { title, status, rows, error } = await ended(runId);
if (error) throw new Error(`${error.name}: ${error.message}`);
console.log(`${title}: ${status}, ${rows} rows`);
let named = false;
for await (const page of pages(runId)) {
  if (!named) console.log(page.columns.map(({ name }) => name).join('\t'));
  named = true;
  for (const row of page.rows) console.log(row.join('\t'));
}
