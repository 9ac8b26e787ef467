import type { Cell } from '@readout/runtime/contracts.ts';
import {
  CellStyleModule,
  ColumnApiModule,
  EventApiModule,
  type GridApi,
  type GridOptions,
  InfiniteRowModelModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
  TooltipModule,
} from 'ag-grid-community';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ResultReader } from '../../data/result-reader.ts';
import { strings } from '../../strings.ts';
import type { Order } from '../arrange.ts';
import type { Arranged } from '../use-arranged.ts';
import { columnDefs } from './column-defs.ts';
import { columnWidths, measureInPage } from './column-widths.ts';
import { ROW, SCROLLBAR, styleContainer, theme } from './grid-theme.ts';
import { type PlacedColumn, type Placement, placementsOf } from './layout.ts';
import { orderOf } from './order-of.ts';
import { rowsFor } from './rows-for.ts';
import type { Choosing } from './use-choosing.ts';
import { useGrid } from './use-grid.ts';

ModuleRegistry.registerModules([
  CellStyleModule,
  ColumnApiModule,
  EventApiModule,
  InfiniteRowModelModule,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
  TooltipModule,
]);

const MOST_VISIBLE = 14;
/** Half a row more than that says that there are more. */
const HEIGHT = 42 + ROW * (MOST_VISIBLE + 0.5);
const BLOCK = 200;
/** More than a screen has; so a million rows need no more of the grid than a thousand. */
const BLOCKS = 30;

const FIXED: GridOptions<Cell[]> = {
  theme,
  themeStyleContainer: styleContainer,
  rowModelType: 'infinite',
  cacheBlockSize: BLOCK,
  maxBlocksInCache: BLOCKS,
  maxConcurrentDatasourceRequests: -1,
  scrollbarWidth: SCROLLBAR,
  ensureDomOrder: true,
  suppressDragLeaveHidesColumns: true,
  tooltipShowDelay: 400,
  // One stop of the keyboard, which the arrow keys walk: Tab goes on to what comes after a thousand cells.
  tabToNextCell: () => false,
  tabToNextHeader: () => false,
};

export interface ResultGridProps {
  reader: ResultReader;
  arranged: Arranged;
  /** How many rows of the result can be read at most. */
  readable: number;
  layout: PlacedColumn[];
  order: readonly Order[];
  filtered: ReadonlySet<number>;
  choosing: Choosing;
  onOrder: (order: Order[]) => void;
  onLayout: (placements: Placement[]) => void;
  onFilter: (column: number) => void;
}

/** The rows of a result. The scrollbar covers them all; those that are looked at are loaded and in the document. */
export function ResultGrid(props: ResultGridProps) {
  const { reader, arranged, readable, layout, order, filtered, choosing, onFilter } = props;
  const [widths] = useState(() => {
    const columns = layout.map(({ column }) => column).sort((a, b) => a.at - b.at);
    return columnWidths(columns, reader.get().rows, measureInPage());
  });
  const { range } = choosing;
  const defs = useMemo(
    () => columnDefs(layout, { widths, order, range, filtered, onFilter }),
    [layout, widths, order, range, filtered, onFilter],
  );
  const datasource = useMemo(() => rowsFor(reader, arranged, readable), [reader, arranged, readable]);
  const isLong = readable > MOST_VISIBLE;
  const [expected] = useState(readable);
  const host = useRef<HTMLDivElement>(null);
  useGrid<Cell[]>(host, {
    ...FIXED,
    columnDefs: defs,
    datasource,
    infiniteInitialRowCount: expected,
    domLayout: isLong ? 'normal' : 'autoHeight',
    onGridReady: useCallback(
      ({ api }: { api: GridApi }) => {
        api.setGridAriaProperty('label', strings.result.label);
        choosing.attach(api);
      },
      [choosing],
    ),
    ...choosing.events,
    ...useColumnReports(props),
  });
  const height = isLong ? HEIGHT : undefined;
  return <div ref={host} className="rows" style={{ height }} {...choosing.handlers} />;
}

/** Tells what a person did to the grid's columns, and not what was done to them from outside. */
function useColumnReports({ onLayout, onOrder, layout, order }: ResultGridProps) {
  const latest = useRef({ onLayout, onOrder, layout, order });
  latest.current = { onLayout, onOrder, layout, order };
  return useMemo(() => {
    const tellLayout = ({ api, source, finished }: { api: GridApi; source: string; finished?: boolean }) => {
      if (source.startsWith('ui') && finished !== false)
        latest.current.onLayout(placementsOf(api.getColumnState()));
    };
    return {
      onColumnResized: tellLayout,
      onColumnMoved: tellLayout,
      onColumnPinned: tellLayout,
      onSortChanged: ({ api, source }: { api: GridApi; source: string }) => {
        if (!source.startsWith('ui')) return;
        latest.current.onOrder(orderOf(api.getColumnState(), latest.current.layout));
      },
    };
  }, []);
}
