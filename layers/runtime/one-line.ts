/** A subject is a header: a line break would begin another. At most 200 characters. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 200);
