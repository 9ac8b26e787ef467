/** Does something with each item, so many at a time. */
export const inBatches = async <Item, Result>(
  items: Item[],
  size: number,
  act: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> => {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += size)
    results.push(
      ...(await Promise.all(items.slice(start, start + size).map((item, at) => act(item, start + at)))),
    );
  return results;
};
