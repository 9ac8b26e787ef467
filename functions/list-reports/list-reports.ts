import { mayRun, requireAccess } from '@readout/runtime/report/access.ts';
import { parseTemplate } from '@readout/runtime/report/parse-template.ts';
import { describeReport } from '@readout/runtime/report/template.ts';
import type { RestAction } from '@readout/runtime/rest.ts';
import type { ReadTemplate } from '@readout/runtime/templates.ts';
import type { ReadCatalogue } from './catalogue.ts';
import { type FactsDeps, withFacts, withOwnFacts } from './facts.ts';

interface Deps extends FactsDeps {
  readCatalogue: ReadCatalogue;
  readTemplate: ReadTemplate;
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
    const report = describeReport(parseTemplate(await deps.readTemplate(id), id));
    requireAccess(report, caller);
    return { body: await withOwnFacts(deps, report) };
  };
