import { hrefOf, useAddress, VIEWS, type View } from './address.ts';
import { useBeats } from './api.ts';
import { EventsView } from './events-view.tsx';
import { ExecutionView } from './execution-view.tsx';
import { ExecutionsView } from './executions-view.tsx';
import { LogsView } from './logs-view.tsx';
import { MailView } from './mail-view.tsx';
import { StatementsView } from './statements-view.tsx';

const NAMES: Record<View, string> = {
  executions: 'Executions',
  statements: 'Statements',
  events: 'Events',
  mail: 'Mail',
  logs: 'Logs',
};

/** The console's frame and the view of its address. */
export function App() {
  const address = useAddress();
  const { beats, lost } = useBeats();
  const { view, name, text } = address;
  return (
    <>
      <header className="bar">
        <a className="brand" href="/console">
          <img src="/console/assets/readout.svg" alt="" />
          Readout <span className="where">Console</span>
        </a>
        <nav aria-label="Console">
          {VIEWS.map((one) => (
            <a key={one} href={hrefOf({ view: one })} aria-current={one === view ? 'page' : undefined}>
              {NAMES[one]}
            </a>
          ))}
        </nav>
        <span role="status" className={lost ? 'lost' : 'live'}>
          {lost ? 'The stack does not answer' : 'Live'}
        </span>
      </header>
      <main>
        {view === 'executions' &&
          (name ? (
            <ExecutionView key={name} name={name} beats={beats} />
          ) : (
            <ExecutionsView {...{ beats, text }} />
          ))}
        {view === 'statements' && <StatementsView {...{ beats, text }} />}
        {view === 'events' && <EventsView {...{ beats, text }} />}
        {view === 'mail' && <MailView {...{ beats, text }} />}
        {view === 'logs' && <LogsView {...{ beats, text }} />}
      </main>
    </>
  );
}
