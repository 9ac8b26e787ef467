import type { Delivery, QueuedLetter } from '../contracts.ts';
import { useLive } from './api.ts';
import { Head, holds, Moment, Nothing, Status, Text, type ViewProps } from './parts.tsx';

interface Answer {
  deliveries: Delivery[];
  deadLetters: QueuedLetter[];
}

/** What went over the event bus to whom, and what was put into a dead-letter queue. */
export function EventsView({ beats, text }: ViewProps) {
  const { value, error } = useLive<Answer>('events', beats);
  const deliveries = (value?.deliveries ?? []).filter((one) => holds(text, JSON.stringify(one)));
  const letters = (value?.deadLetters ?? []).filter((one) => holds(text, JSON.stringify(one)));
  return (
    <>
      <Head
        title="Events"
        view="events"
        text={text}
        count={deliveries.length}
        placeholder="Rule, target, run id"
      />
      {deliveries.length === 0 && <Nothing error={error}>No event.</Nothing>}
      <ul className="rows">
        {deliveries.map((one) => (
          <li key={`${one.event.id} ${one.rule} ${one.target} ${one.retries} ${one.outcome}`}>
            <details>
              <summary className="row">
                <Status of={one.outcome} />
                <span>{one.event['detail-type']}</span>
                <span className="quiet">
                  {one.rule} → {one.target}
                </span>
                <Moment at={one.at} />
                <span className="quiet number">{one.retries > 0 && `retry ${one.retries}`}</span>
              </summary>
              <div className="opened">
                <Text label="Error" of={one.error} />
                <Text label="Event" of={JSON.stringify(one.event)} />
              </div>
            </details>
          </li>
        ))}
      </ul>
      <h2>
        Dead letters <span className="count">{letters.length}</span>
      </h2>
      {letters.length === 0 && <Nothing>Everything was delivered and handled.</Nothing>}
      <ul className="rows">
        {letters.map((letter) => (
          <li key={`${letter.at} ${letter.body}`}>
            <details>
              <summary className="row">
                <Status of="dead letter" />
                <span>{letter.attributes.ERROR_MESSAGE ?? 'A function failed'}</span>
                <span className="quiet">{letter.queue}</span>
                <Moment at={letter.at} />
                <span />
              </summary>
              <div className="opened">
                <Text label="Message" of={letter.body} />
                <Text label="Attributes" of={JSON.stringify(letter.attributes)} />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}
