import type { StatementDetail } from '../contracts.ts';
import { hrefOf } from './address.ts';
import { useLive } from './api.ts';
import { Head, holds, Moment, Nothing, Status, Text, type ViewProps } from './parts.tsx';

/** Statements of the Data API, the latest first. */
export function StatementsView({ beats, text }: ViewProps) {
  const { value: all = [], error } = useLive<StatementDetail[]>('statements', beats);
  const shown = all.filter((one) => holds(text, one.name, one.sql, one.id, one.status, one.error));
  return (
    <>
      <Head
        title="Statements"
        view="statements"
        text={text}
        count={shown.length}
        placeholder="Run id, SQL, status"
      />
      {shown.length === 0 && <Nothing error={error}>No statement.</Nothing>}
      <ul className="rows">
        {shown.map((statement) => (
          <li key={statement.id}>
            <details open={shown.length === 1}>
              <summary className="row">
                <Status of={statement.status} />
                <span className="mono cut">{statement.sql.replace(/\s+/g, ' ')}</span>
                <span className="quiet number">
                  {statement.rows !== undefined && `${statement.rows} rows`}
                </span>
                <Moment at={statement.createdAt} />
                <span className="quiet number">
                  {statement.seconds !== undefined && `${statement.seconds.toFixed(2)} s`}
                </span>
              </summary>
              <Statement statement={statement} />
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}

function Statement({ statement: { id, name, sql, parameters, error } }: { statement: StatementDetail }) {
  const runId = name?.split(':')[1];
  return (
    <div className="opened">
      <p className="quiet">
        Statement <span className="mono">{id}</span>
        {runId && (
          <>
            {' '}
            of the run <a href={hrefOf({ view: 'executions', name: runId })}>{runId}</a>
          </>
        )}
      </p>
      <Text label="Error" of={error} />
      <Text label="SQL" of={sql} />
      {parameters.length > 0 && (
        <table>
          <caption>Parameters</caption>
          <tbody>
            {parameters.map((parameter) => (
              <tr key={parameter.name}>
                <th scope="row" className="mono">
                  :{parameter.name}
                </th>
                <td className="mono">{parameter.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
