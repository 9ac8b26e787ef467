import { randomUUID } from 'node:crypto';
import type { Person } from '../support/person.ts';
import { stack } from '../support/stack.ts';
import { idOf, someone, without } from './people.ts';
import { type RawAnswer, rawRequest } from './raw-request.ts';
import { deployedRoutes, documentedRoutes } from './routes.ts';
import { type Heard, Socket } from './socket.ts';

/** A report of one group, and a run of it. */
const REPORT = 'taxi%2Fpayments';

interface Facts {
  runId: string;
  /** The id of its owner. */
  owner: string;
}

/** What a route answers to each: `who` is in the group of the report and has the run; the others are somebody else. */
interface Row {
  path: (facts: Facts) => string;
  body?: object;
  /** In no group. */
  stranger: Expected;
  /** In the group, and in the operators' too. */
  operator: Expected;
  owner: Expected;
}

type Expected = number | `${number} ${string}` | ((answer: RawAnswer, facts: Facts) => void);

const holds =
  (there: boolean) =>
  (answer: RawAnswer, { runId }: Facts) => {
    expect(answer.status).toBe(200);
    expect(answer.text.includes(runId)).toBe(there);
  };

const lists = (there: boolean) => (answer: RawAnswer) => {
  expect(answer.status).toBe(200);
  expect(answer.body.reports.some(({ id }: { id: string }) => id === 'taxi/payments')).toBe(there);
};

const listsDashboard = (there: boolean) => (answer: RawAnswer) => {
  expect(answer.status).toBe(200);
  expect(answer.body.dashboards.some(({ id }: { id: string }) => id === 'taxi/overview')).toBe(there);
};

const listsPipeline = (there: boolean) => (answer: RawAnswer) => {
  expect(answer.status).toBe(200);
  expect(answer.body.pipelines.some(({ id }: { id: string }) => id === 'sales')).toBe(there);
};

const prefers = (favourites?: string[]) => (answer: RawAnswer) => {
  expect(answer.status).toBe(200);
  expect(answer.body.preferences.favourites).toEqual(favourites);
};

const SCHEDULE = {
  report: 'taxi/payments',
  expression: 'cron(0 6 * * ? *)',
  timeZone: 'UTC',
  groups: ['analysts'],
};

const MATRIX: Record<string, Row> = {
  'POST /tickets': { path: () => '/tickets', stranger: 200, operator: 200, owner: 200 },
  'DELETE /connections': {
    path: () => '/connections',
    stranger: (answer) => expect(answer.body).toEqual({ closed: 0 }),
    operator: (answer) => expect(answer.body).toEqual({ closed: 0 }),
    owner: (answer) => expect(answer.body).toEqual({ closed: 1 }),
  },
  'PUT /preferences/{name}': {
    path: () => '/preferences/density',
    body: { value: 'compact' },
    stranger: 200,
    operator: 200,
    owner: 200,
  },
  'GET /schedules': { path: () => '/schedules', stranger: 200, operator: 200, owner: 200 },
  'POST /schedules': {
    path: () => '/schedules',
    body: SCHEDULE,
    stranger: '403 AccessDenied',
    operator: '400 InvalidInput', // for this stack sends no mail
    owner: '400 InvalidInput',
  },
  'GET /schedules/{id}': {
    path: ({ runId }) => `/schedules/${runId}`,
    stranger: '404 ScheduleNotFound',
    operator: '404 ScheduleNotFound',
    owner: '404 ScheduleNotFound',
  },
  'PUT /schedules/{id}': {
    path: ({ runId }) => `/schedules/${runId}`,
    body: SCHEDULE,
    stranger: '404 ScheduleNotFound',
    operator: '404 ScheduleNotFound',
    owner: '404 ScheduleNotFound',
  },
  'DELETE /schedules/{id}': {
    path: ({ runId }) => `/schedules/${runId}`,
    stranger: '404 ScheduleNotFound',
    operator: '404 ScheduleNotFound',
    owner: '404 ScheduleNotFound',
  },
  'GET /preferences': {
    path: () => '/preferences',
    stranger: prefers(undefined),
    operator: prefers(undefined),
    owner: prefers(['mine']),
  },
  'GET /reports': {
    path: () => '/reports',
    stranger: lists(false),
    operator: lists(true),
    owner: lists(true),
  },
  'GET /reports/{report}': {
    path: () => `/reports/${REPORT}`,
    stranger: '403 AccessDenied',
    operator: 200,
    owner: 200,
  },
  'POST /reports/{report}/preview': {
    path: () => `/reports/${REPORT}/preview`,
    body: { inputs: {} },
    stranger: '403 AccessDenied',
    operator: '403 AccessDenied',
    owner: '403 AccessDenied',
  },
  'POST /reports/{report}/runs': {
    path: () => `/reports/${REPORT}/runs`,
    body: { inputs: {} },
    stranger: '403 AccessDenied',
    operator: 202,
    owner: 202,
  },
  'GET /dashboards': {
    path: () => '/dashboards',
    stranger: listsDashboard(false),
    operator: listsDashboard(true),
    owner: listsDashboard(true),
  },
  'GET /dashboards/{dashboard}': {
    path: () => '/dashboards/taxi%2Foverview',
    stranger: '403 AccessDenied',
    operator: 200,
    owner: 200,
  },
  'GET /pipelines': {
    path: () => '/pipelines',
    stranger: listsPipeline(false),
    operator: listsPipeline(true),
    owner: listsPipeline(true),
  },
  'GET /pipelines/{pipeline}': {
    path: () => '/pipelines/sales',
    stranger: '403 AccessDenied',
    operator: 200,
    owner: 200,
  },
  'GET /pipelines/{pipeline}/runs': {
    path: () => '/pipelines/sales/runs',
    stranger: (answer) => expect(answer.body).toEqual({ runs: [] }),
    operator: 200,
    owner: 200,
  },
  'POST /pipelines/{pipeline}/runs': {
    path: () => '/pipelines/sales/runs',
    body: { inputs: { load_date: 'never' } },
    stranger: '403 AccessDenied',
    operator: '400 InvalidInput',
    owner: '400 InvalidInput',
  },
  // Of a run that there is: tests/e2e/pipeline-examples.
  'GET /pipeline-runs/{runId}': {
    path: ({ runId }) => `/pipeline-runs/${runId}`,
    stranger: '404 RunNotFound',
    operator: '404 RunNotFound',
    owner: '404 RunNotFound',
  },
  'DELETE /pipeline-runs/{runId}': {
    path: ({ runId }) => `/pipeline-runs/${runId}`,
    stranger: '404 RunNotFound',
    operator: '404 RunNotFound',
    owner: '404 RunNotFound',
  },
  'POST /pipeline-runs/{runId}/retry': {
    path: ({ runId }) => `/pipeline-runs/${runId}/retry`,
    stranger: '404 RunNotFound',
    operator: '404 RunNotFound',
    owner: '404 RunNotFound',
  },
  'GET /runs': { path: () => '/runs', stranger: holds(false), operator: holds(false), owner: holds(true) },
  'GET /operations/runs': {
    path: () => '/operations/runs',
    stranger: '403 AccessDenied',
    operator: (answer, { runId }) => {
      const run = answer.body.runs.find((one: Heard) => one.runId === runId);
      expect(run).toMatchObject({ report: 'taxi/payments', ownerEmail: expect.stringContaining('@') });
      for (const name of ['inputs', 'topic', 'requestId', 'caller', 'pageKey', 'scope'])
        expect(run).not.toHaveProperty(name);
    },
    owner: '403 AccessDenied',
  },
  'GET /runs/{runId}': {
    path: ({ runId }) => `/runs/${runId}`,
    stranger: '404 RunNotFound',
    operator: '404 RunNotFound',
    owner: holds(true),
  },
  'DELETE /runs/{runId}': {
    path: ({ runId }) => `/runs/${runId}`,
    stranger: '404 RunNotFound',
    operator: '404 RunNotFound',
    owner: '409 RunEnded',
  },
  'DELETE /operations/runs/{owner}/{runId}': {
    path: ({ owner, runId }) => `/operations/runs/${owner}/${runId}`,
    stranger: '403 AccessDenied',
    operator: '409 RunEnded',
    owner: '403 AccessDenied',
  },
  'GET /operations/runs/{owner}/{runId}/statement': {
    path: ({ owner, runId }) => `/operations/runs/${owner}/${runId}/statement`,
    stranger: '403 AccessDenied',
    operator: ({ status, text, body }) => {
      expect([status, body.sql]).toEqual([200, expect.stringContaining(':month')]);
      expect(body.parameters).toContainEqual({ name: 'month' });
      expect(text).not.toContain('2015-03');
    },
    owner: '403 AccessDenied',
  },
  'GET /runs/{runId}/statement': {
    path: ({ runId }) => `/runs/${runId}/statement`,
    stranger: '404 RunNotFound',
    operator: '404 RunNotFound',
    owner: ({ status, body }) => {
      expect([status, body.sql]).toEqual([200, expect.stringContaining(':month')]);
      expect(body.parameters).toContainEqual({ name: 'month', value: '2015-03' });
      expect(body).not.toHaveProperty('execution');
    },
  },
  'GET /runs/{runId}/result': {
    path: ({ runId }) => `/runs/${runId}/result`,
    stranger: '404 RunNotFound',
    operator: '404 RunNotFound',
    owner: 200,
  },
  'POST /runs/{runId}/downloads': {
    path: ({ runId }) => `/runs/${runId}/downloads`,
    body: { format: 'csv' },
    stranger: '404 RunNotFound',
    operator: '404 RunNotFound',
    owner: 200,
  },
};

const check = (answer: RawAnswer, expected: Expected, facts: Facts): void => {
  const found = answer.body?.error ? `${answer.status} ${answer.body.error.name}` : answer.status;
  if (typeof expected === 'function') expected(answer, facts);
  else expect(found).toBe(expected);
};

it('covers every route that is documented and every one that is deployed', () => {
  expect(Object.keys(MATRIX).sort()).toEqual(documentedRoutes().sort());
  expect(Object.keys(MATRIX).sort()).toEqual(deployedRoutes().sort());
});

describe('the REST API', () => {
  let owner: Person;
  let stranger: Person;
  let operator: Person;
  let socket: Socket;
  let facts: Facts;

  const ask = (method: string, path: string, token?: string, body?: object) =>
    rawRequest(method, path, { token, body: body && JSON.stringify(body) });

  beforeAll(async () => {
    stranger = await someone();
    operator = await someone('analysts', 'operators');
    owner = await someone('analysts');
    await owner.rest('PUT', '/preferences/favourites', { value: ['mine'] });
    socket = await Socket.open(owner);
    const run = { action: 'run', report: 'taxi/payments', inputs: { month: '2015-03' }, topic: 'mine' };
    const { runId } = await socket.ask(run, ({ status }: Heard) => status === 'succeeded');
    facts = { runId, owner: idOf(owner) };
  });

  const rows = Object.entries(MATRIX).map(([route, row]) => [route, route.split(' ')[0] ?? '', row] as const);

  it.each(rows)('%s is closed to the anonymous', async (_route, method, row) => {
    const answer = await ask(method, row.path(facts), undefined, row.body);
    expect(answer).toMatchObject({ status: 401, body: { error: { name: 'Unauthorized' } } });
  });

  it.each(rows)('%s gives a stranger in no group only what is theirs', async (_route, method, row) => {
    check(await ask(method, row.path(facts), stranger.token, row.body), row.stranger, facts);
  });

  it.each(rows)('%s gives an operator no rows of others', async (_route, method, row) => {
    check(await ask(method, row.path(facts), operator.token, row.body), row.operator, facts);
  });

  it('shows SQL to engineers, of reports that are for them', async () => {
    const path = MATRIX['POST /reports/{report}/preview']?.path(facts) ?? '';
    const others = await someone('engineers');
    expect(await ask('POST', path, others.token, {})).toMatchObject({ status: 403 });
    const engineer = await someone('engineers', 'analysts');
    expect(await ask('POST', path, engineer.token, {})).toMatchObject({
      status: 200,
      body: { sql: expect.any(String) },
    });
  });

  it('leaves the connection of its owner open, whoever closes theirs', async () => {
    expect(await socket.ask({ action: 'ping' })).toEqual({ type: 'pong' });
  });

  it.each(rows)('%s gives its owner what is theirs', async (_route, method, row) => {
    check(await ask(method, row.path(facts), owner.token, row.body), row.owner, facts);
  });

  it('answers someone else’s run exactly as one that does not exist', async () => {
    for (const path of ['', '/result', '/statement']) {
      const theirs = await ask('GET', `/runs/${facts.runId}${path}`, stranger.token);
      const none = await ask('GET', `/runs/${randomUUID()}${path}`, stranger.token);
      expect(theirs.text).toBe(none.text);
    }
  });

  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'TRACE'])(
    'has no route for %s but those that are documented',
    async (method) => {
      const paths = [...new Set(Object.values(MATRIX).map(({ path }) => path(facts)))];
      const known = rows.filter(([, one]) => one === method).map(([, , row]) => row.path(facts));
      for (const path of paths.filter((one) => !known.includes(one))) {
        const { status } = await ask(method, path, owner.token);
        expect([403, 404, 405]).toContain(status);
      }
    },
  );

  it('lets the page’s origin read its answers and no other', async () => {
    const headers = { origin: 'https://evil.example' };
    for (const [, method, row] of rows) {
      const options = { method: 'OPTIONS', headers: { ...headers, 'access-control-request-method': method } };
      const asked = await fetch(`${stack.rest}${row.path(facts)}`, options);
      expect(asked.headers.get('access-control-allow-origin')).toBe(stack.page);
      expect(asked.headers.get('access-control-allow-credentials')).toBeNull();
    }
    for (const token of [stranger.token, 'garbage']) {
      const answer = await fetch(`${stack.rest}/runs`, { headers: { ...headers, authorization: token } });
      expect(answer.headers.get('access-control-allow-origin')).toBe(stack.page);
      if (token === stranger.token) expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('shows the rows of a report to nobody who has left its group, but the run is still theirs', async () => {
    const former = await without(owner, 'analysts');
    const result = await ask('GET', `/runs/${facts.runId}/result`, former.token);
    expect(result).toMatchObject({ status: 403, body: { error: { name: 'AccessDenied' } } });
    expect(await ask('GET', `/runs/${facts.runId}`, former.token)).toMatchObject({ status: 200 });
    const again = await ask('POST', `/reports/${REPORT}/runs`, former.token, { inputs: {} });
    expect(again).toMatchObject({ status: 403, body: { error: { name: 'AccessDenied' } } });
  });
});
