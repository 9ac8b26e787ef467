import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { RunStatement } from '@readout/runtime/contracts.ts';
import { useCallback, useState } from 'react';
import { ErrorAlert } from '../parts/error-alert.tsx';
import { ErrorWords } from '../parts/error-words.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { useTask } from '../parts/use-task.ts';
import { strings } from '../strings.ts';
import './statement.css';

const words = strings.statement;

export interface StatementSectionProps {
  /** Asks for it; called when the section is opened. */
  load: () => Promise<RunStatement>;
}

/** The SQL of a run, which is asked for when somebody wants to see it. `load` must keep its identity. */
export function StatementSection({ load }: StatementSectionProps) {
  const [open, setOpen] = useState(false);
  return (
    <ExpandableSection
      headerText={words.title}
      variant="footer"
      expanded={open}
      onChange={({ detail }) => setOpen(detail.expanded)}
    >
      {open && <Loaded load={load} />}
    </ExpandableSection>
  );
}

function Loaded({ load }: StatementSectionProps) {
  const [found, setFound] = useState<RunStatement>();
  const { error, retry } = useTask(useCallback(async () => setFound(await load()), [load]));
  if (error?.name === 'AccessDenied' || error?.name === 'ResultNotReady')
    return (
      <Alert type="info">
        <ErrorWords error={error} />
      </Alert>
    );
  if (error) return <ErrorAlert error={error} onRetry={retry} />;
  if (!found) return <Box>{words.loading}</Box>;
  return <Statement {...found} />;
}

function Statement({ sql, parameters, execution }: RunStatement) {
  const { executionHref } = useReadout();
  return (
    <SpaceBetween size="s">
      <section className="statement" aria-label={words.label}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <pre tabIndex={0}>{sql}</pre>
      </section>
      <CopyToClipboard
        textToCopy={sql}
        copyButtonText={words.copy}
        copySuccessText={words.copied}
        copyErrorText={words.copyFailed}
      />
      <Bound parameters={parameters} />
      {execution && (
        <Link external href={executionHref(execution)}>
          {words.execution}
        </Link>
      )}
    </SpaceBetween>
  );
}

function Bound({ parameters }: Pick<RunStatement, 'parameters'>) {
  if (parameters.length === 0) return <Box color="text-body-secondary">{words.noParameters}</Box>;
  const withheld = parameters.some(({ value }) => value === undefined);
  return (
    <SpaceBetween size="xs">
      <Box variant="h4" tagOverride="h3" padding="n">
        {words.parameters}
      </Box>
      {withheld ? (
        <>
          <Box>{parameters.map(({ name }) => `:${name}`).join(', ')}</Box>
          <Box color="text-body-secondary">{words.withheld}</Box>
        </>
      ) : (
        <KeyValuePairs
          columns={3}
          items={parameters.map(({ name, value }) => ({
            label: `:${name}`,
            value: <span className="about-value">{value}</span>,
          }))}
        />
      )}
    </SpaceBetween>
  );
}
