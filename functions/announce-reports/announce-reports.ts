import { type Broadcast, timeToAsk } from '@readout/runtime/broadcast.ts';
import type { Connection } from '@readout/runtime/connections.ts';
import type { ServerMessage } from '@readout/runtime/contracts.ts';
import { InvalidTemplate, isKnown } from '@readout/runtime/errors.ts';
import type { Log } from '@readout/runtime/logger.ts';
import { ObjectEvent } from '@readout/runtime/object-event.ts';
import { parse } from '@readout/runtime/parse.ts';
import { mayRun } from '@readout/runtime/report/access.ts';
import { caretBelow } from '@readout/runtime/report/excerpt.ts';
import { type GatherDeps, gather } from '@readout/runtime/saved-files.ts';
import { expectedName, KINDS, type KindName, known } from './kinds.ts';

interface Deps extends GatherDeps {
  /** The text of a report or a dashboard. Throws ReportNotFound, DashboardNotFound. */
  read: Record<KindName, (id: string) => Promise<string>>;
  broadcast: Broadcast;
  log: Log;
}

/** Of files in one message, which ends at 128 KB. */
const MOST = 500;

interface SavedFile {
  kind: KindName;
  id: string;
  /** As in the file: undefined for everyone. */
  access?: string[];
}

/**
 * Tells open pages which reports and dashboards were saved, each page those that its person may see. A broken one, whose
 * groups nobody knows, is told to all, as it is listed to all; what is wrong with it is logged.
 */
export const announceReports =
  (deps: Deps) =>
  async (input: unknown): Promise<void> => {
    const { id, detail } = parse(ObjectEvent, input);
    const { key } = detail.object;
    if (!known(key)) return deps.log.warn(`${key}: ${expectedName(key)}`);
    const keys = await gather(deps, key, id);
    const saved = await Promise.all(keys.flatMap((one) => known(one) ?? []).map((one) => look(deps, one)));
    for (const kind of ['report', 'dashboard'] as const) {
      const ofKind = saved.filter((one) => one.kind === kind);
      for (let from = 0; from < ofKind.length; from += MOST)
        await deps.broadcast(messageOf(kind, ofKind.slice(from, from + MOST)));
    }
  };

const messageOf =
  (kind: KindName, saved: SavedFile[]) =>
  ({ groups = [] }: Connection, open: number): ServerMessage | undefined => {
    const ids = saved.filter((one) => mayRun(one, { groups })).map(({ id }) => id);
    return ids.length > 0 ? KINDS[kind].message(ids, timeToAsk(open)) : undefined;
  };

const look = async ({ read, log }: Deps, { kind, id }: Omit<SavedFile, 'access'>): Promise<SavedFile> => {
  let file = '';
  try {
    file = await read[kind](id);
    return { kind, id, access: KINDS[kind].accessOf(file, id) };
  } catch (error) {
    if (!isKnown(error)) throw error;
    if (error instanceof InvalidTemplate && error.at)
      log.warn(error.message, { excerpt: caretBelow(file, error.at) });
    return { kind, id };
  }
};
