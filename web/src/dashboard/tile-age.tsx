import type { Run } from '@readout/runtime/contracts.ts';
import { useEffect, useState } from 'react';
import { useReadout } from '../parts/readout-context.ts';
import { strings } from '../strings.ts';
import { language } from '../words/language.ts';
import { ageText } from './time-text.ts';

/** From when a tile's rows are, by the clock and by how long ago that is. */
export function TileAge({ run: { asOf, startedAt, createdAt } }: { run: Run }) {
  const { serverNow } = useReadout();
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 15_000);
    return () => clearInterval(timer);
  }, [serverNow]);
  const moment = new Date(asOf ?? startedAt ?? createdAt);
  const age = Math.max(0, now - moment.getTime());
  return (
    <time className="tabular" dateTime={moment.toISOString()}>
      {strings.tile.asOf(momentOf(moment, age), ageText(age, language()))}
    </time>
  );
}

/** The time alone while it is of today. */
const momentOf = (moment: Date, age: number): string =>
  new Intl.DateTimeFormat(language(), {
    ...(age > 12 * 3_600_000 && { dateStyle: 'medium' }),
    timeStyle: 'short',
  }).format(moment);
