import { generateThemeStylesheet, type Theme } from '@cloudscape-design/components/theming';

const accent = { light: '#4338ca', dark: '#a5b4fc' };
const accentStrong = { light: '#3730a3', dark: '#c7d2fe' };
const accentPale = { light: '#eef2ff', dark: '#262250' };
const onAccent = { light: '#ffffff', dark: '#161336' };

const brand: Theme = {
  tokens: {
    fontFamilyBase: "'Inter Variable', 'Helvetica Neue', Roboto, Arial, sans-serif",
    colorTextAccent: accent,
    colorTextLinkDefault: accent,
    colorTextLinkHover: accentStrong,
    colorTextInteractiveActive: accentStrong,
    colorBorderItemFocused: accent,
    colorBorderInputFocused: accent,
    colorBorderItemSelected: accent,
    colorBackgroundItemSelected: accentPale,
    colorBackgroundControlChecked: accent,
    colorBackgroundSegmentActive: accent,
    colorTextSegmentActive: onAccent,
    colorTextSegmentHover: accentStrong,
    colorBackgroundButtonPrimaryDefault: accent,
    colorBackgroundButtonPrimaryHover: accentStrong,
    colorBackgroundButtonPrimaryActive: accentStrong,
    colorTextButtonPrimaryDefault: onAccent,
    colorTextButtonPrimaryHover: onAccent,
    colorTextButtonPrimaryActive: onAccent,
    colorBackgroundButtonNormalHover: accentPale,
    colorBackgroundButtonNormalActive: accentPale,
    colorBorderButtonNormalDefault: { light: '#8b91a0', dark: '#7b8496' },
    colorBorderButtonNormalHover: accent,
    colorTextButtonNormalDefault: { light: '#232a37', dark: '#dde1e8' },
    colorTextButtonNormalHover: accentStrong,
    borderWidthButton: '1px',
    borderRadiusButton: '8px',
    borderRadiusContainer: '12px',
  },
};

/** The product's own colour, type and corners, laid over the design system. */
export const stylesheet = (): string => generateThemeStylesheet({ theme: brand });
