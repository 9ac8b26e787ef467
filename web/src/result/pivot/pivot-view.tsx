import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Column } from '@readout/runtime/contracts.ts';
import { useCallback, useState } from 'react';
import { strings } from '../../strings.ts';
import type { ChosenRows } from '../each-row.ts';
import type { ShownColumn } from '../shown-columns.ts';
import type { Pause } from '../slices.ts';
import { useWork } from '../use-work.ts';
import { Working } from '../working.tsx';
import { MOST_COLUMNS, type PivotWish, pivot } from './pivot.ts';
import { firstWish, PivotForm } from './pivot-form.tsx';
import { PivotTable } from './pivot-table.tsx';

const words = strings.result.pivot;

export interface PivotViewProps {
  chosen: ChosenRows;
  columns: Column[];
  shown: ShownColumn[];
  /** What a downloaded file is called, without its suffix. */
  name: string;
}

/** The rows that are shown, counted or summed by their values; Redshift is not asked again. */
export default function PivotView({ chosen, columns, shown, name }: PivotViewProps) {
  const [wish, setWish] = useState<PivotWish>(() => firstWish(shown));
  const work = useCallback(
    (pause: Pause) => pivot(chosen, columns, wish, pause).then((found) => ({ found, wish })),
    [chosen, columns, wish],
  );
  const done = useWork(work);
  return (
    <SpaceBetween size="m">
      <PivotForm wish={wish} shown={shown} onChange={setWish} />
      {!done && <Working />}
      {done && 'tooMany' in done.found && (
        <Alert type="info">{words.tooMany(done.found.tooMany, MOST_COLUMNS)}</Alert>
      )}
      {done && !('tooMany' in done.found) && (
        <PivotTable pivot={done.found} wish={done.wish} shown={shown} name={name} />
      )}
    </SpaceBetween>
  );
}
