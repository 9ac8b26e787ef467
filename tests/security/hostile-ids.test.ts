import { randomUUID } from 'node:crypto';
import type { Person } from '../support/person.ts';
import { functionLogs } from './function-logs.ts';
import { foundIn, hostileTexts } from './hostile-texts.ts';
import { inBatches } from './in-batches.ts';
import { someone } from './people.ts';
import { encoded, rawRequest } from './raw-request.ts';
import { type Heard, Socket } from './socket.ts';
import { warehouse } from './warehouse.ts';

jest.setTimeout(300_000);

/** A path segment that is empty, or one that addresses resolve by themselves, is another route. */
const ROUTE = 'RouteNotFound';
const isOwnPlace = (text: string) => text === '.' || text === '..';

describe('a hostile text', () => {
  let person: Person;
  let socket: Socket;
  let runId: string;
  let before: object;

  beforeAll(async () => {
    before = await warehouse();
    person = await someone('analysts');
    socket = await Socket.open(person);
    const ended = ({ topic, status }: Heard) => topic === 'whose page' && status === 'succeeded';
    const run = { action: 'run', report: 'taxi/vendors', inputs: {}, topic: 'whose page' };
    runId = (await socket.ask(run, ended)).runId;
  });
  afterAll(() => socket.close());

  it.each<[string, string, (text: string) => string, string[]]>([
    ['a report to read', 'GET', (text) => `/reports/${text}`, ['ReportNotFound', ROUTE]],
    ['a dashboard to read', 'GET', (text) => `/dashboards/${text}`, ['DashboardNotFound', ROUTE]],
    ['a pipeline to read', 'GET', (text) => `/pipelines/${text}`, ['PipelineNotFound', ROUTE]],
    ['a report to run', 'POST', (text) => `/reports/${text}/runs`, ['ReportNotFound', ROUTE]],
    ['a run to read', 'GET', (text) => `/runs/${text}`, ['RunNotFound', ROUTE]],
    ['a run to cancel', 'DELETE', (text) => `/runs/${text}`, ['RunNotFound', ROUTE]],
    ['a run whose rows to read', 'GET', (text) => `/runs/${text}/result`, ['RunNotFound', ROUTE]],
    ['a schedule to read', 'GET', (text) => `/schedules/${text}`, ['ScheduleNotFound', ROUTE]],
    ['a schedule to delete', 'DELETE', (text) => `/schedules/${text}`, ['ScheduleNotFound', ROUTE]],
    ['a page', 'GET', (text) => `/runs/RUN/result?page=${text}`, ['InvalidPage']],
    ['a cursor', 'GET', (text) => `/runs?since=${text}`, ['InvalidInput']],
  ])('as %s is refused by name over REST', async (_what, method, path, names) => {
    const texts = hostileTexts.filter((text) => path('').includes('=') || !isOwnPlace(text));
    await inBatches(texts, 10, async (text) => {
      const body = method === 'POST' ? '{"inputs":{}}' : undefined;
      const target = path(encoded(text)).replace('RUN', runId);
      const answer = await rawRequest(method, target, { token: person.token, body });
      expect({ text, name: answer.body?.error?.name, status: answer.status }).toEqual({
        text,
        name: expect.stringMatching(new RegExp(`^(${names.join('|')})$`)),
        status: names[0]?.endsWith('NotFound') ? 404 : 400,
      });
    });
  });

  it('as a day or a page of the operators’ list is refused by name', async () => {
    const { token } = await someone('operators');
    const made = (page: object) => Buffer.from(JSON.stringify(page)).toString('base64url');
    const place = { owner: 'x', runId: 'y', createdAt: '2015-12-31T00:00:00.000Z' };
    const pages = [
      ...hostileTexts,
      ...[{ ...place, owner: '' }, { ...place, runId: 'x'.repeat(3000) }, { ...place, day: 'x' }, [], {}].map(
        made,
      ),
    ];
    const ask = async (query: string) =>
      (await rawRequest('GET', `/operations/runs?${query}`, { token })).body;
    await inBatches(pages, 10, async (text) => {
      expect((await ask(`page=${encoded(text)}`)).error).toMatchObject({ name: 'InvalidPage' });
      expect((await ask(`day=${encoded(text)}`)).error).toMatchObject({ name: 'InvalidInput', field: 'day' });
    });
    expect(await ask(`day=2015-12-31&page=${made(place)}`)).toEqual({ runs: [] });
  });

  it.each<[string, (text: string) => object, string]>([
    ['a report', (report) => ({ action: 'run', report, inputs: {} }), 'ReportNotFound'],
    ['a run to cancel', (id) => ({ action: 'cancel', runId: id }), 'RunNotFound'],
    ['a cursor', (since) => ({ action: 'sync', since }), 'InvalidInput'],
    ['an action', (action) => ({ action }), 'InvalidMessage'],
    ['the name of a field', (name) => ({ action: 'cancel', runId, [name]: 1 }), 'InvalidMessage'],
  ])('as %s is refused by name over the socket', async (_what, message, name) => {
    await inBatches(hostileTexts, 10, async (text) => {
      const requestId = randomUUID();
      const answer = await socket.ask(
        { ...message(text), requestId },
        (heard) => heard.requestId === requestId,
      );
      expect({ text, name: answer.name }).toEqual({ text, name });
    });
  });

  it.each(['topic', 'requestId'])('as a %s comes back as it was, in an error and in a run', async (label) => {
    const other = label === 'topic' ? 'requestId' : 'topic';
    const texts = hostileTexts.filter((text) => text.length <= 200);
    await inBatches(texts, 10, async (text, at) => {
      const id = randomUUID();
      const report = at % 10 === 0 ? 'taxi/vendors' : 'no/such';
      const message = { action: 'run', report, inputs: {}, [label]: text, [other]: id };
      const answer = await socket.ask(message, (heard) => heard[other] === id);
      expect(answer[label]).toBe(text);
      if (report === 'no/such') return expect(answer).toMatchObject({ name: 'ReportNotFound' });
      const { body: run } = await person.rest('GET', `/runs/${answer.runId}`);
      return expect(run).toMatchObject({ runId: answer.runId, [label]: text });
    });
  });

  it('as the report or the topic of a handshake refuses no handshake and finds no report', async () => {
    const texts = hostileTexts.filter((text) => text.length <= 100 && !text.includes(','));
    await inBatches(
      texts.filter((_, at) => at % 6 === 0),
      5,
      async (text) => {
        const topic = randomUUID();
        const failed = socket.next((message) => message.topic === topic && message.status === 'failed');
        const own = await Socket.open(person, { report: [text], topic: [topic] });
        expect((await failed).error).toMatchObject({ name: 'ReportNotFound' });
        await own.close();
      },
    );
  });

  it('has changed nothing in the warehouse and stands in no log', async () => {
    expect(await warehouse()).toEqual(before);
    expect(foundIn(functionLogs())).toEqual([]);
  });
});
