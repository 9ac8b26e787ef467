import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { saveAs } from '../parts/save-as.ts';
import { strings } from '../strings.ts';
import { captionOf } from './description.ts';
import { numberOf } from './number-of.ts';
import { numberOption, type PictureFormat, pictureName, pictureOption } from './picture.ts';
import type { Drawn } from './use-drawing.ts';
import { useLook } from './use-look.ts';

const words = strings.chart;

export interface SavePictureProps {
  drawn: Drawn;
  /** Of the report; it stands in the picture and in the file's name. */
  title: string;
}

/** Saves the chart as a file, as it looks now. What paints files is loaded with the first of them. */
export function SavePicture({ drawn, title }: SavePictureProps) {
  const { chart, drawing, columns, rows, notes } = drawn;
  const look = useLook();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  if (!chart || rows.length === 0) return null;

  async function save(format: PictureFormat) {
    if (!chart) return;
    setState('busy');
    const caption = { title, notes: drawing ? [captionOf(drawing), ...notes] : notes };
    const option = drawing
      ? pictureOption(drawing, look, caption)
      : numberOption(numberOf({ columns, rows, chart }), look, caption);
    try {
      const { paint } = await import('./paint.ts');
      saveAs(await paint(option, format), pictureName(title, chart.type, format));
      setState('idle');
    } catch {
      setState('failed');
    }
  }

  return (
    <>
      <ButtonDropdown
        items={[
          { id: 'png', text: words.png },
          { id: 'svg', text: words.svg },
        ]}
        loading={state === 'busy'}
        onItemClick={({ detail }) => void save(detail.id as PictureFormat)}
      >
        {words.save}
      </ButtonDropdown>
      {state === 'failed' && <StatusIndicator type="error">{words.saveFailed}</StatusIndicator>}
    </>
  );
}
