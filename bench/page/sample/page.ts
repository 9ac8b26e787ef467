import { fetchAuthSession, signIn } from '@aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from '@aws-amplify/auth/cognito';
import { Amplify } from '@aws-amplify/core';

/*
 * The published sample's page, made anew on Readout's interfaces: a form, a WebSocket, and the first page of the result
 * written into the document as one table. No framework, no grid, nothing loaded later: what a page can weigh at least.
 */

const element = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
const textIn = (id: string): string => element<HTMLInputElement>(id).value;

const config = await (await fetch('/config.json')).json();
const auth = {
  Cognito: {
    userPoolId: config.userPoolId,
    userPoolClientId: config.userPoolClientId,
    userPoolEndpoint: config.cognitoEndpoint,
  },
};
cognitoUserPoolsTokenProvider.setAuthConfig(auth);
Amplify.configure({ Auth: auth }, { Auth: { tokenProvider: cognitoUserPoolsTokenProvider } });

const rest = async (path: string, method = 'GET') => {
  const { tokens } = await fetchAuthSession();
  const headers = { authorization: String(tokens?.idToken) };
  return (await fetch(config.rest + path, { method, headers })).json();
};

const show = async (runId: string): Promise<void> => {
  const { columns, rows } = await rest(`/runs/${runId}/result`);
  const line = (cells: unknown[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  const names = columns.map(({ name }: { name: string }) => name);
  element('rows').innerHTML = line(names, 'th') + rows.map((row: unknown[]) => line(row, 'td')).join('');
};

const connect = async (): Promise<void> => {
  const { ticket } = await rest('/tickets', 'POST');
  const socket = new WebSocket(`${config.websocket}?ticket=${ticket}`);
  socket.onopen = () => {
    element('run').hidden = false;
  };
  socket.onmessage = ({ data }) => {
    const { status, runId } = JSON.parse(data);
    if (status === 'succeeded') void show(runId);
  };
  element('run').onsubmit = (event) => {
    event.preventDefault();
    const inputs = { month: textIn('month') };
    socket.send(
      JSON.stringify({ action: 'run', report: 'taxi/daily', inputs, requestId: crypto.randomUUID() }),
    );
  };
};

element('sign-in').onsubmit = async (event) => {
  event.preventDefault();
  await signIn({ username: textIn('email'), password: textIn('password') });
  await connect();
};
element('sign-in').hidden = false; // not before it is listened to
