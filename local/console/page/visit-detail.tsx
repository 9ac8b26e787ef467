import { Moment, Status, Text, took } from './parts.tsx';
import type { Visit } from './visits.ts';

/** One stay in a state: how it went, with what, and when. */
export function VisitDetail({ visit }: { visit: Visit }) {
  const { state, outcome, tries, enteredAt, exitedAt, error, cause, input, output } = visit;
  return (
    <article className="visit">
      <h2>
        {state} <Status of={outcome} />
      </h2>
      <p className="quiet">
        <Moment at={enteredAt} /> {exitedAt && `took ${took(enteredAt, exitedAt)}`}
        {tries > 1 && `, ${tries} tries`}
      </p>
      {error !== undefined && (
        <Text label={outcome === 'succeeded' ? 'A try failed with' : 'Error'} of={error} />
      )}
      {cause !== undefined && <Text label="Cause" of={cause} />}
      <Text label="Input" of={input} />
      <Text label="Arguments of its task" of={visit.arguments} />
      <Text label="Result of its task" of={visit.result} />
      <Text label="Output" of={output} />
      <Text label="Variables it set" of={visit.assigned && JSON.stringify(visit.assigned)} />
    </article>
  );
}
