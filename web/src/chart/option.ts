import type { EChartsCoreOption } from 'echarts/core';
import { axesOption } from './axes-option.ts';
import type { Drawing } from './drawing.ts';
import { heatMapOption } from './heat-map-option.ts';
import type { Look } from './look.ts';
import { pieOption } from './pie-option.ts';

/** What ECharts is told. `hidden` are the names of the series that are switched off. */
export function optionOf(drawing: Drawing, look: Look, hidden: ReadonlySet<string>): EChartsCoreOption {
  const base = {
    animation: look.moves,
    animationDuration: 250,
    animationDurationUpdate: 250,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: look.font, color: look.text },
    useUTC: true,
  };
  return { ...base, ...bodyOf(drawing, look, hidden) };
}

function bodyOf(drawing: Drawing, look: Look, hidden: ReadonlySet<string>): EChartsCoreOption {
  switch (drawing.chart.type) {
    case 'pie':
      return pieOption(drawing, look);
    case 'heat-map':
      return heatMapOption(drawing, look);
    default:
      return axesOption(drawing, look, hidden);
  }
}
