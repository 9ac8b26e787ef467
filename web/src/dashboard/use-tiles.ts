import { isOver, panelOf, type RunAsked } from '@readout/client';
import type { Dashboard, Inputs, Run, Tile } from '@readout/runtime/contracts.ts';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { sameInputs, tileInputs } from './tile-inputs.ts';

/** A tile and what became of it; each has a topic of its own, so that no run comes to another. */
export interface TileRun {
  tile: Tile;
  topic: string;
  /** What the form asks it now. */
  inputs: Inputs;
  asked?: RunAsked;
  run?: Run;
  /** It was asked for and is not over. */
  busy: boolean;
  /** The form no longer says what it was asked with. */
  changed: boolean;
}

/** The tiles of a dashboard as they stand, and what can be done with each. */
export function useTiles({ id, tiles }: Dashboard, given: Inputs) {
  const readout = useReadout();
  const state = useObservable(readout.runs);

  const all = tiles.map((tile): TileRun => {
    const topic = `dashboard/${id}/${tile.id}`;
    const inputs = tileInputs(tile, given);
    const { asked, run } = panelOf(state, topic);
    const busy = asked !== undefined && !asked.error && !(run && isOver(run));
    return { tile, topic, inputs, asked, run, busy, changed: !!asked && !sameInputs(asked.inputs, inputs) };
  });

  /** Asks what the form says. What is on its way with the same inputs goes on; with others it is left for the new one. */
  function start({ tile, topic, inputs, run, busy, changed }: TileRun) {
    if (tile.error || (busy && !changed)) return;
    if (busy && run) void readout.cancel(run.runId);
    void readout.run({ report: tile.report, inputs, topic });
  }
  /** Asks what was asked before; `fresh` asks Redshift itself, whatever is kept. */
  function again({ tile, topic, asked, busy }: TileRun, fresh = false) {
    if (asked && !busy) void readout.run({ report: tile.report, inputs: asked.inputs, topic, fresh });
  }
  const cancel = ({ run }: TileRun) => run && void readout.cancel(run.runId);

  return { all, start, again, cancel };
}
