import ContentLayout from '@cloudscape-design/components/content-layout';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Dashboard } from '@readout/runtime/contracts.ts';
import { useEffect, useState } from 'react';
import type { FormValues } from '../form/inputs.ts';
import { useRunShortcut } from '../report/use-report-run.ts';
import { DashboardHeader } from './dashboard-header.tsx';
import { DashboardInputs } from './dashboard-inputs.tsx';
import { RefreshControl } from './refresh-control.tsx';
import { TileBoard } from './tile-board.tsx';
import { sharedInputs } from './tile-inputs.ts';
import { useArrangement } from './use-arrangement.ts';
import { useFormProblems } from './use-form-problems.ts';
import { useFullScreen } from './use-full-screen.ts';
import { useNewerData } from './use-newer-data.ts';
import { type TileRun, useTiles } from './use-tiles.ts';

export interface DashboardPanelProps {
  dashboard: Dashboard;
  values: FormValues;
  onChange: (values: FormValues) => void;
  /** The link says so. Otherwise nothing runs by itself. */
  runAtOnce: boolean;
}

/** A dashboard's shared inputs, its one Run, and its tiles. */
export function DashboardPanel({ dashboard, values, onChange, runAtOnce }: DashboardPanelProps) {
  const { parameters, refresh } = dashboard;
  const tiles = useTiles(dashboard, sharedInputs(parameters, values));
  const { errors, type, leave, within, passes } = useFormProblems(parameters, values);
  const arrangement = useArrangement(dashboard);
  const screen = useFullScreen();
  const [ranAt, setRanAt] = useState(() => (tiles.all.some(({ asked }) => asked) ? Date.now() : undefined));

  function runAll() {
    if (!passes()) return;
    tiles.all.forEach(tiles.start);
    setRanAt(Date.now());
  }
  function refreshAll() {
    for (const one of tiles.all) tiles.again(one);
    setRanAt(Date.now());
  }
  const runOne = (one: TileRun) => passes() && tiles.start(one);
  useRunShortcut(runAll, true);
  useAtOnce(runAtOnce, runAll);
  useNewerData(dashboard.id, tiles.all, tiles.again);

  return (
    <div ref={within} className={screen.full ? 'dashboard dashboard-full' : 'dashboard'}>
      <ContentLayout header={<DashboardHeader {...{ dashboard, arrangement, screen }} />}>
        <SpaceBetween size="l">
          <DashboardInputs
            {...{ parameters, values, errors }}
            onChange={(chosen, name) => {
              type(name);
              onChange(chosen);
            }}
            tiles={tiles.all}
            onLeave={leave}
            onRun={runAll}
          >
            {refresh && <RefreshControl every={refresh} since={ranAt} onRefresh={refreshAll} />}
          </DashboardInputs>
          <TileBoard tiles={tiles.all} arrangement={arrangement} {...tiles} start={runOne} />
        </SpaceBetween>
      </ContentLayout>
    </div>
  );
}

/** Once, when the view opens. */
function useAtOnce(wanted: boolean, act: () => void) {
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!wanted || done) return;
    setDone(true);
    act();
  });
}
