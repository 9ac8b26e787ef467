import { BACKGROUND, COLORS } from './look.ts';

type Rgb = [number, number, number];

const channels = (color: string) =>
  [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
const luminance = (color: string) => {
  const [red, green, blue] = channels(color);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string) => {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

/** What eyes make of red, green and blue (Machado et al. 2009): all, those without red, those without green. */
const EYES: Rgb[][] = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
];

const lab = (color: string, eyes: Rgb[]): Rgb => {
  const light = channels(color);
  const [r, g, b] = eyes.map((row) => {
    const sum = row.reduce((total, share, at) => total + share * (light[at] as number), 0);
    return Math.max(0, Math.min(1, sum));
  }) as Rgb;
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const [x, y, z] = [
    f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047),
    f(0.2126 * r + 0.7152 * g + 0.0722 * b),
    f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883),
  ];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};
const apart = (one: string, other: string, eyes: Rgb[]) => {
  const [a, b] = [lab(one, eyes), lab(other, eyes)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
};

describe.each(['light', 'dark'] as const)('the colours on %s', (mode) => {
  const colors: readonly string[] = COLORS[mode];

  it.each(colors)('have %s stand out', (color) => {
    expect(contrast(color, BACKGROUND[mode])).toBeGreaterThanOrEqual(3);
  });

  it('are told from one another by every kind of eye', () => {
    for (const eyes of EYES)
      for (const [at, color] of colors.entries())
        for (const other of colors.slice(0, at)) expect(apart(color, other, eyes)).toBeGreaterThan(17);
  });
});
