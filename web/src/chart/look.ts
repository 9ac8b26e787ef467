/** What a chart is painted with. */
export interface Look {
  dark: boolean;
  /** Of series, in order; further ones take them again with another stroke. */
  colors: readonly string[];
  /** From nothing to most, for a heat map. */
  ramp: readonly string[];
  background: string;
  text: string;
  quiet: string;
  line: string;
  font: string;
  /** Nothing moves for who wishes so. */
  moves: boolean;
}

/**
 * Each stands out from its background by 3 to 1 at least, and from every other for people who see no red or no green; a
 * test holds them to it. The first is the brand's.
 */
export const COLORS = {
  light: ['#4338ca', '#c77700', '#0c6b63', '#3d93d6', '#8f1537', '#8b929e'],
  dark: ['#a5b4fc', '#fbbf24', '#2dd4bf', '#6d5ef0', '#fb7185', '#d9f99d'],
} as const;

export const BACKGROUND = { light: '#ffffff', dark: '#161d26' } as const;

const RAMPS = {
  light: ['#eef2ff', '#a5b4fc', '#4f46e5', '#1e1b4b'],
  dark: ['#1f2937', '#3f3aa8', '#818cf8', '#e0e7ff'],
} as const;

export const lookOf = (dark: boolean, moves: boolean, font: string): Look => ({
  dark,
  colors: dark ? COLORS.dark : COLORS.light,
  ramp: dark ? RAMPS.dark : RAMPS.light,
  background: dark ? BACKGROUND.dark : BACKGROUND.light,
  text: dark ? '#dde1e8' : '#232a37',
  quiet: dark ? '#a4abb8' : '#5c6470',
  line: dark ? '#313847' : '#d9dce3',
  font,
  moves,
});

const STROKES = ['solid', 'dashed'] as const;
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'] as const;

/** How the nth series is told from the others, by more than its colour. */
export const strokeOf = ({ colors }: Look, at: number) => ({
  color: colors[at % colors.length] as string,
  dash: STROKES[Math.floor(at / colors.length) % STROKES.length] as 'solid' | 'dashed',
  symbol: SYMBOLS[at % SYMBOLS.length] as string,
});
