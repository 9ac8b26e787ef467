import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import type { DownloadFormat, Run } from '@readout/runtime/contracts.ts';
import { strings } from '../strings.ts';
import './download.css';
import { DownloadStatus } from './download-status.tsx';
import { useDownload } from './use-download.ts';

const words = strings.download;
const FORMATS: DownloadFormat[] = ['csv', 'xlsx', 'parquet'];

/** Saves the rows of a finished run as a file, and says how that goes. */
export function DownloadMenu({ run }: { run: Run }) {
  const download = useDownload(run);
  const { asking, ask } = download;
  return (
    <div className="download">
      <ButtonDropdown
        items={[{ text: rowsText(run), items: FORMATS.map(itemOf) }]}
        loading={asking !== undefined}
        loadingText={asking && words.writing(words.formats[asking])}
        onItemClick={({ detail }) => void ask(detail.id as DownloadFormat)}
      >
        {words.menu}
      </ButtonDropdown>
      <DownloadStatus {...download} />
    </div>
  );
}

const itemOf = (format: DownloadFormat) => ({
  id: format,
  text: words.formats[format],
  secondaryText: words.about[format],
});

function rowsText({ rows = 0, maxRows }: Run): string {
  return maxRows !== undefined && rows > maxRows ? words.capped(maxRows, rows) : words.rows(rows);
}
