import type { Cell, Column } from '@readout/runtime/contracts.ts';
import {
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnAutoSizeModule,
  EventApiModule,
  ModuleRegistry,
  RowApiModule,
  ScrollApiModule,
  TooltipModule,
  themeQuartz,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useMemo } from 'react';
import { strings } from '../strings.ts';
import { columnDefs } from './columns.ts';

ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnAutoSizeModule,
  EventApiModule,
  RowApiModule,
  ScrollApiModule,
  TooltipModule,
]);

const theme = themeQuartz
  .withParams({
    fontFamily: 'inherit',
    fontSize: 14,
    accentColor: '#4f46e5',
    wrapperBorderRadius: 8,
    rowHeight: 36,
    headerHeight: 40,
  })
  .withParams({ browserColorScheme: 'light' }, 'light')
  .withParams(
    {
      browserColorScheme: 'dark',
      backgroundColor: '#161d26',
      foregroundColor: '#dde1e8',
      headerBackgroundColor: '#1d2634',
      borderColor: '#313847',
      accentColor: '#a5b4fc',
    },
    'dark',
  );
const ROW = 36;
const MOST_VISIBLE = 14;

export interface ResultGridProps {
  columns: Column[];
  rows: Cell[][];
  /** Every row is here, so that sorting tells the truth. */
  complete: boolean;
  /** The end of what is loaded has come into view. */
  onEnd: () => void;
}

/** The rows of a result, as many as are loaded. Only the visible ones are in the document. */
export function ResultGrid({ columns, rows, complete, onEnd }: ResultGridProps) {
  const defs = useMemo(() => columnDefs(columns, complete), [columns, complete]);
  const height = 62 + ROW * Math.min(rows.length, MOST_VISIBLE);
  return (
    <section style={{ height }} aria-label={strings.result.label}>
      <AgGridReact<Cell[]>
        theme={theme}
        columnDefs={defs}
        rowData={rows}
        autoSizeStrategy={{ type: 'fitCellContents', scaleUpToFitGridWidth: true }}
        enableCellTextSelection
        ensureDomOrder
        suppressMovableColumns={false}
        onBodyScrollEnd={({ api, direction }) => {
          if (direction === 'vertical' && api.getLastDisplayedRowIndex() >= rows.length - 1) onEnd();
        }}
      />
    </section>
  );
}
