import { useState } from 'react';
import type { ExecutionDetail } from '../contracts.ts';
import { hrefOf } from './address.ts';
import { useLive } from './api.ts';
import { Moment, Nothing, Status, Text, took } from './parts.tsx';
import { VisitDetail } from './visit-detail.tsx';
import { visitsOf } from './visits.ts';
import { readWorkflow } from './workflow.ts';
import { WorkflowGraph } from './workflow-graph.tsx';

/** One execution: its path through the workflow, and what each state was given and gave. */
export function ExecutionView({ name, beats }: { name: string; beats: number }) {
  const { value: starts, error } = useLive<ExecutionDetail[]>(
    `executions/${encodeURIComponent(name)}`,
    beats,
  );
  const [arn, choose] = useState<string>();
  const execution = starts?.find((one) => one.arn === arn) ?? starts?.[0];
  return (
    <>
      <p className="crumbs">
        <a href={hrefOf({ view: 'executions' })}>Executions</a>
      </p>
      <div className="head">
        <h1 className="mono">{name}</h1>
        {starts && starts.length > 1 && (
          <label>
            Start{' '}
            <select value={execution?.arn} onChange={({ target }) => choose(target.value)}>
              {starts.map((one, index) => (
                <option key={one.arn} value={one.arn}>
                  {starts.length - index} of {starts.length}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {execution ? (
        <Execution execution={execution} />
      ) : (
        <Nothing error={error}>{starts ? 'There is no execution of this name.' : 'Reading…'}</Nothing>
      )}
    </>
  );
}

function Execution({ execution }: { execution: ExecutionDetail }) {
  const { name, machine, status, startedAt, endedAt, error, cause, input, output } = execution;
  const visits = visitsOf(execution);
  const [chosen, choose] = useState<string>();
  const state = chosen ?? (visits.find((one) => one.outcome === 'failed') ?? visits.at(-1))?.state;
  return (
    <>
      <dl className="facts">
        <Fact label="Status">
          <Status of={status} />
        </Fact>
        <Fact label="Workflow">{machine}</Fact>
        <Fact label="Began">
          <Moment at={startedAt} />
        </Fact>
        <Fact label="Took">{took(startedAt, endedAt)}</Fact>
        <Fact label="About this run">
          <a href={hrefOf({ view: 'statements', text: name })}>statements</a>{' '}
          <a href={hrefOf({ view: 'events', text: name })}>events</a>{' '}
          <a href={hrefOf({ view: 'logs', text: name })}>logs</a>
        </Fact>
      </dl>
      <div className="execution">
        <WorkflowGraph
          workflow={readWorkflow(execution.definition)}
          {...{ visits, status }}
          chosen={state}
          onChoose={choose}
        />
        <section aria-label="State">
          {visits
            .filter((visit) => visit.state === state)
            .map((visit) => (
              <VisitDetail key={visit.enteredAt} visit={visit} />
            ))}
          {!visits.some((visit) => visit.state === state) && <Nothing>{state} was not entered.</Nothing>}
          <details>
            <summary>The whole execution</summary>
            <Text label="Error" of={error} />
            <Text label="Cause" of={cause} />
            <Text label="Input" of={input} />
            <Text label="Output" of={output} />
          </details>
        </section>
      </div>
    </>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
