import { textOf } from '../world/warehouse.ts';

const parameters = 'parameters: [{ name: value, label: Value, type: integer, required: true }]';
const sqlOf = (what: string) => `select :value as value from orders where it ${what};`;
const template = (title: string, what: string, settings: string[] = []): string =>
  ['/*---', `title: ${title}`, 'access: everyone', ...settings, parameters, '---*/', sqlOf(what)].join('\n');

/** The reports of the scripts, as Readout has them: one is plain, one is shared, one fails, one must not take long. */
export const templates: Record<string, string> = {
  'orders/daily': template('Orders, day by day', 'works'),
  'orders/cached': template('Orders, shared', 'works for many', ['cache: 3m']),
  'orders/broken': template('Orders, broken', 'fails', ['cache: 1m']),
  'orders/limited': template('Orders, in a hurry', 'works in time', ['timeout: 1m', 'cache: 1m']),
};

const whats: Record<string, string> = {
  'orders/daily': 'works',
  'orders/cached': 'works for many',
  'orders/broken': 'fails',
  'orders/limited': 'works in time',
};

/** The shared report as it is after a change. */
export const shipped: Record<string, string> = {
  'orders/cached': template('Orders, shared', 'works for many more', ['cache: 3m']),
};

/** What Redshift is to run for a report with a value, before the report was changed and after. */
export const statementTexts = (report: string, value: number): string[] =>
  [whats[report] ?? '', ...(report in shipped ? ['works for many more'] : [])].map((what) =>
    textFor(what, value),
  );

const textFor = (what: string, value: number): string =>
  textOf({
    Sql: sqlOf(what).replace(/;$/, ''),
    Parameters: [{ name: 'value', value: String(value) }],
  });
