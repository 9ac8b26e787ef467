import { useCallback, useState } from 'react';
import type { Arrangement, Order } from './arrange.ts';
import type { Filter } from './filter.ts';

/** What a person filters and sorts a result by. One filter holds for a column. */
export function useArrangement() {
  const [arrangement, setArrangement] = useState<Arrangement>({ filters: [], order: [] });
  const setFilters = useCallback(
    (filters: Filter[]) => setArrangement((before) => ({ ...before, filters })),
    [],
  );
  const addFilter = useCallback(
    (filter: Filter) =>
      setArrangement((before) => ({
        ...before,
        filters: [...before.filters.filter(({ column }) => column !== filter.column), filter],
      })),
    [],
  );
  const setOrder = useCallback((order: Order[]) => setArrangement((before) => ({ ...before, order })), []);
  return { arrangement, setFilters, addFilter, setOrder };
}
