const numerals: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** 1 to 3999 in Roman numerals. */
export const roman = (value: number): string => {
  const fits = numerals.find(([worth]) => worth <= value);
  return fits ? fits[1] + roman(value - fits[0]) : '';
};
