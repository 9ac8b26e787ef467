import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import type { DownloadFormat, Run } from '@readout/runtime/contracts.ts';
import { strings } from '../strings.ts';
import './download.css';
import { DownloadStatus } from './download-status.tsx';
import { useDownload } from './use-download.ts';

const words = strings.download;
const FORMATS: DownloadFormat[] = ['csv', 'xlsx', 'parquet'];

export interface DownloadMenuProps {
  run: Run;
  /** Where there is little room: the menu is a picture, and this, what its rows are of, is in its name. */
  small?: string;
}

/** Saves the rows of a finished run as a file, and says how that goes. */
export function DownloadMenu({ run, small }: DownloadMenuProps) {
  const download = useDownload(run);
  const { asking, ask } = download;
  const menu = {
    items: [{ text: rowsText(run), items: FORMATS.map(itemOf) }],
    loading: asking !== undefined,
    loadingText: asking && words.writing(words.formats[asking]),
    onItemClick: ({ detail }: { detail: { id: string } }) => void ask(detail.id as DownloadFormat),
  };
  return (
    <div className="download">
      {small === undefined ? (
        <ButtonDropdown {...menu}>{words.menu}</ButtonDropdown>
      ) : (
        <ButtonDropdown
          {...menu}
          variant="inline-icon"
          iconName="download"
          ariaLabel={words.menuOf(small)}
          expandToViewport
        />
      )}
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
