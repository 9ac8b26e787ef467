import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as module from './errors.ts';
import { detailOf, ERRORS, InvalidInput, isKnown, type KnownError, ReportNotFound } from './errors.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/errors.md', import.meta.url)), 'utf8');

it('is told in docs/errors.md exactly as it is here', () => {
  const rows = [...page.matchAll(/^\| (\w+) \| (\d+) \| (.+) \|$/gm)].map(([, name, status, when]) => ({
    name,
    status: Number(status),
    when,
  }));
  expect(rows).toEqual(Object.entries(ERRORS).map(([name, entry]) => ({ name, ...entry })));
});

it.each(Object.keys(ERRORS))('has a class called %s, with that name and its status', (name) => {
  const Class = (module as unknown as Record<string, new (a: string, b: string) => KnownError>)[name];
  expect(new (Class as NonNullable<typeof Class>)('a', 'b')).toMatchObject({
    name,
    status: ERRORS[name as keyof typeof ERRORS].status,
  });
});

it('tells a known error as it is, with the field', () => {
  expect(detailOf(new InvalidInput('month', 'expected YYYY-MM'))).toEqual({
    name: 'InvalidInput',
    message: 'expected YYYY-MM',
    field: 'month',
  });
  expect(detailOf(new ReportNotFound('no report x'))).toEqual({
    name: 'ReportNotFound',
    message: 'no report x',
  });
});

it('keeps what an unknown error says to the log', () => {
  const detail = detailOf(new Error('password=hunter2'));
  expect(isKnown(new Error('x'))).toBe(false);
  expect(detail.name).toBe('InternalError');
  expect(JSON.stringify(detail)).not.toContain('hunter2');
});
