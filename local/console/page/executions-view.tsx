import type { ExecutionSummary } from '../contracts.ts';
import { hrefOf } from './address.ts';
import { useLive } from './api.ts';
import { Head, holds, Moment, Nothing, Status, took, type ViewProps } from './parts.tsx';

/** Executions of every workflow, the latest first. */
export function ExecutionsView({ beats, text }: ViewProps) {
  const { value: all = [], error } = useLive<ExecutionSummary[]>('executions', beats);
  const shown = all.filter(({ name, status, machine }) => holds(text, name, status, machine));
  return (
    <>
      <Head
        title="Executions"
        view="executions"
        text={text}
        count={shown.length}
        placeholder="Run id, status, workflow"
      />
      {shown.length === 0 && <Nothing error={error}>No execution yet. Run a report, and it is here.</Nothing>}
      <ul className="rows">
        {shown.map(({ arn, name, machine, status, startedAt, endedAt }) => (
          <li key={arn} className="row">
            <Status of={status} />
            <a className="mono" href={hrefOf({ view: 'executions', name })}>
              {name}
            </a>
            <span className="quiet">{machine}</span>
            <Moment at={startedAt} />
            <span className="quiet number">{took(startedAt, endedAt)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
