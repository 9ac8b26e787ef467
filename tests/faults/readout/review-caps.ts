import type { Statement } from '../world/warehouse.ts';
import type { World } from '../world/world.ts';

/** How many statements may run at once. */
export interface Caps {
  perPerson: number;
  perReport: number;
}

/** At no moment did Redshift run more statements of one person, or of one report, than it may. */
export const reviewCaps = ({ tables, warehouse }: World, { perPerson, perReport }: Caps): string[] => {
  const records = new Map(tables.itemsOf('readout-StatementsTable').map((record) => [record.id, record]));
  const by = (name: 'owner' | 'report'): Map<string, Statement[]> => {
    const groups = new Map<string, Statement[]>();
    for (const statement of warehouse.statements) {
      const key = String(records.get(statement.name.slice(statement.name.indexOf(':') + 1))?.[name]);
      groups.set(key, [...(groups.get(key) ?? []), statement]);
    }
    return groups;
  };
  const over = (groups: Map<string, Statement[]>, cap: number): string[] =>
    [...groups].flatMap(([key, group]) => {
      const most = mostAtOnce(group);
      return most > cap ? [`${most} statements of ${key} ran at once; ${cap} may`] : [];
    });
  return [...over(by('owner'), perPerson), ...over(by('report'), perReport)];
};

/** A statement that ends and one that begins at one moment do not meet. */
const mostAtOnce = (statements: Statement[]): number =>
  Math.max(
    ...statements.map(
      ({ createdAt: moment }) =>
        statements.filter(({ createdAt, updatedAt }) => createdAt <= moment && updatedAt > moment).length,
    ),
  );
