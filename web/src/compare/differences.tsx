import Alert from '@cloudscape-design/components/alert';
import LiveRegion from '@cloudscape-design/components/live-region';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo, useState } from 'react';
import type { ResultState } from '../data/result-reader.ts';
import { Empty } from '../parts/empty.tsx';
import { strings } from '../strings.ts';
import type { Pair } from './both-runs.tsx';
import type { DifferenceKind } from './compare-rows.ts';
import { DifferenceList } from './difference-list.tsx';
import { KeyChoice } from './key-choice.tsx';
import { guessKeys } from './key-columns.ts';
import { isShared, pairColumns } from './paired-columns.ts';
import { useComparison } from './use-comparison.ts';

const words = strings.compare;

/** How two whole results differ, by the columns that name a row, which the person may choose. */
export function Differences({ left, right }: Pair<ResultState>) {
  const columns = useMemo(() => pairColumns(left.columns, right.columns), [left.columns, right.columns]);
  const shared = useMemo(() => columns.filter(isShared), [columns]);
  const [keys, setKeys] = useState(() => guessKeys(shared, left.rows, right.rows));
  const { comparison, share } = useComparison(left.rows, right.rows, shared, keys);
  return (
    <SpaceBetween size="m">
      <KeyChoice shared={shared} keys={keys} onChange={setKeys} />
      {!comparison && <ProgressBar label={words.comparing} value={share * 100} />}
      {comparison && comparison.repeated > 0 && (
        <Alert type="info">{words.repeated(comparison.repeated)}</Alert>
      )}
      {comparison && areApart(comparison.counts) && <Alert type="info">{words.apart}</Alert>}
      {comparison && (
        <>
          <LiveRegion hidden>{summaryOf(comparison.counts)}</LiveRegion>
          {comparison.counts.same === comparison.rows.length && columns.length === shared.length ? (
            <Empty title={words.identicalTitle}>{words.identical(comparison.rows.length)}</Empty>
          ) : (
            <DifferenceList
              key={keys.map(({ left }) => left).join()}
              {...{ comparison, columns, shared, keys }}
            />
          )}
        </>
      )}
    </SpaceBetween>
  );
}

/** No row of one result belongs to a row of the other, though both have some. */
const areApart = ({ added, removed, changed, same }: Record<DifferenceKind, number>): boolean =>
  changed + same === 0 && added > 0 && removed > 0;

const summaryOf = ({ added, removed, changed, same }: Record<DifferenceKind, number>) =>
  words.summary(added, removed, changed, same);
