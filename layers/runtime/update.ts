/** The expressions of an update that sets some columns and removes others. Every name is aliased: some are reserved. */
export const setting = (columns: Record<string, unknown>, removed: string[] = []) => {
  const set = Object.entries(columns).filter(([, value]) => value !== undefined);
  const remove = removed.map((name) => `#${name}`).join(', ');
  return {
    UpdateExpression: `SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}${remove && ` REMOVE ${remove}`}`,
    ExpressionAttributeNames: Object.fromEntries(
      [...set.map(([name]) => name), ...removed].map((name) => [`#${name}`, name]),
    ),
    ExpressionAttributeValues: Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
  };
};

/** The query, in the index `open`, of what has not ended and began before a time. The index is a little behind. */
export const openBefore = (time: Date) => ({
  IndexName: 'open',
  KeyConditionExpression: '#open = :open AND createdAt < :time',
  ExpressionAttributeNames: { '#open': 'open' },
  ExpressionAttributeValues: { ':open': 'open', ':time': time.toISOString() },
});
