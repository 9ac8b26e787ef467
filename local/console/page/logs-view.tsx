import { useState } from 'react';
import type { LogLine } from '../contracts.ts';
import { useLive } from './api.ts';
import { Head, Nothing, type ViewProps } from './parts.tsx';

interface Answer {
  functions: string[];
  lines: LogLine[];
}

/** What the functions logged, by function and by what a line holds. */
export function LogsView({ beats, text }: ViewProps) {
  const [chosen, choose] = useState('');
  const { value, error } = useLive<Answer>(`logs?${new URLSearchParams({ function: chosen, text })}`, beats);
  const lines = value?.lines ?? [];
  return (
    <>
      <Head title="Logs" view="logs" text={text} count={lines.length} placeholder="Run id, level, text">
        <label>
          Function{' '}
          <select value={chosen} onChange={({ target }) => choose(target.value)}>
            <option value="">All</option>
            {value?.functions.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      </Head>
      {lines.length === 0 && <Nothing error={error}>{value ? 'No line.' : 'Reading…'}</Nothing>}
      {lines.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it with the keyboard
        <section className="log" aria-label="Lines" tabIndex={0}>
          <ol>
            {lines.map((line, index) => (
              <li key={index} className={levelOf(line.text)}>
                {!chosen && <span className="quiet">{line.function.replace(/^readout-/, '')} </span>}
                {line.text}
              </li>
            ))}
          </ol>
        </section>
      )}
      <p className="quiet">Of each function the last 500 lines that fit, of the last 512 KB of its log.</p>
    </>
  );
}

const levelOf = (text: string): string =>
  /"level":"ERROR"|\tERROR\t/.test(text) ? 'bad' : /"level":"WARN"|\tWARN\t/.test(text) ? 'warned' : '';
