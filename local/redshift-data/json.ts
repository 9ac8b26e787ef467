/** JSON text that goes into the response as it is. */
export class RawJson {
  constructor(readonly text: string) {}
}

/**
 * JSON with every digit of a bigint, with `RawJson` spliced in, and without undefined members. The Data API's 64-bit
 * integers are bare JSON numbers, which `JSON.stringify` cannot write.
 */
export const exactJson = (value: unknown): string => {
  if (value instanceof RawJson) return value.text;
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return `[${value.map((item) => exactJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) return exactObject(value);
  return JSON.stringify(value) ?? 'null';
};

const exactObject = (value: object): string => {
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${exactJson(member)}`).join(',')}}`;
};
