import { exampleReport } from '@readout/client/testing/examples.ts';
import { catalogue } from './catalogue.ts';

const reading = () => {
  let lists = 0;
  const known = catalogue({
    listReports: async () => [{ ...exampleReport, title: `Read ${++lists} times` }],
    getReport: async () => exampleReport,
  });
  return { known, title: () => known.get().get(exampleReport.id)?.title };
};

it('reads its reports anew when data was loaded', async () => {
  const { known, title } = reading();
  await known.refresh();
  await known.loaded();
  expect(title()).toBe('Read 2 times');
});

it('asks for no report before one is known', async () => {
  const { known, title } = reading();
  await known.loaded();
  expect(title()).toBeUndefined();
});
