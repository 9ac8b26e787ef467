import type { z } from 'zod';
import { checkParameters } from '../report/check-parameters.ts';
import { invalidFile } from '../report/invalid-file.ts';
import { type LocatedYaml, readAs, readYaml } from '../report/located-yaml.ts';
import { Problem } from '../report/problem.ts';
import { dashboardKey } from './dashboard-id.ts';
import { dashboardSchema } from './dashboard-schema.ts';

/** A dashboard as its file says it, before anything is known of its reports. */
export type DashboardTemplate = { id: string } & z.infer<typeof dashboardSchema>;

/** A dashboard's file as it is read, and where each of its values stands. */
export interface DashboardFile {
  template: DashboardTemplate;
  source: LocatedYaml;
}

/** Reads the text of a dashboard's file. Throws InvalidTemplate with the file, the line and the key at fault. */
export function parseDashboard(text: string, id: string): DashboardTemplate {
  try {
    return readDashboardFile(text, id).template;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw invalidFile(dashboardKey(id), text, error);
  }
}

/** The same, for who wants to know more of the file. Throws Problem. */
export function readDashboardFile(text: string, id: string): DashboardFile {
  const source = readYaml(text, 0, 'the dashboard');
  const template = { id, ...readAs(dashboardSchema, source, 'dashboard') };
  checkParameters(template, source);
  checkTiles(template, source);
  return { template, source };
}

/** Each tile has a name of its own, shares inputs that there are, and none is asked for in vain. */
function checkTiles({ tiles, parameters }: DashboardTemplate, { at }: LocatedYaml): void {
  const declared = new Set(parameters.map(({ name }) => name));
  const ids = new Set<string>();
  const used = new Set<string>();
  for (const [index, { id, shared }] of tiles.entries()) {
    if (ids.has(id)) throw new Problem(`tiles: ${id} is there twice`, at(['tiles', index, 'id']));
    ids.add(id);
    for (const [input, name] of Object.entries(shared)) {
      if (!declared.has(name))
        throw new Problem(
          `tiles.${index}.inputs.${input}: no parameter ${name} is declared`,
          at(['tiles', index, 'inputs', input]),
        );
      used.add(name);
    }
  }
  const unused = parameters.findIndex(({ name }) => !used.has(name));
  if (unused >= 0)
    throw new Problem(
      `parameter ${parameters[unused]?.name} is declared but no tile uses it`,
      at(['parameters', unused]),
    );
}
