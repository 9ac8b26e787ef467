import type { StatementPiece } from '@readout/runtime/contracts.ts';
import { strings } from '../strings.ts';
import { lookOf } from './look-of.ts';

const words = strings.preview;

/** SQL in the colours of its pieces; what has vanished is shown struck through, where it stood. */
export function SqlText({ pieces }: { pieces: StatementPiece[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls a long statement with the keyboard
    <section className="sql" tabIndex={0} aria-label={words.statement}>
      <pre>
        {pieces.map((piece, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces are told apart by where they stand
          <Piece key={index} {...piece} />
        ))}
      </pre>
    </section>
  );
}

function Piece({ kind, text, names = [] }: StatementPiece) {
  if (kind === 'vanished')
    return (
      <del className="sql-vanished" title={words.vanished(names.join(', '))}>
        [[{text}]]
      </del>
    );
  const look = lookOf({ kind, text });
  return look ? <span className={`sql-${look}`}>{text}</span> : text;
}
