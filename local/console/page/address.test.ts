import { addressOf, hrefOf } from './address.ts';

const at = (href: string) => addressOf(new URL(href, 'http://localhost'));
const run = '7d9f2b34-6a0e-4c51-9c1d-0f6f7f1c2ab3';

it.each([
  ['/console', { view: 'executions', text: '' }],
  [`/console/executions/${run}`, { view: 'executions', name: run, text: '' }],
  ['/console/logs?text=a%20b', { view: 'logs', text: 'a b' }],
  ['/console/nowhere', { view: 'executions', text: '' }],
])('reads %s', (href, address) => {
  expect(at(href)).toEqual(address);
});

it('finds the execution that an address of the AWS console names', () => {
  const arn = `arn:aws:states:us-east-1:000000000000:express:readout-run-report:${run}:00000000-0000-4000-8000-000000000001`;
  const hash = `#/express-executions/details/${arn}`;
  expect(at(`/console/states/home?region=us-east-1${hash}`)).toEqual({
    view: 'executions',
    name: run,
    text: '',
  });
});

it('writes what it reads', () => {
  expect(at(hrefOf({ view: 'statements', text: 'a&b' }))).toEqual({ view: 'statements', text: 'a&b' });
});
