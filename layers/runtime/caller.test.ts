import { callerFromClaims, callerFromConnection, contextOf } from './caller.ts';

const claims = {
  sub: 'a1b2',
  email: 'ada@example.com',
  'cognito:groups': 'analysts,finance',
  'custom:region': 'north',
  aud: 'UserPoolClient',
  token_use: 'id',
  exp: 'Sat Nov 22 10:00:00 UTC 2025',
};

test('reads the caller from the claims, without those about the token', () => {
  expect(callerFromClaims(claims, 'UserPoolClient')).toEqual({
    id: 'a1b2',
    email: 'ada@example.com',
    groups: ['analysts', 'finance'],
    claims: {
      sub: 'a1b2',
      email: 'ada@example.com',
      'cognito:groups': 'analysts,finance',
      'custom:region': 'north',
    },
  });
});

test('a caller of no group has none', () => {
  const { 'cognito:groups': _groups, ...ungrouped } = claims;
  expect(callerFromClaims(ungrouped, 'UserPoolClient').groups).toEqual([]);
});

test.each([
  ['another client', { ...claims, aud: 'other' }],
  ['access', { ...claims, token_use: 'access' }],
  ['nobody', { ...claims, sub: '' }],
  ['no authorizer', undefined],
])('refuses a token for %s', (_case, given) => {
  expect(() => callerFromClaims(given, 'UserPoolClient')).toThrow(
    expect.objectContaining({ name: 'Unauthorized' }),
  );
});

const opened = new Date('2015-12-01T12:00:00.000Z');
const minutes = (count: number): Date => new Date(opened.getTime() + count * 60_000);

test('a caller survives the authorizer context unchanged', () => {
  const caller = callerFromClaims(claims, 'UserPoolClient');
  expect(callerFromConnection(contextOf(caller, opened), opened)).toEqual(caller);
});

test('the context holds texts alone, as API Gateway asks for', () => {
  const context = contextOf(callerFromClaims(claims, 'UserPoolClient'), opened);
  expect(Object.values(context).map((value) => typeof value)).toEqual(
    Object.keys(context).map(() => 'string'),
  );
});

test('what a person may do on a connection is good for an hour', () => {
  const context = contextOf(callerFromClaims(claims, 'UserPoolClient'), opened);
  expect(callerFromConnection(context, minutes(60)).id).toBe('a1b2');
  expect(() => callerFromConnection(context, new Date(minutes(60).getTime() + 1))).toThrow(
    expect.objectContaining({ name: 'Unauthorized' }),
  );
});

const context = contextOf(callerFromClaims(claims, 'UserPoolClient'), opened);

test.each([
  undefined,
  {},
  { ...context, id: '' },
  { ...context, id: undefined },
  { ...context, until: undefined },
  { ...context, until: 'for ever' },
  { ...context, groups: undefined },
])('refuses a connection with the context %j', (authorizer) => {
  expect(() => callerFromConnection(authorizer, opened)).toThrow(
    expect.objectContaining({ name: 'Unauthorized' }),
  );
});
