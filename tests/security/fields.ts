import type { Inputs, Parameter, Report } from '@readout/runtime/contracts.ts';
import type { Person } from '../support/person.ts';

/** One field of a report's form, and inputs that are right for all the others. */
export interface Field {
  report: string;
  parameter: Parameter;
  others: Inputs;
}

const RIGHT: Partial<Record<Parameter['type'], string | number>> = {
  month: '2015-02',
  integer: 1,
  number: 1,
  text: 'x',
  date: '2001-02-01',
  datetime: '2001-02-01T00:00:00Z',
  'date-range': '2001-02-01/2001-02-02',
};

/** Every field of every report that the person may run: a report that is added is among them. */
export const fieldsFor = async (person: Person): Promise<Field[]> => {
  const { reports }: { reports: Report[] } = (await person.rest('GET', '/reports')).body;
  return reports.flatMap(({ id, parameters }) =>
    parameters.map((parameter) => ({ report: id, parameter, others: rightInputs(parameters, parameter) })),
  );
};

const rightInputs = (parameters: Parameter[], except: Parameter): Inputs =>
  Object.fromEntries(
    parameters
      .filter((one) => one !== except && one.required && one.default === undefined)
      .map(({ name, type }) => [name, RIGHT[type] ?? 'x']),
  );

/** Whether a field takes any text there is. */
export const takesAnyText = ({ parameter: { type, choices } }: Field): boolean =>
  type === 'text' || (type === 'choice' && choices === undefined);
