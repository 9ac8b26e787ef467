import fc from 'fast-check';
import { signed, startTestClient, type TestClient } from './test-client.ts';
import { members } from './wire/members.ts';

let data: TestClient;
beforeAll(async () => {
  data = await startTestClient();
  await data.run('create table t (a integer, b varchar(10))');
});
afterAll(() => data.close());

const post = async (operation: string, body: string, headers: Record<string, string> = {}) => {
  const response = await fetch(data.server.endpoint, {
    method: 'POST',
    headers: { ...signed(operation), ...headers },
    body,
  });
  return {
    status: response.status,
    name: response.headers.get('x-amzn-errortype'),
    text: await response.text(),
  };
};
const errors = [
  'ValidationException',
  'SerializationException',
  'ResourceNotFoundException',
  'DatabaseConnectionException',
  'UnknownOperationException',
  'IncompleteSignatureException',
  'InvalidSignatureException',
  'MissingAuthenticationTokenException',
];
/** Every answer is the service's: a body of JSON, and one of its errors or none. */
const expectAnswer = ({ status, name, text }: Awaited<ReturnType<typeof post>>): void => {
  const body = JSON.parse(text);
  if (status === 200) return;
  expect(errors).toContain(name);
  expect(body.__type).toBe(name);
};

const names = [...new Set(Object.values(members).flat()), 'Nobody'];
const likely = [
  ...[
    'analytics',
    'warehouse',
    'dev',
    'select 1',
    'select * from t',
    'CSV',
    'JSON',
    'ALL',
    '',
    'x'.repeat(65),
  ],
  ...['00000000-0000-4000-8000-000000000000', '00000000-0000-4000-8000-000000000000:1', '%', "a'b", '\u0000'],
  ...[0, 1, -1, 1.5, 1e300, 101, true, false, null, [], {}, ['select 1'], [null], [[1]]],
  [{ name: 'a', value: '1' }],
];
const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...likely) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);
const request = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 8 });
const operation = fc.constantFrom(...Object.keys(members));
const runs = { numRuns: 300 };

it('answers generated requests to every operation', async () => {
  const send = async (name: string, body: object) => {
    // A wait would only cost time.
    const { WaitTimeSeconds, ...rest } = body as { WaitTimeSeconds?: unknown };
    const wait = typeof WaitTimeSeconds === 'number' && WaitTimeSeconds > 1 ? {} : { WaitTimeSeconds };
    expectAnswer(await post(name, JSON.stringify({ ...rest, ...wait })));
  };
  await fc.assert(fc.asyncProperty(operation, request, send), runs);
});

it('answers bodies and headers of any bytes', async () => {
  const header = fc
    .string({ unit: 'grapheme-ascii', maxLength: 60 })
    .map((text) => text.replace(/[^ -~]/g, ''));
  const any = fc.tuple(operation, fc.string({ unit: 'binary', maxLength: 200 }), header, header);
  const send = async ([name, body, authorization, target]: [string, string, string, string]) => {
    expectAnswer(await post(name, body));
    expectAnswer(await post(name, body, { authorization }));
    expectAnswer(await post(name, body, { 'x-amz-target': target }));
  };
  await fc.assert(fc.asyncProperty(any, send), { numRuns: 100 });
});

it('runs generated SQL to an end: rows, or an error in one line of words', async () => {
  const word = fc.constantFrom(
    ...'select from where group by order limit 1 t a b ( ) , * = + - || :: integer varchar(3) case when then end'.split(
      ' ',
    ),
    ...[
      "'x'",
      "'",
      '"a"',
      '"',
      '$$',
      '--',
      '/*',
      '*/',
      ';',
      ':p',
      '?',
      '$1',
      'null',
      'and',
      'not',
      'in',
      'between',
    ],
    ...[
      'insert into t values',
      'update t set',
      'delete',
      'with',
      'union all',
      'copy',
      'begin',
      'rollback',
      'set',
    ],
    ...['dateadd(', 'cast(', 'extract(', 'over (', 'interval', '\u0000', 'é', '{', '[', '~', "E'\\"],
  );
  const sql = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));
  const run = async (text: string) => {
    const done = await data.run(text);
    expect(['FINISHED', 'FAILED']).toContain(done.Status);
    if (done.Status === 'FAILED')
      expect(done.Error).toMatch(/^(ERROR: .|No value specified for parameter|Packet for query)/);
  };
  await fc.assert(fc.asyncProperty(sql, run), runs);
});

it('is still there', async () => {
  expect(await data.rows('select 1')).toEqual([['1']]);
});
