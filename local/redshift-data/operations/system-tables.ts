import { catalogueNames } from '../catalogue/catalogue.ts';
import { informationSchema } from '../catalogue/information-schema.ts';
import { literal, quoted } from '../sql/names.ts';

const places: Record<string, { engine: string[]; names: readonly string[] }> = {
  pg_catalog: { engine: ['redshift', 'main'], names: [...catalogueNames] },
  information_schema: { engine: ['redshift', 'info'], names: informationSchema.map(([name]) => name) },
};

const rows = Object.entries(places).flatMap(([schema, { names }]) =>
  names.map((name) => `(${literal(name)}, ${literal(schema)}, 'SYSTEM TABLE')`),
);

/** The system's tables as rows of name, schema and type. */
export const systemTables = `select * from (values ${rows.join(', ')})`;

/** A system table as the engine names it; undefined for one that is not. */
export const systemTable = (schema: string, table: string): string | undefined => {
  const place = Object.hasOwn(places, schema) ? places[schema] : undefined;
  return place?.names.includes(table) ? quoted(...place.engine, table) : undefined;
};
