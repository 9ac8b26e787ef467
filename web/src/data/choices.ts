import { ReadoutError } from '@readout/client';
import type { Cell, Choice, Inputs, ResultPage, Run } from '@readout/runtime/contracts.ts';
import { resultReader } from './result-reader.ts';

/** A person picks from a list; past this many rows it is a search, and the list says that it stops. */
const MOST_CHOICES = 10_000;

export interface ChoiceList {
  choices: Choice[];
  /** False when the query has more rows than are listed. */
  complete: boolean;
}

export interface ChoiceSource {
  /** Runs a report and resolves with its finished run, whatever its end. `fresh`: reuses no result. */
  runToEnd: (report: string, inputs: Inputs, fresh?: boolean) => Promise<Run>;
  getResult: (runId: string, page?: string) => Promise<ResultPage>;
}

export interface ChoiceLoader {
  (report: string, inputs: Inputs): Promise<ChoiceList>;
  /** These reports have changed, or any may have: their rows are asked for again. */
  forget(reports: readonly string[] | 'any'): void;
}

/** Fills a choice by a query: runs the report once for the same inputs and keeps its rows. A failure is not kept. */
export function choiceLoader({ runToEnd, getResult }: ChoiceSource): ChoiceLoader {
  const kept = new Map<string, Promise<ChoiceList>>();

  async function load(report: string, inputs: Inputs): Promise<ChoiceList> {
    return await read(await runToEnd(report, inputs)).catch(async (thrown) => {
      if (thrown?.name !== 'ResultExpired') throw thrown; // the result that was reused is not kept any longer
      return await read(await runToEnd(report, inputs, true));
    });
  }

  async function read(run: Run): Promise<ChoiceList> {
    if (run.status !== 'succeeded') throw failureOf(run);
    const reader = resultReader((page) => getResult(run.runId, page));
    await reader.want(MOST_CHOICES);
    const { error } = reader.get();
    if (error) throw error;
    const { columns, rows, complete, capped } = reader.get();
    return {
      choices: choicesFrom(
        columns.map(({ name }) => name),
        rows,
      ),
      complete: complete && !capped,
    };
  }

  function choices(report: string, inputs: Inputs): Promise<ChoiceList> {
    const key = JSON.stringify([report, inputs]);
    const loading = kept.get(key) ?? load(report, inputs);
    kept.set(key, loading);
    loading.catch(() => kept.delete(key));
    return loading;
  }
  const forget: ChoiceLoader['forget'] = (reports) => {
    for (const key of kept.keys())
      if (reports === 'any' || reports.includes(JSON.parse(key)[0])) kept.delete(key);
  };
  return Object.assign(choices, { forget });
}

function failureOf(run: Run): ReadoutError {
  return run.error
    ? ReadoutError.from(run.error)
    : new ReadoutError('Unavailable', 'The query of the choices was cancelled.');
}

function choicesFrom(names: string[], rows: readonly Cell[][]): Choice[] {
  const value = names.indexOf('value');
  if (value < 0)
    throw new ReadoutError('InvalidTemplate', 'A report that fills choices returns `value` and `label`.');
  const label = names.indexOf('label');
  return rows
    .filter((row) => row[value] !== null)
    .map((row) => ({ value: String(row[value]), label: String(row[label] ?? row[value]) }));
}
