import { type Broadcast, timeToAsk } from '@readout/runtime/broadcast.ts';
import type { Connection } from '@readout/runtime/connections.ts';
import type { ServerMessage } from '@readout/runtime/contracts.ts';
import { InvalidTemplate, isKnown } from '@readout/runtime/errors.ts';
import type { Log } from '@readout/runtime/logger.ts';
import { ObjectEvent } from '@readout/runtime/object-event.ts';
import { parse } from '@readout/runtime/parse.ts';
import { mayRun } from '@readout/runtime/report/access.ts';
import { caretBelow } from '@readout/runtime/report/excerpt.ts';
import { parseTemplate } from '@readout/runtime/report/parse-template.ts';
import { reportIdOf } from '@readout/runtime/report/report-id.ts';
import { type GatherDeps, gather } from '@readout/runtime/saved-files.ts';
import type { ReadTemplate } from '@readout/runtime/templates.ts';

interface Deps extends GatherDeps {
  readTemplate: ReadTemplate;
  broadcast: Broadcast;
  log: Log;
}

/** Of reports in one message, which ends at 128 KB. */
const MOST = 500;

interface SavedReport {
  id: string;
  /** As in a report: undefined for everyone. */
  access?: string[];
}

/**
 * Tells open pages which reports were saved, each page those that its person may run. A broken report, whose groups
 * nobody knows, is told to all, as it is listed to all; what is wrong with it is logged.
 */
export const announceReports =
  (deps: Deps) =>
  async (input: unknown): Promise<void> => {
    const { id, detail } = parse(ObjectEvent, input);
    const report = reportIdOf(detail.object.key);
    if (report === undefined)
      return deps.log.warn(`${detail.object.key}: a name has letters, digits, - and _ only`);
    const saved = await Promise.all((await gather(deps, report, id)).map((one) => look(deps, one)));
    for (let from = 0; from < saved.length; from += MOST)
      await deps.broadcast(messageOf(saved.slice(from, from + MOST)));
  };

const messageOf =
  (saved: SavedReport[]) =>
  ({ groups = [] }: Connection, open: number): ServerMessage | undefined => {
    const reports = saved.filter((report) => mayRun(report, { groups })).map(({ id }) => id);
    return reports.length > 0 ? { type: 'reports', reports, within: timeToAsk(open) } : undefined;
  };

const look = async ({ readTemplate, log }: Deps, id: string): Promise<SavedReport> => {
  let file = '';
  try {
    file = await readTemplate(id);
    return { id, access: parseTemplate(file, id).report.access };
  } catch (error) {
    if (!isKnown(error)) throw error;
    if (error instanceof InvalidTemplate && error.at)
      log.warn(error.message, { excerpt: caretBelow(file, error.at) });
    return { id };
  }
};
