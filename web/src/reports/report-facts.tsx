import type { Report, Run } from '@readout/runtime/contracts.ts';
import { agoText, durationText, momentText } from '../duration.ts';
import { runHref } from '../route.ts';
import { strings } from '../strings.ts';

const { facts, usualHint, loadedHint } = strings.reports;

export interface ReportFactsProps {
  report: Report;
  /** The person's latest run of it. */
  lastRun?: Run;
  /** Epoch milliseconds. */
  now: number;
}

/** What one wants to know before pressing Run: how long it takes, how old its data is, when one ran it. */
export function ReportFacts({ report, lastRun, now }: ReportFactsProps) {
  const { usualSeconds, dataLoadedAt, reads } = report;
  return (
    <dl className="report-facts">
      <div title={usualHint}>
        <dt>{facts.usual}</dt>
        <dd>{usualSeconds === undefined ? <i>{facts.neverRun}</i> : durationText(usualSeconds * 1_000)}</dd>
      </div>
      {(dataLoadedAt || reads) && (
        <div title={dataLoadedAt && loadedHint(momentText(dataLoadedAt))}>
          <dt>{facts.loaded}</dt>
          <dd>{dataLoadedAt ? agoText(dataLoadedAt, now) : <i>{facts.notLoaded}</i>}</dd>
        </div>
      )}
      {lastRun && (
        <div title={momentText(lastRun.createdAt)}>
          <dt>{facts.lastRun}</dt>
          <dd>
            <a href={runHref(lastRun.runId)}>{agoText(lastRun.createdAt, now)}</a>
          </dd>
        </div>
      )}
    </dl>
  );
}
