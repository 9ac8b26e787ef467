import type { ReactNode } from 'react';
import { go, hrefOf, type View } from './address.ts';

/** What a view is given. */
export interface ViewProps {
  /** How much has happened: another number reads again. */
  beats: number;
  /** What the list is filtered by. */
  text: string;
}

export interface HeadProps {
  title: string;
  view: View;
  text: string;
  count: number;
  /** What the filter looks at. */
  placeholder: string;
  children?: ReactNode;
}

/** The head of a list: its title, how many there are, and a filter that lives in the address. */
export function Head({ title, view, text, count, placeholder, children }: HeadProps) {
  return (
    <div className="head">
      <h1>
        {title} <span className="count">{count}</span>
      </h1>
      <input
        type="search"
        aria-label={`Filter ${title.toLowerCase()}`}
        placeholder={placeholder}
        value={text}
        onChange={({ target }) => go(hrefOf({ view, text: target.value }), true)}
      />
      {children}
    </div>
  );
}

const GOOD = ['SUCCEEDED', 'FINISHED', 'delivered', 'succeeded'];
const BAD = ['FAILED', 'TIMED_OUT', 'failed', 'dead letter', 'dropped'];
const BUSY = ['RUNNING', 'STARTED', 'SUBMITTED', 'PICKED', 'running'];

/** A status in words, with a colour that says nothing more. */
export function Status({ of }: { of: string }) {
  const look = GOOD.includes(of) ? 'good' : BAD.includes(of) ? 'bad' : BUSY.includes(of) ? 'busy' : 'other';
  return <span className={`status ${look}`}>{of.toLowerCase().replaceAll('_', ' ')}</span>;
}

/** A moment, to the millisecond, in the time of this machine. */
export function Moment({ at }: { at?: string }) {
  if (!at) return null;
  const date = new Date(at);
  const time = date.toLocaleTimeString('en-GB', { hour12: false });
  const sameDay = date.toDateString() === new Date().toDateString();
  return (
    <time dateTime={at} className="moment">
      {!sameDay && `${date.toLocaleDateString('en-CA')} `}
      {time}.{String(date.getMilliseconds()).padStart(3, '0')}
    </time>
  );
}

/** How long something took, or has taken. */
export function took(from: string, to?: string): string {
  if (!to) return '';
  const ms = Date.parse(to) - Date.parse(from);
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(2)} s`;
}

/** A text in a box; JSON is laid out. */
export function Text({ label, of }: { label: string; of?: string }) {
  if (of === undefined || of === '') return null;
  return (
    <figure className="text">
      <figcaption>{label}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it with the keyboard */}
      <pre tabIndex={0}>{laidOut(of)}</pre>
    </figure>
  );
}

function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** What stands where there is nothing. */
export function Nothing({ error, children }: { error?: string; children: ReactNode }) {
  return <p className={error ? 'nothing error' : 'nothing'}>{error ?? children}</p>;
}

/** Whether one of the texts holds what is looked for. */
export const holds = (text: string, ...texts: (string | undefined)[]): boolean =>
  texts.some((one) => one?.toLowerCase().includes(text.toLowerCase()));
