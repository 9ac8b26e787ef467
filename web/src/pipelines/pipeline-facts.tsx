import ExpandableSection from '@cloudscape-design/components/expandable-section';
import KeyValuePairs, { type KeyValuePairsProps } from '@cloudscape-design/components/key-value-pairs';
import type { Pipeline } from '@readout/runtime/contracts.ts';
import { pipelineHref } from '../route.ts';
import { strings } from '../strings.ts';

const words = strings.pipeline;

export interface PipelineFactsProps {
  pipeline: Pipeline;
  /** Whether it is shown before somebody asks for it. */
  open: boolean;
}

/** What a pipeline consists of, when it starts by itself, and what it loads. */
export function PipelineFacts({ pipeline, open }: PipelineFactsProps) {
  const { steps, schedule = [], trigger, after = [], writes = [] } = pipeline;
  const items: KeyValuePairsProps.Item[] = steps.map(({ number, scripts }) => ({
    label: scripts.length > 1 ? `${words.step(number)}, ${words.sideBySide}` : words.step(number),
    value: (
      <Lines of={scripts.map((script) => ({ key: script, text: <span className="mono">{script}</span> }))} />
    ),
  }));
  const starts = [
    ...schedule.map(({ cron, timeZone }) => ({
      key: cron + timeZone,
      text: words.onSchedule(cron, timeZone),
    })),
    ...(trigger ? [{ key: trigger.prefix, text: words.onObject(trigger.prefix) }] : []),
    ...after.map((id) => ({ key: id, text: <a href={pipelineHref(id)}>{words.onSuccess(id)}</a> })),
  ];
  if (starts.length > 0) items.push({ label: words.startsBy, value: <Lines of={starts} /> });
  if (writes.length > 0) {
    const tables = writes.map((table) => ({ key: table, text: <span className="mono">{table}</span> }));
    items.push({ label: words.writes, value: <Lines of={tables} /> });
  }
  return (
    <ExpandableSection variant="container" headerText={words.about} defaultExpanded={open}>
      <KeyValuePairs columns={3} items={items} />
    </ExpandableSection>
  );
}

function Lines({ of }: { of: { key: string; text: React.ReactNode }[] }) {
  return of.map(({ key, text }) => <div key={key}>{text}</div>);
}
