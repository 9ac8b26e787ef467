import type { Cell } from '@readout/runtime/contracts.ts';
import { isPlain } from '../../exact/decimal.ts';
import { comparing } from '../compare-cells.ts';
import type { Filter } from '../filter.ts';
import type { ShownColumn } from '../shown-columns.ts';

export type FilterKind = 'values' | 'range' | 'text' | 'present' | 'absent';

/** What is typed into the form of a filter. */
export interface FilterDraft {
  kind: FilterKind;
  values: Cell[];
  from: string;
  to: string;
  text: string;
}

/** What is wrong, and with which field. */
export interface DraftProblem {
  field: 'values' | 'from' | 'to' | 'text';
  problem: 'number' | 'date' | 'order' | 'empty' | 'none';
}

/** The filter that a form says, or what keeps it from being one. */
export function readFilter(column: ShownColumn, draft: FilterDraft): Filter | DraftProblem {
  const at = { column: column.at };
  switch (draft.kind) {
    case 'present':
      return { ...at, kind: 'range', from: null, to: null };
    case 'absent':
      return { ...at, kind: 'values', values: [null] };
    case 'text':
      return draft.text ? { ...at, kind: 'text', text: draft.text } : { field: 'text', problem: 'empty' };
    case 'values':
      return draft.values.length > 0
        ? { ...at, kind: 'values', values: draft.values }
        : { field: 'values', problem: 'none' };
    case 'range':
      return readRange(column, draft);
  }
}

function readRange(column: ShownColumn, draft: FilterDraft): Filter | DraftProblem {
  const from = readEnd(column, draft.from, 'from');
  const to = readEnd(column, draft.to, 'to');
  const problem = column.isNumeric ? 'number' : 'date';
  if (from === undefined) return { field: 'from', problem };
  if (to === undefined) return { field: 'to', problem };
  if (from === null && to === null) return { field: 'from', problem: 'empty' };
  const compare = comparing({ name: column.id, type: column.type });
  if (from !== null && to !== null && compare(from, to) > 0) return { field: 'from', problem: 'order' };
  return { column: column.at, kind: 'range', from, to };
}

const DATE = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/;

/** Nothing typed is no limit, null; undefined is what cannot be read. A day that ends a range of times has all its hours. */
function readEnd({ kind, isNumeric }: ShownColumn, typed: string, end: 'from' | 'to'): Cell | undefined {
  const text = typed.trim();
  if (text === '') return null;
  if (isNumeric) return readNumber(text);
  if (kind === 'date') return DATE.test(text) ? text : undefined;
  if (kind !== 'time') return text;
  const moment = text.replace('T', ' ');
  if (DATE.test(moment) && end === 'to') return `${moment} 23:59:59.999999`;
  return MOMENT.test(moment) || /^\d\d:\d\d/.test(moment) ? moment : undefined;
}

/** A comma is a point to some. */
function readNumber(text: string): string | undefined {
  const plain = text.replace(/^\+/, '').replace(/^([^,.]*),(\d*)$/, '$1.$2');
  return isPlain(plain) ? plain : undefined;
}
