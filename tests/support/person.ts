import { fetchAuthSession, signIn, signOut } from '@aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from '@aws-amplify/auth/cognito';
import { Amplify, ConsoleLogger } from '@aws-amplify/core';
import { Connection } from './connection.ts';
import { type RunningStack, stack } from './stack.ts';

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
  body: any;
}

/** A signed-in person, with what the page would do for them. */
export class Person {
  constructor(
    readonly email: string,
    readonly token: string,
    readonly stack: RunningStack,
  ) {}

  async rest(method: string, path: string, body?: unknown, token = this.token): Promise<Answer> {
    const response = await fetch(`${this.stack.rest}${path}`, {
      method,
      headers: { ...(token && { authorization: token }), 'content-type': 'application/json' },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
  }

  async ticket(): Promise<string> {
    return (await this.rest('POST', '/tickets')).body.ticket;
  }

  /** Opens the WebSocket with a fresh ticket; `query` is what the handshake says besides. */
  async connect(query: Record<string, string | string[]> = {}): Promise<Connection> {
    const url = new URL(this.stack.websocket);
    url.searchParams.set('ticket', await this.ticket());
    for (const [name, value] of Object.entries(query))
      for (const item of [value].flat()) url.searchParams.append(name, item);
    return Connection.open(url.href);
  }
}

/** Proves the password by SRP, with the library that the page uses. */
export const signedIn = async (email: string, password: string, running = stack): Promise<Person> => {
  ConsoleLogger.LOG_LEVEL = 'NONE'; // it warns of every endpoint that is not AWS's
  const { userPoolId, userPoolClientId, aws: userPoolEndpoint } = running;
  const Cognito = { userPoolId, userPoolClientId, userPoolEndpoint };
  cognitoUserPoolsTokenProvider.setAuthConfig({ Cognito });
  Amplify.configure({ Auth: { Cognito } }, { Auth: { tokenProvider: cognitoUserPoolsTokenProvider } });
  await signOut();
  await signIn({ username: email, password });
  const { tokens } = await fetchAuthSession();
  return new Person(email, tokens?.idToken?.toString() ?? '', running);
};

/** The user of the stack; of the shared one, the test file's own. */
export const analyst = (running = stack): Promise<Person> =>
  signedIn(running.user.email, running.user.password, running);
