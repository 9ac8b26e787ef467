import type { Run } from '@readout/runtime/contracts.ts';
import { useEffect, useState } from 'react';
import { useReadout } from '../parts/readout-context.ts';
import { strings } from '../strings.ts';
import { language } from '../words/language.ts';
import { ageText } from './time-text.ts';

const words = strings.tile;

/** When the data of a tile was loaded, if that is known, and when Redshift read it: by the clock, and how long ago. */
export function TileAge({ run: { asOf, startedAt, createdAt, dataLoadedAt } }: { run: Run }) {
  const { serverNow } = useReadout();
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 15_000);
    return () => clearInterval(timer);
  }, [serverNow]);
  return (
    <>
      {dataLoadedAt && <Age of={dataLoadedAt} now={now} say={words.dataLoaded} />}
      <Age of={asOf ?? startedAt ?? createdAt} now={now} say={words.asOf} />
    </>
  );
}

interface AgeProps {
  of: string;
  /** Epoch milliseconds. */
  now: number;
  say: (moment: string, age: string) => string;
}

function Age({ of, now, say }: AgeProps) {
  const moment = new Date(of);
  const age = Math.max(0, now - moment.getTime());
  return (
    <time className="tabular" dateTime={moment.toISOString()}>
      {say(momentOf(moment, age), ageText(age, language()))}
    </time>
  );
}

/** The time alone while it is of today. */
const momentOf = (moment: Date, age: number): string =>
  new Intl.DateTimeFormat(language(), {
    ...(age > 12 * 3_600_000 && { dateStyle: 'medium' }),
    timeStyle: 'short',
  }).format(moment);
