import type { Letter } from '../contracts.ts';
import { useLive } from './api.ts';
import { Head, holds, Moment, Nothing, type ViewProps } from './parts.tsx';

/** What the cloud would have sent by e-mail. */
export function MailView({ beats, text }: ViewProps) {
  const { value: all = [], error } = useLive<Letter[]>('mail', beats);
  const shown = all.filter((one) => holds(text, one.to, one.subject, one.body));
  return (
    <>
      <Head title="Mail" view="mail" text={text} count={shown.length} placeholder="Address, subject, text" />
      {shown.length === 0 && (
        <Nothing error={error}>No mail. Codes and the ends of runs arrive here.</Nothing>
      )}
      {shown.map((letter) => (
        <article key={`${letter.at} ${letter.to} ${letter.subject}`} className="letter">
          <h2>{letter.subject}</h2>
          <p className="quiet">
            To {letter.to}
            {letter.from && ` from ${letter.from}`}, <Moment at={letter.at} />
          </p>
          {letter.code && (
            <p>
              Code <strong className="mono code">{letter.code}</strong>
            </p>
          )}
          <Body text={letter.body} />
          {letter.attachments?.map(({ name, bytes, path }) => (
            <p key={path}>
              <a href={path} download={name}>
                {name}
              </a>{' '}
              <span className="quiet">{bytes} bytes</span>
            </p>
          ))}
        </article>
      ))}
    </>
  );
}

/** The text as it is, its http links to follow; nothing of it is taken for markup. */
function Body({ text }: { text: string }) {
  return (
    <p className="letter-body">
      {text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;)])/).map((piece, index) =>
        index % 2 === 1 ? (
          <a key={index} href={piece} target="_blank" rel="noreferrer">
            {piece}
          </a>
        ) : (
          piece
        ),
      )}
    </p>
  );
}
