import type { Place } from '@readout/runtime/contracts.ts';
import { strings } from '../strings.ts';
import './fault-place.css';

/** Where in a report's file an error is and, for engineers, the line with the place marked. */
export function FaultPlace({ at: { line, column, text } }: { at: Place }) {
  return (
    <>
      <p className="fault-place">{strings.place(line, column)}</p>
      {text !== undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls a long line with the keyboard
        <pre className="fault-line" tabIndex={0}>
          <span className="fault-number" aria-hidden="true">
            {line}
          </span>
          {text.slice(0, column - 1)}
          <mark>{wordAt(text, column)}</mark>
          {text.slice(column - 1 + wordAt(text, column).length)}
          {'\n'}
          <span className="fault-number" aria-hidden="true">
            {' '.repeat(String(line).length)}
          </span>
          <span aria-hidden="true">{text.slice(0, column - 1).replace(/[^\t]/g, ' ')}^</span>
        </pre>
      )}
    </>
  );
}

/** The word that begins there, or the one character; the end of a line has none. */
const wordAt = (text: string, column: number): string =>
  /^(?:[:\w]+|.)/u.exec(text.slice(column - 1))?.[0] ?? ' ';
