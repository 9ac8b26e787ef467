import { createHostNames } from './host-names.ts';

const names = createHostNames();
names.answer('a.execute-api.r.aws', 'http://127.0.0.1:1/execute-api/a');
names.answer('b.execute-api.r.aws', 'http://127.0.0.1:1/execute-api/b');
names.answer('live.d1.hosting.aws', 'http://localhost:2');

it('leads the names of a value to this machine, wherever they stand in it', () => {
  const value = {
    rest: ['https://a.execute-api.r.aws/live'],
    socket: 'wss://b.execute-api.r.aws/live',
    n: 1,
  };
  expect(names.localise(value)).toEqual({
    rest: ['http://127.0.0.1:1/execute-api/a/live'],
    socket: 'ws://127.0.0.1:1/execute-api/b/live',
    n: 1,
  });
});

it.each([
  ['https://a.execute-api.r.aws', 'http://127.0.0.1:1'],
  ['https://*.execute-api.r.aws wss://*.execute-api.r.aws', 'http://127.0.0.1:1 ws://127.0.0.1:1'],
  ["connect-src 'self' https://*.aws;", "connect-src 'self' http://127.0.0.1:1 http://localhost:2;"],
  ['https://*.example.com https://example.com', 'https://*.example.com https://example.com'],
])('makes origins of %s', (text, expected) => {
  expect(names.localiseOrigins(text)).toBe(expected);
});
