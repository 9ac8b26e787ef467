import { fetchAuthSession } from '@aws-amplify/auth';
import { analyst, type Person } from '../support/person.ts';
import { stack } from '../support/stack.ts';
import { forgeries, issued } from './forge.ts';
import { functionLogs } from './function-logs.ts';
import { someone } from './people.ts';
import { rawRequest } from './raw-request.ts';
import { Socket } from './socket.ts';

const refused = /Unexpected server response: 401/;
const handshake = (ticket: string) => Socket.at(`${stack.websocket}?ticket=${encodeURIComponent(ticket)}`);

describe('a token', () => {
  let person: Person;
  let other: Person;
  let accessToken: string;

  beforeAll(async () => {
    other = await someone();
    person = await analyst();
    accessToken = (await fetchAuthSession()).tokens?.accessToken.toString() ?? '';
  });

  it('that is right in all things is let in, so that the others are refused for what is wrong with them', async () => {
    for (const token of [person.token, issued(person.token, {}), `Bearer ${person.token}`])
      expect(await person.rest('GET', '/runs', undefined, token)).toMatchObject({ status: 200 });
  });

  it.each(forgeries)(
    'forged as %s gives neither runs, nor a ticket, nor a connection',
    async (_what, forge) => {
      const token = forge(person.token, other.token);
      for (const [method, path] of [
        ['GET', '/runs'],
        ['POST', '/tickets'],
        ['DELETE', '/connections'],
        ['GET', '/operations/runs'],
      ] as const) {
        const answer = await rawRequest(method, path, { token });
        expect(answer).toMatchObject({ status: 401, body: { error: { name: 'Unauthorized' } } });
        expect(Object.keys(answer.body)).toEqual(['error']);
      }
      await expect(handshake(token || 'x')).rejects.toThrow(refused);
    },
  );

  it('for access, which the page holds too, is no ID token', async () => {
    expect(accessToken).not.toBe('');
    for (const token of [accessToken, `Bearer ${accessToken}`])
      expect(await person.rest('POST', '/tickets', undefined, token)).toMatchObject({ status: 401 });
  });

  it.each(['cookie', 'x-api-key', 'x-amz-security-token', 'proxy-authorization'])(
    'in the header %s is no token',
    async (header) => {
      const answer = await rawRequest('GET', '/runs', { headers: { [header]: person.token } });
      expect(answer.status).toBe(401);
    },
  );

  it('in the query is no token', async () => {
    const token = encodeURIComponent(person.token);
    for (const name of ['authorization', 'Authorization', 'access_token', 'token'])
      expect(await rawRequest('GET', `/runs?${name}=${token}`)).toMatchObject({ status: 401 });
  });

  it('of an ID is no ticket', async () => {
    await expect(handshake(person.token)).rejects.toThrow(refused);
  });

  it('stands in no log', () => {
    const logs = functionLogs();
    for (const token of [person.token, other.token, accessToken]) {
      const [, claims = '-', signature = '-'] = token.split('.');
      expect(logs).not.toContain(signature);
      expect(logs).not.toContain(claims);
    }
  });
});
