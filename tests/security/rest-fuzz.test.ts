import { ERRORS } from '@readout/runtime/errors.ts';
import fc from 'fast-check';
import type { Person } from '../support/person.ts';
import { type FuzzRequest, requestsOf } from './fuzz/arbitraries.ts';
import { type Operation, operations, problemsOf } from './fuzz/document.ts';
import { idOf, someone } from './people.ts';
import { encoded, type RawAnswer, rawRequest } from './raw-request.ts';
import { type Heard, Socket } from './socket.ts';
import { warehouse } from './warehouse.ts';

jest.setTimeout(120_000);

/** What API Gateway says by itself (docs/errors.md), with its statuses. */
const OF_THE_GATEWAY: Record<string, number[]> = { RouteNotFound: [404], BadRequest: [400, 403, 415] };

const RUNS = 60;

describe('the REST API, whatever is asked of it', () => {
  let person: Person;
  let known: Record<string, string[]>;
  let before: object;

  beforeAll(async () => {
    before = await warehouse();
    person = await someone('analysts', 'operators', 'engineers');
    const socket = await Socket.open(person);
    const isDone = ({ status }: Heard) => status === 'succeeded';
    const [vendors, trips] = [
      await socket.ask({ action: 'run', report: 'taxi/vendors', inputs: {} }, isDone),
      await socket.ask({ action: 'run', report: 'taxi/trips', inputs: { month: '2015-05' } }, isDone),
    ];
    await socket.close();
    const { next } = (await person.rest('GET', `/runs/${trips.runId}/result`)).body;
    known = {
      report: ['taxi/vendors', 'taxi/daily', 'taxi/nothing'],
      runId: [vendors.runId, trips.runId],
      owner: [idOf(person)],
      page: [next],
      name: ['favourites', 'result.density'],
      since: [vendors.cursor, trips.cursor],
      before: [vendors.cursor, trips.cursor],
      day: ['2015-12-31', new Date().toISOString().slice(0, 10)],
    };
  });

  const send = (operation: Operation, request: FuzzRequest): Promise<RawAnswer> => {
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name) => encoded(request.path[name] ?? ''));
    const query = request.query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
    return rawRequest(operation.method, query ? `${path}?${query}` : path, {
      body: request.body,
      headers: { 'content-type': request.contentType },
      ...(request.signedIn && { token: person.token }),
    });
  };

  /** An empty segment, and the two that addresses resolve by themselves, make it another route. */
  const isOfRoute = ({ path }: FuzzRequest) => Object.values(path).every((one) => !/^\.{0,2}$/.test(one));

  const check = ({ answers }: Operation, { status, body, text }: RawAnswer, signedIn: boolean): void => {
    expect({ status, text }).toMatchObject({
      status: expect.any(Number),
      text: expect.stringMatching(/^\{/),
    });
    expect(status).toBeLessThan(500);
    if (status >= 400 && OF_THE_GATEWAY[body.error.name]?.includes(status)) return;
    const documented = answers[status];
    expect(problemsOf((documented ?? answers.default) as object, body)).toEqual([]);
    if (!documented) expect(status).toBe(ERRORS[body.error.name as keyof typeof ERRORS].status);
    if (!signedIn) expect(status).toBe(401);
  };

  it.each(operations.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
    '%s answers as openapi.yaml says',
    async (_route, operation) => {
      const statuses = new Set<number>();
      await fc.assert(
        fc.asyncProperty(requestsOf(operation, known).filter(isOfRoute), async (request) => {
          const answer = await send(operation, request);
          statuses.add(answer.status);
          check(operation, answer, request.signedIn);
        }),
        { numRuns: RUNS, interruptAfterTimeLimit: 60_000, endOnFailure: true },
      );
      const right = {
        path: Object.fromEntries(operation.parameters.map(({ name }) => [name, known[name]?.[0] ?? 'x'])),
        query: [],
        body: operation.body && '{}',
        contentType: 'application/json',
      };
      for (const signedIn of [true, false]) {
        const answer = await send(operation, { ...right, signedIn });
        check(operation, answer, signedIn);
        statuses.add(answer.status);
      }
      expect(statuses.size).toBeGreaterThan(1);
    },
  );

  it('and the warehouse is as it was', async () => {
    expect(await warehouse()).toEqual(before);
  });
});
