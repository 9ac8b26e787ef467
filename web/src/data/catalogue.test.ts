import { exampleReport } from '@readout/client/testing/examples.ts';
import { catalogue } from './catalogue.ts';

const reading = (reads?: string[]) => {
  let lists = 0;
  const known = catalogue({
    listReports: async () => [{ ...exampleReport, reads, title: `Read ${++lists} times` }],
    getReport: async () => exampleReport,
  });
  return { known, title: () => known.get().get(exampleReport.id)?.title };
};

it.each([
  ['reads', ['nyc_yellow_taxi'], ['flights', 'public.NYC_yellow_taxi']],
  ['reads by its whole name', ['public.flights'], ['flights']],
])('reads its reports anew when a table that one of them %s was loaded', async (_how, reads, loaded) => {
  const { known, title } = reading(reads);
  await known.refresh();
  await known.loaded(loaded);
  expect(title()).toBe('Read 2 times');
});

it.each([
  ['no report reads', ['nyc_yellow_taxi'], ['flights', 'other.nyc_yellow_taxi']],
  ['a report may read without saying so', undefined, ['flights']],
])('stays as it is when a table that %s was loaded', async (_which, reads, loaded) => {
  const { known, title } = reading(reads);
  await known.refresh();
  await known.loaded(loaded);
  expect(title()).toBe('Read 1 times');
});

it('asks for no report before one is known', async () => {
  const { known, title } = reading(['flights']);
  await known.loaded(['flights']);
  expect(title()).toBeUndefined();
});
