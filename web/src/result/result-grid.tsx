import type { Cell, Column } from '@readout/runtime/contracts.ts';
import {
  CellStyleModule,
  ClientSideRowModelModule,
  EventApiModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
  TooltipModule,
  themeQuartz,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useMemo, useState } from 'react';
import { strings } from '../strings.ts';
import { columnWidths, measureInPage } from './column-widths.ts';
import { columnDefs } from './columns.ts';
import { adoptGridStyles } from './grid-styles.ts';

ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelModule,
  EventApiModule,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
  TooltipModule,
]);

const ROW = 36;
const MOST_VISIBLE = 14;
/** Half a row more than that says that there are more. */
const HEIGHT = 42 + ROW * (MOST_VISIBLE + 0.5);
/** As wide as page.css makes it. */
const SCROLLBAR = 12;

const theme = themeQuartz
  .withParams({
    fontFamily: 'inherit',
    fontSize: 14,
    accentColor: '#4f46e5',
    wrapperBorderRadius: 8,
    rowHeight: ROW,
    headerHeight: 40,
    cellHorizontalPadding: 12,
    autoHeightMinBodyHeight: 0,
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
const styleContainer = adoptGridStyles(theme);

export interface ResultGridProps {
  columns: Column[];
  rows: Cell[][];
  /** Every row of the result is here, so that sorting tells the truth. */
  sortable: boolean;
  /** The end of what is loaded has come into view. */
  onEnd: () => void;
}

/** The rows of a result, as many as are loaded. Only the visible ones are in the document. */
export function ResultGrid({ columns, rows, sortable, onEnd }: ResultGridProps) {
  const [widths] = useState(() => columnWidths(columns, rows, measureInPage()));
  const defs = useMemo(() => columnDefs(columns, widths, sortable), [columns, widths, sortable]);
  const isLong = rows.length > MOST_VISIBLE;
  return (
    <div className="rows" style={{ height: isLong ? HEIGHT : undefined }}>
      <AgGridReact<Cell[]>
        theme={theme}
        themeStyleContainer={styleContainer}
        columnDefs={defs}
        rowData={rows}
        domLayout={isLong ? 'normal' : 'autoHeight'}
        scrollbarWidth={SCROLLBAR}
        enableCellTextSelection
        ensureDomOrder
        suppressMovableColumns={false}
        onGridReady={({ api }) => api.setGridAriaProperty('label', strings.result.label)}
        onBodyScrollEnd={({ api, direction }) => {
          if (direction === 'vertical' && api.getLastDisplayedRowIndex() >= rows.length - 1) onEnd();
        }}
      />
    </div>
  );
}
