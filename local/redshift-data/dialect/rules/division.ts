import type { Rule } from '../rule.ts';

/** An integer by an integer is an integer, and nothing is divisible by 0; the engine answers 2.5 and NULL. */
export const division: Rule = {
  name: 'division',
  area: 'Numbers',
  approximate: 'DECIMAL / DECIMAL is a DOUBLE PRECISION.',
  macros: [
    `"/"(a, b) as case when b = 0 then error('Divide by zero') else divide(a, b) end`,
    `"%"(a, b) as case when b = 0 then error('Divide by zero') else mod(a, b) end`,
  ],
  cases: [
    { sql: 'select 5/2 as a, -5/2 as b, 5/2.0 as c, 7%4 as d', rows: [['2', '-2', '2.5', '3']] },
    { sql: 'select 1/0', error: 'ERROR: Divide by zero' },
    { sql: 'select 1%0', error: 'ERROR: Divide by zero' },
  ],
};
