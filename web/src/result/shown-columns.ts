import type { Column, ColumnFormat } from '@readout/runtime/contracts.ts';
import { strings } from '../strings.ts';
import { isNumeric, type Kind, kindOf } from './columns.ts';
import { cellFormat, type FormatCell, zoneOf } from './format/format-cell.ts';

/** A column of a result as a person meets it in every view. */
export interface ShownColumn {
  /** Its place in each row. */
  at: number;
  /** Its name, and a number behind it where two columns of a result bear one. */
  id: string;
  /** What stands over it. */
  label: string;
  /** The time zone of its times, where it is known. */
  zone?: string;
  /** What is known of it beside its label: the name that it has in Redshift, and its type. */
  hint: string;
  /** Redshift's own name of it: `numeric`. */
  type: string;
  kind: Kind;
  isNumeric: boolean;
  say: FormatCell;
  format: ColumnFormat;
}

/** The columns of a result with what their report says of them. */
export function shownColumns(columns: Column[], formats: Record<string, ColumnFormat> = {}): ShownColumn[] {
  const taken = new Map<string, number>();
  return columns.map((column, at) => {
    const { name, type } = column;
    const format = formats[name] ?? {};
    const nth = (taken.get(name) ?? 0) + 1;
    taken.set(name, nth);
    const zone = zoneOf(column, format);
    const kind = kindOf(column);
    const stated = kind === 'time' ? [zone ?? strings.result.noZone] : [];
    return {
      at,
      id: nth === 1 ? name : `${name} ${nth}`,
      label: format.label ?? name,
      zone,
      hint: [name, type, ...stated].join(' · '),
      type,
      kind,
      isNumeric: isNumeric(column),
      say: cellFormat(format),
      format,
    };
  });
}
