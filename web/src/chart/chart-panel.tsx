import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Chart, ChartType } from '@readout/runtime/contracts.ts';
import { CHART_TYPES } from '@readout/runtime/report/chart-keys.ts';
import type { Filter } from '../result/filter.ts';
import { strings } from '../strings.ts';
import { adapt } from './adapt.ts';
import { ChartForm } from './chart-form.tsx';
import { DrawnChart } from './drawn.tsx';
import { useKeptChart } from './kept-chart.ts';
import { Picker } from './picker.tsx';
import { SavePicture } from './save-picture.tsx';
import { type DrawingInput, useDrawing } from './use-drawing.ts';

const words = strings.chart;
const HEIGHT = 380;

export interface ChartPanelProps extends DrawingInput {
  /** The id and the title of the report whose rows these are. */
  report: string;
  title: string;
  onFilter?: (filter: Filter) => void;
}

/** The chart of a result, to be drawn otherwise by hand and saved as a picture. */
export default function ChartPanel({ report, title, onFilter, ...input }: ChartPanelProps) {
  const [kept, keep] = useKeptChart(report);
  const drawn = useDrawing({ ...input, chart: kept ?? input.chart });
  const shown = drawn.chart;
  const change = (wish: Partial<Chart>) => shown && keep(adapt(shown, wish, drawn.columns));
  return (
    <SpaceBetween size="m">
      <div className="chart-tools">
        {shown && (
          <Picker
            label={words.type}
            options={CHART_TYPES.map((type) => ({ value: type, label: words.types[type] }))}
            value={shown.type}
            onPick={(type) => change({ type: type as ChartType })}
          />
        )}
        <SavePicture {...{ drawn, title }} />
      </div>
      {kept && (
        <Box color="text-body-secondary">
          {words.byHand}{' '}
          <Button variant="inline-link" onClick={() => keep()}>
            {input.chart ? words.reset : words.resetGuess}
          </Button>
        </Box>
      )}
      <DrawnChart {...{ drawn, onFilter }} height={HEIGHT} />
      {shown && (
        <ExpandableSection headerText={words.settings} headingTagOverride="h3">
          <ChartForm key={shown.type} chart={shown} columns={drawn.columns} onChange={change} />
        </ExpandableSection>
      )}
    </SpaceBetween>
  );
}
