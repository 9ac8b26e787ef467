import { dashboardHref, reportHref, routeOf, sideBySideHref, viewKey } from './route.ts';

const route = (href: string) => routeOf(new URL(href, 'https://readout.example'));

it.each([
  ['/', { view: 'reports' }],
  ['/reports', { view: 'reports' }],
  ['/reports/taxi/daily?month=2015-12', { view: 'report', report: 'taxi/daily' }],
  ['/reports/100%25/a%20b', { view: 'report', report: '100%/a b' }],
  ['/reports/50%', { view: 'report', report: '50%' }],
  ['/side-by-side?left=a', { view: 'sideBySide' }],
  ['/dashboards', { view: 'dashboards' }],
  ['/dashboards/flights/overview?airport=ORD', { view: 'dashboard', dashboard: 'flights/overview' }],
  ['/runs', { view: 'runs' }],
  ['/runs/r1', { view: 'run', runId: 'r1' }],
  ['/runs/r1/more', { view: 'nowhere' }],
  ['/elsewhere', { view: 'nowhere' }],
])('reads %s', (href, expected) => {
  expect(route(href)).toMatchObject(expected);
});

it('carries the inputs of a report', () => {
  expect(route('/reports/taxi/daily?vendor=1&vendor=2')).toMatchObject({
    search: new URLSearchParams('vendor=1&vendor=2'),
  });
});

it('writes addresses that it reads', () => {
  expect(reportHref('taxi/daily')).toBe('/reports/taxi/daily');
  expect(reportHref('taxi/daily', new URLSearchParams({ month: '2015-12' }))).toBe(
    '/reports/taxi/daily?month=2015-12',
  );
  expect(route(reportHref('100%/a b'))).toMatchObject({ report: '100%/a b' });
  expect(dashboardHref('a/b', new URLSearchParams({ month: '2015-12' }))).toBe(
    '/dashboards/a/b?month=2015-12',
  );
  expect(sideBySideHref()).toBe('/side-by-side');
  expect(sideBySideHref('taxi/daily')).toBe('/side-by-side?left=taxi%2Fdaily');
});

it('knows a view of the same thing, whatever is chosen there', () => {
  expect(viewKey(route('/reports/taxi/daily?month=2015-12'))).toBe(viewKey(route('/reports/taxi/daily')));
  expect(viewKey(route('/?text=taxi'))).toBe(viewKey(route('/reports')));
  expect(viewKey(route('/reports/taxi/daily'))).not.toBe(viewKey(route('/reports/taxi/trips')));
  expect(viewKey(route('/runs/a'))).not.toBe(viewKey(route('/runs/b')));
});
