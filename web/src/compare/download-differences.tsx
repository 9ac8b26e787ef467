import Button from '@cloudscape-design/components/button';
import { after } from '@readout/client';
import { useEffect, useRef, useState } from 'react';
import { saveAs } from '../parts/save-as.ts';
import { strings } from '../strings.ts';
import type { Comparison } from './compare-rows.ts';
import { differencesCsv } from './differences-csv.ts';
import { inSlices } from './in-slices.ts';
import type { PairedColumn } from './paired-columns.ts';

const words = strings.compare;

export interface DownloadDifferencesProps {
  comparison: Comparison;
  columns: readonly PairedColumn[];
}

/** Writes the differences as a CSV file, on this device. */
export function DownloadDifferences({ comparison, columns }: DownloadDifferencesProps) {
  const [writing, setWriting] = useState(false);
  const stop = useRef(() => {});
  useEffect(() => () => stop.current(), []);

  function write() {
    setWriting(true);
    stop.current = inSlices(differencesCsv(comparison, columns, { ...words.csv, kinds: words.kinds }), {
      after,
      now: () => performance.now(),
      onProgress: () => {},
      onDone(pieces) {
        saveAs(new Blob(pieces, { type: 'text/csv' }), 'differences.csv');
        setWriting(false);
      },
    });
  }
  return (
    <Button iconName="download" loading={writing} onClick={write}>
      {words.download}
    </Button>
  );
}
