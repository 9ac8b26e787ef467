import type { Cell, ChartType } from '@readout/runtime/contracts.ts';
import { draw } from './draw.ts';
import { step } from './step.ts';

const columns = ['a', 'b', 'n'].map((name) => ({ name, type: name === 'n' ? 'int8' : 'varchar' }));
const rows: Cell[][] = [
  ['x', 'p', 1],
  ['y', 'q', 2],
  ['z', 'q', 3],
];
const of = (type: ChartType) =>
  draw(columns, rows, { type, x: 'a', y: ['n'], ...(type === 'heat-map' && { series: 'b' }) });

it.each([
  ['ArrowRight', undefined, { at: 0 }],
  ['ArrowRight', { at: 1 }, { at: 2 }],
  ['ArrowRight', { at: 2 }, { at: 2 }],
  ['ArrowLeft', undefined, { at: 2 }],
  ['PageUp', { at: 2 }, { at: 0 }],
  ['End', { at: 0 }, { at: 2 }],
  ['ArrowDown', { at: 1 }, undefined],
  ['a', { at: 1 }, undefined],
])('%s from %j leads to %j', (key, from, to) => {
  expect(step(key, from, of('bar'))).toEqual(to);
});

it('walks the rows of a heat map up and down', () => {
  expect(step('ArrowDown', { at: 1, series: 0 }, of('heat-map'))).toEqual({ at: 1, series: 1 });
  expect(step('ArrowRight', { at: 0, series: 1 }, of('heat-map'))).toEqual({ at: 1, series: 1 });
});
