import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Cell } from '@readout/runtime/contracts.ts';
import { useState } from 'react';
import { saveAs } from '../../parts/save-as.ts';
import { strings } from '../../strings.ts';
import type { ShownColumn } from '../shown-columns.ts';
import { commaSeparated, tabSeparated } from '../tab-separated.ts';
import type { Pivot, PivotWish } from './pivot.ts';
import { pivotRows } from './pivot-rows.ts';

const words = strings.result.pivot;
const MOST_SHOWN = 500;

export interface PivotTableProps {
  pivot: Pivot;
  wish: PivotWish;
  shown: ShownColumn[];
  name: string;
}

/** A pivot table with its totals, to be copied and saved. */
export function PivotTable({ pivot, wish, shown, name }: PivotTableProps) {
  const [copied, setCopied] = useState(false);
  const across = wish.columns !== undefined;
  const sayRow = sayKey(shown[wish.rows.column], wish.rows.step);
  const sayColumn = sayKey(shown[wish.columns?.column ?? -1], wish.columns?.step);
  const say = sayValue(shown[wish.value ?? -1], wish);
  const corner = shown[wish.rows.column]?.label ?? '';
  const last = across ? words.total : measureText(wish, shown);
  const rows = () =>
    pivotRows(pivot, { corner, last, total: words.total, columns: pivot.columnKeys.map(sayColumn), across });
  const shownKeys = pivot.rowKeys.slice(0, MOST_SHOWN);

  async function copy() {
    await navigator.clipboard.writeText(tabSeparated(rows()));
    setCopied(true);
  }
  return (
    <SpaceBetween size="s">
      <SpaceBetween direction="horizontal" size="xs" alignItems="center">
        <Button iconName="copy" onClick={copy}>
          {words.copy}
        </Button>
        <Button iconName="download" onClick={() => saveAs(csvFile(rows()), `${name}.csv`)}>
          {words.download}
        </Button>
        <span role="status">{copied && words.copied}</span>
      </SpaceBetween>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="pivot" aria-label={words.label} tabIndex={0}>
        <table>
          {across && <caption>{measureText(wish, shown)}</caption>}
          <thead>
            <tr>
              <th scope="col">{corner}</th>
              {across && pivot.columnKeys.map((key) => <Head key={keyText(key)}>{sayColumn(key)}</Head>)}
              <Head>{last}</Head>
            </tr>
          </thead>
          <tbody>
            {shownKeys.map((key, at) => (
              <tr key={keyText(key)}>
                <th scope="row">{sayRow(key)}</th>
                {across &&
                  pivot.cells[at]?.map((cell, place) => (
                    <td key={keyText(pivot.columnKeys[place] ?? null)}>{say(cell)}</td>
                  ))}
                <td>{say(pivot.rowTotals[at] ?? null)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.total}</th>
              {across &&
                pivot.columnTotals.map((cell, place) => (
                  <td key={keyText(pivot.columnKeys[place] ?? null)}>{say(cell)}</td>
                ))}
              <td>{say(pivot.total)}</td>
            </tr>
          </tfoot>
        </table>
      </section>
      {shownKeys.length < pivot.rowKeys.length && (
        <span>{words.shown(shownKeys.length, pivot.rowKeys.length)}</span>
      )}
    </SpaceBetween>
  );
}

function Head({ children }: { children: string }) {
  return (
    <th scope="col" className="pivot-number">
      {children}
    </th>
  );
}

const keyText = (key: Cell): string => JSON.stringify(key);

/** Days, months and years are shown as they are cut. */
const sayKey =
  (column: ShownColumn | undefined, step: PivotWish['rows']['step'] = 'exact') =>
  (key: Cell) =>
    step === 'exact' || key === null ? (column?.say(key) ?? '') : String(key);

/** Counts are whole numbers, whatever is counted. Nothing stands where there is no row. */
const sayValue =
  (column: ShownColumn | undefined, { measure }: PivotWish) =>
  (cell: Cell) => {
    if (cell === null) return '';
    return measure === 'count' || !column ? Number(cell).toLocaleString() : column.say(cell);
  };

const measureText = ({ measure, value }: PivotWish, shown: ShownColumn[]): string =>
  measure === 'count'
    ? words.measures.count
    : words.of(words.measures[measure], shown[value ?? -1]?.label ?? '');

/** The mark in front tells a spreadsheet that it is UTF-8. */
const csvFile = (rows: Cell[][]): Blob =>
  new Blob(['\uFEFF', commaSeparated(rows)], { type: 'text/csv;charset=utf-8' });
