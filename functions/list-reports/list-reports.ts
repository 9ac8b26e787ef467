import type { Report } from '@readout/runtime/contracts.ts';
import { mayRun, requireAccess } from '@readout/runtime/report/access.ts';
import { withExcerpt } from '@readout/runtime/report/excerpt.ts';
import { parseTemplate } from '@readout/runtime/report/parse-template.ts';
import { describeReport } from '@readout/runtime/report/template.ts';
import type { RestAction } from '@readout/runtime/rest.ts';
import type { ReadTemplate } from '@readout/runtime/templates.ts';
import type { ReadCatalogue } from './catalogue.ts';
import { type FactsDeps, withFacts, withOwnFacts } from './facts.ts';

interface Deps extends FactsDeps {
  readCatalogue: ReadCatalogue;
  readTemplate: ReadTemplate;
  /** The group whose members see the line at which a report is broken. */
  engineerGroup: string;
}

/**
 * `GET /reports`: the reports that the caller may run. `GET /reports/{report}`: one of them, whose id arrives
 * percent-encoded. Throws ReportNotFound, AccessDenied, InvalidTemplate.
 */
export const listReports =
  (deps: Deps): RestAction =>
  async ({ caller, path: { report: id } }) => {
    if (id === undefined) {
      const allowed = (await deps.readCatalogue()).filter((report) => mayRun(report, caller));
      return { body: { reports: await withFacts(deps, allowed) } };
    }
    const file = await deps.readTemplate(id);
    const report = describe(file, id, caller.groups.includes(deps.engineerGroup));
    requireAccess(report, caller);
    return { body: await withOwnFacts(deps, report) };
  };

const describe = (file: string, id: string, forEngineer: boolean): Report => {
  try {
    return describeReport(parseTemplate(file, id));
  } catch (error) {
    throw forEngineer ? withExcerpt(error, file) : error;
  }
};
