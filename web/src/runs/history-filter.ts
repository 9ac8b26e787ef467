import type { Run, RunStatus } from '@readout/runtime/contracts.ts';
import { inputsText } from '../form/inputs.ts';

/** Which runs are listed. An empty text stands for any. */
export interface HistoryFilter {
  report: string;
  status: RunStatus | '';
  /** What stands somewhere in the title or the inputs, whatever the case. */
  text: string;
  /** The first and the last day on which they were asked for, `YYYY-MM-DD` as the person's clock has it. */
  from: string;
  to: string;
}

const NAMES = ['report', 'status', 'text', 'from', 'to'] as const satisfies (keyof HistoryFilter)[];

const STATUSES: readonly string[] = ['queued', 'running', 'succeeded', 'failed', 'cancelled'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads an address; what stands for nothing there counts as empty. */
export function filterFrom(search: URLSearchParams): HistoryFilter {
  const given = (name: keyof HistoryFilter) => search.get(name) ?? '';
  const day = (name: 'from' | 'to') => (DAY.test(given(name)) ? given(name) : '');
  const status = given('status');
  return {
    report: given('report'),
    status: STATUSES.includes(status) ? (status as RunStatus) : '',
    text: given('text'),
    from: day('from'),
    to: day('to'),
  };
}

/** The address of the list as it is filtered. */
export function historyHref(filter: HistoryFilter): string {
  const set = NAMES.filter((name) => filter[name] !== '').map((name) => [name, filter[name]]);
  return set.length ? `/runs?${new URLSearchParams(set)}` : '/runs';
}

export const isFiltered = (filter: HistoryFilter): boolean => NAMES.some((name) => filter[name] !== '');

export function matches(run: Run, { report, status, text, from, to }: HistoryFilter): boolean {
  const day = localDay(run.createdAt);
  return (
    (!report || run.report === report) &&
    (!status || run.status === status) &&
    (!from || day >= from) &&
    (!to || day <= to) &&
    `${run.title} ${inputsText(run.inputs)}`.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase())
  );
}

/** `YYYY-MM-DD` where the person is. */
function localDay(iso: string): string {
  const at = new Date(iso);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
