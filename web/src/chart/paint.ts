import { LegendComponent, TitleComponent } from 'echarts/components';
import { type EChartsCoreOption, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { init } from './engine.ts';
import { type PictureFormat, SIZE } from './picture.ts';
import { stage } from './stage.ts';

use([LegendComponent, SVGRenderer, TitleComponent]);

/** Paints a picture that nobody sees, and answers it as a file's content. */
export const paint = (option: EChartsCoreOption, format: PictureFormat): Promise<Blob> =>
  format === 'svg' ? paintSvg(option) : paintPng(option);

async function paintSvg(option: EChartsCoreOption): Promise<Blob> {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...SIZE });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return new Blob([svg], { type: 'image/svg+xml' });
}

/** Twice as fine as a screen. */
async function paintPng(option: EChartsCoreOption): Promise<Blob> {
  const chart = init(stage(), null, { ...SIZE, devicePixelRatio: 2 });
  chart.setOption(option);
  const canvas = chart.renderToCanvas({ pixelRatio: 2 });
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  chart.dispose();
  if (!blob) throw new Error('no picture');
  return blob;
}
