import type { StatementPreview } from '@readout/runtime/contracts.ts';
import { AccessDenied } from '@readout/runtime/errors.ts';
import { parse } from '@readout/runtime/parse.ts';
import { requireAccess } from '@readout/runtime/report/access.ts';
import { bindPieces } from '@readout/runtime/report/bind.ts';
import { withExcerpt } from '@readout/runtime/report/excerpt.ts';
import { parseTemplate } from '@readout/runtime/report/parse-template.ts';
import type { ReportTemplate } from '@readout/runtime/report/template.ts';
import type { RestAction } from '@readout/runtime/rest.ts';
import type { ReadTemplate } from '@readout/runtime/templates.ts';
import { z } from 'zod';

interface Deps {
  readTemplate: ReadTemplate;
  /** The group whose members see SQL. */
  engineerGroup: string;
  /** The IANA time zone whose day relative dates are counted from. */
  timeZone: string;
  now(): Date;
}

const PreviewRequest = z.strictObject({ inputs: z.record(z.string(), z.unknown()).default({}) });

/**
 * `POST /reports/{report}/preview`: the SQL that a run of the report would send, and what it would bind; nothing is run.
 * For engineers, who need the report's own groups besides. Throws AccessDenied, ReportNotFound, InvalidTemplate,
 * InvalidInput.
 */
export const previewStatement =
  ({ readTemplate, engineerGroup, timeZone, now }: Deps): RestAction =>
  async ({ caller, path: { report: id = '' }, body }) => {
    if (!caller.groups.includes(engineerGroup))
      throw new AccessDenied('Only engineers see the SQL of reports.');
    const { inputs } = parse(PreviewRequest, body());
    const template = parseForEngineer(await readTemplate(id), id);
    requireAccess(template.report, caller);
    const { sql, parameters, pieces } = bindPieces(template, inputs, caller, { at: now(), timeZone });
    const shown: StatementPreview = {
      sql,
      parameters,
      pieces: withoutSpaceAround(pieces.map(({ at: _at, ...piece }) => piece)),
    };
    return { body: shown };
  };

const parseForEngineer = (file: string, id: string): ReportTemplate => {
  try {
    return parseTemplate(file, id);
  } catch (error) {
    throw withExcerpt(error, file);
  }
};

/** The SQL has none either. */
const withoutSpaceAround = (pieces: StatementPreview['pieces']): StatementPreview['pieces'] => {
  const means = ({ kind }: StatementPreview['pieces'][number]) => kind !== 'space';
  return pieces.slice(pieces.findIndex(means), pieces.findLastIndex(means) + 1);
};
