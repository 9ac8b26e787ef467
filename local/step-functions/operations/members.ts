import { notEmulated } from '../../protocol/service-error.ts';

/** Refuses a request's member that the operation would ignore. */
export const onlyMembers = (operation: string, input: object, known: string[]): void => {
  const strange = Object.keys(input).find((member) => !known.includes(member));
  if (strange) throw notEmulated(`the member '${strange}' of ${operation}`);
};

/** Epoch seconds, as the JSON protocol writes times. */
export const seconds = (ms: number): number => ms / 1000;
