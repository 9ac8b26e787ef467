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

test('a caller survives the authorizer context unchanged', () => {
  const caller = callerFromClaims(claims, 'UserPoolClient');
  expect(callerFromConnection(contextOf(caller))).toEqual(caller);
});

test.each([undefined, {}, { id: '' }])('refuses a connection with the context %p', (authorizer) => {
  expect(() => callerFromConnection(authorizer)).toThrow(expect.objectContaining({ name: 'Unauthorized' }));
});
