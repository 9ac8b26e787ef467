import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ScriptRun, ScriptStatus } from '@readout/runtime/contracts.ts';
import { durationText } from '../duration.ts';
import { ErrorWords } from '../parts/error-words.tsx';
import { Elapsed } from '../report/run-state.tsx';
import { strings } from '../strings.ts';
import './pipelines.css';

const words = strings.pipelineRun;
const LOOK: Record<ScriptStatus, StatusIndicatorProps.Type> = {
  waiting: 'pending',
  running: 'in-progress',
  succeeded: 'success',
  failed: 'error',
  skipped: 'not-started',
  cancelled: 'stopped',
};

/** The steps of a run in their order; scripts of one step stand side by side, as they run. */
export function Steps({ scripts }: { scripts: readonly ScriptRun[] }) {
  const numbers = [...new Set(scripts.map(({ number }) => number))];
  return (
    <ol className="steps">
      {numbers.map((number) => (
        <li key={number}>
          <span className="step-number">{strings.pipeline.step(number)}</span>
          <ul>
            {scripts
              .filter((script) => script.number === number)
              .map((script) => (
                <Script key={script.script} {...script} />
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Script({ script, status, startedAt, endedAt, error }: ScriptRun) {
  return (
    <li className={`step-script step-${status}`}>
      <span className="mono">{script}</span>
      <StatusIndicator type={LOOK[status]}>
        <span className="tabular">
          {words.scripts[status]} {startedAt && status === 'running' && <Elapsed since={startedAt} />}
          {startedAt && endedAt && words.inTime(durationText(Date.parse(endedAt) - Date.parse(startedAt)))}
        </span>
      </StatusIndicator>
      {error && (
        <p className="engine-words">
          <ErrorWords error={error} />
        </p>
      )}
      {error?.at && <p className="mono">{`${script}.sql:${error.at.line}:${error.at.column}`}</p>}
    </li>
  );
}
