import { themeQuartz } from 'ag-grid-community';
import { adoptGridStyles } from './grid-styles.ts';

export const ROW = 36;
/** As wide as page.css makes it. */
export const SCROLLBAR = 12;

export const theme = themeQuartz
  .withParams({
    fontFamily: 'inherit',
    fontSize: 14,
    accentColor: '#4f46e5',
    wrapperBorderRadius: 8,
    rowHeight: ROW,
    headerHeight: 40,
    cellHorizontalPadding: 12,
    autoHeightMinBodyHeight: 0,
  })
  .withParams({ browserColorScheme: 'light' }, 'light')
  .withParams(
    {
      browserColorScheme: 'dark',
      backgroundColor: '#161d26',
      foregroundColor: '#dde1e8',
      headerBackgroundColor: '#1d2634',
      borderColor: '#313847',
      accentColor: '#a5b4fc',
    },
    'dark',
  );
export const styleContainer = adoptGridStyles(theme);
