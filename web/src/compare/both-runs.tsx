import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { isOver } from '@readout/client';
import type { Run } from '@readout/runtime/contracts.ts';
import { momentText } from '../duration.ts';
import { inputsText } from '../form/inputs.ts';
import { RunState } from '../report/run-state.tsx';
import { runHref } from '../route.ts';
import { strings } from '../strings.ts';
import { BothResults } from './both-results.tsx';

const words = strings.compare;

export interface Pair<T> {
  left: T;
  right: T;
}

/** What the two runs are and, when both have a result, how these differ. */
export function BothRuns({ left, right }: Pair<Run>) {
  const sides = [
    [words.left, left],
    [words.right, right],
  ] as const;
  const waiting = sides.filter(([, run]) => run.status !== 'succeeded');
  return (
    <SpaceBetween size="l">
      <div className="halves">
        {sides.map(([side, run]) => (
          <Side key={side} side={side} run={run} />
        ))}
      </div>
      {left.report !== right.report && <Alert type="warning">{words.otherReport}</Alert>}
      {waiting.map(([side, run]) => (
        <Alert key={side} type={isOver(run) ? 'warning' : 'info'}>
          {isOver(run) ? words.noResult(side) : words.unfinished(side)}
        </Alert>
      ))}
      {waiting.length === 0 && <BothResults left={left} right={right} />}
    </SpaceBetween>
  );
}

function Side({ side, run }: { side: string; run: Run }) {
  return (
    <section aria-label={side}>
      <Container>
        <SpaceBetween size="xxs">
          <Box variant="h2" fontSize="heading-s" padding="n">
            {side}: <Link href={runHref(run.runId)}>{run.title}</Link>
          </Box>
          <span className="about-value">{inputsText(run.inputs) || strings.run.noInputs}</span>
          <Box color="text-body-secondary">{momentText(run.createdAt)}</Box>
          <RunState run={run} status={run.status} />
        </SpaceBetween>
      </Container>
    </section>
  );
}
