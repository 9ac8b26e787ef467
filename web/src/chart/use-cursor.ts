import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import type { Filter } from '../result/filter.ts';
import type { ChartColumn } from './chart-column.ts';
import type { Drawing } from './drawing.ts';
import type { EChartsType } from './engine.ts';
import { locate, locateAlong, type Pixel } from './locate.ts';
import { type Cursor, filtersOf, filtersOfSquare, positionsOf } from './selection.ts';
import { step } from './step.ts';

export interface CursorInput {
  /** Nothing until it is painted. */
  chart?: EChartsType;
  drawing: Drawing;
  columns: readonly ChartColumn[];
  onFilter?: (filter: Filter) => void;
}

/** A press that moved less is no selection. */
const STILL = 5;

/** Where the pointer or the arrow keys are in a chart, and the stretch that they select. */
export function useCursor({ chart, drawing, columns, onFilter }: CursorInput) {
  const [cursor, setCursor] = useState<Cursor>();
  const [anchor, setAnchor] = useState<number>();
  const pressed = useRef<number>(undefined);
  const positions = useMemo(() => positionsOf(drawing), [drawing]);
  const { type } = drawing.chart;
  const stretches = type !== 'pie' && type !== 'heat-map';

  function leave() {
    setCursor(undefined);
    setAnchor(undefined);
    pressed.current = undefined;
  }

  function emit(at: Cursor, other = at.at) {
    const filters =
      type === 'heat-map' ? filtersOfSquare(drawing, columns, at) : filtersOf(drawing, at.at, other);
    for (const filter of filters) onFilter?.(filter);
    setAnchor(undefined);
  }

  const pixelOf = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>): Pixel => {
    const { left, top } = currentTarget.getBoundingClientRect();
    return [clientX - left, clientY - top];
  };

  function onPointerMove(event: PointerEvent<HTMLElement>) {
    if (!chart) return;
    const pixel = pixelOf(event);
    if (pressed.current === undefined || !stretches)
      return setCursor(locate(chart, drawing, positions, pixel));
    if (Math.abs(pixel[0] - pressed.current) < STILL && anchor === undefined) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setAnchor((one) => one ?? locateAlong(chart, positions, [pressed.current ?? 0, 0]));
    setCursor({ at: locateAlong(chart, positions, pixel) });
  }

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0 || !onFilter) return;
    pressed.current = pixelOf(event)[0];
    setAnchor(undefined);
  }

  function onPointerUp(event: PointerEvent<HTMLElement>) {
    if (!chart || pressed.current === undefined) return;
    pressed.current = undefined;
    if (anchor !== undefined && cursor) return emit(cursor, anchor);
    const meant = locate(chart, drawing, positions, pixelOf(event));
    if (meant && (drawing.x.kind === 'category' || type === 'bar')) emit(meant);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') return leave();
    if (event.key === 'Enter' && cursor && onFilter) return emit(cursor, anchor);
    const next = step(event.key, cursor, drawing);
    if (!next) return;
    event.preventDefault();
    setAnchor(event.shiftKey && stretches && onFilter ? (anchor ?? cursor?.at ?? next.at) : undefined);
    setCursor(next);
  }

  const handlers = {
    onPointerMove,
    onPointerDown,
    onPointerUp,
    onKeyDown,
    onPointerLeave: leave,
    onPointerCancel: leave,
    onBlur: leave,
  };
  return { cursor, anchor, positions, handlers };
}
