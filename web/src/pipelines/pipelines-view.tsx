import type { Pipeline } from '@readout/runtime/contracts.ts';
import { useCallback } from 'react';
import { CardList } from '../parts/card-list.tsx';
import { describedCard, PER_ROW } from '../parts/described-card.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { pipelineHref } from '../route.ts';
import { strings } from '../strings.ts';

const words = strings.pipelines;

/** Every pipeline that one may see. */
export default function PipelinesView() {
  const { pipelines, savedPipelines } = useReadout();
  const listed = useObservable(pipelines.listed);
  const saved = useObservable(savedPipelines);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is read anew when one was saved
  const refresh = useCallback(() => pipelines.refresh(), [pipelines, saved]);
  return (
    <CardList items={listed} refresh={refresh} words={words} cardDefinition={CARD} cardsPerRow={PER_ROW} />
  );
}

const CARD = describedCard(
  (id) => pipelineHref(id),
  words.brokenTitle,
  ({ steps }: Pipeline) => words.scripts(steps.flatMap((step) => step.scripts).length, steps.length),
);
