/** Names for the columns of a file that wants each to have its own: the second `total` is `total_2`. */
export const uniqueNames = (names: string[]): string[] => {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let number = 2; taken.has(unique.toLowerCase()); number++) unique = `${name}_${number}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
};
