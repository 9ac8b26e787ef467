import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCallback, useMemo, useRef, useState } from 'react';
import { strings } from '../../strings.ts';
import type { ShownColumn } from '../shown-columns.ts';
import { ColumnPreferences } from './column-preferences.tsx';
import { copyRange } from './copy-range.ts';
import { keepPlacements, keptPlacements, layoutOf, type Placement } from './layout.ts';
import { ResultGrid, type ResultGridProps } from './result-grid.tsx';
import { useChoosing } from './use-choosing.ts';

const words = strings.result;

export interface TableViewProps extends Omit<ResultGridProps, 'layout' | 'onLayout' | 'choosing'> {
  report: string;
  shown: ShownColumn[];
}

/** The rows as a table, with what can be done to its columns and cells. */
export function TableView({ report, shown, ...grid }: TableViewProps) {
  const { reader, arranged } = grid;
  const [placements, setPlacements] = useState(() => keptPlacements(report));
  const layout = useMemo(() => layoutOf(shown, placements), [shown, placements]);
  const [said, setSaid] = useState('');
  const place = useCallback(
    (changed: Placement[]) => {
      keepPlacements(report, changed);
      setPlacements(changed);
    },
    [report],
  );
  const latest = useRef({ arranged, shown });
  latest.current = { arranged, shown };
  const copy = useRef<(withLabels?: boolean) => Promise<void>>(async () => {});
  const choosing = useChoosing(useCallback(() => void copy.current(), []));
  copy.current = async (withLabels = false) => {
    const { places } = latest.current.arranged;
    const rowAt = (row: number) => reader.get().rows[places ? (places[row] ?? -1) : row];
    const done = await copyRange({ range: choosing.range, columns: latest.current.shown, rowAt, withLabels });
    setSaid('cells' in done ? words.copied(done.cells) : words.copyProblems[done.problem]);
  };
  return (
    <div>
      <div className="table-tools">
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          <Button iconName="copy" onClick={() => void copy.current(true)}>
            {words.copy}
          </Button>
          <span role="status">{said}</span>
        </SpaceBetween>
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          {placements.length > 0 && (
            <Button variant="inline-link" onClick={() => place([])}>
              {words.columns.reset}
            </Button>
          )}
          <ColumnPreferences layout={layout} onChange={place} />
        </SpaceBetween>
      </div>
      <ResultGrid {...grid} {...{ layout, choosing }} onLayout={place} />
    </div>
  );
}
