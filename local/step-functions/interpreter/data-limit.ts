import { StateError } from './state-error.ts';

/** 256 KiB of UTF-8 JSON per state input, output and task result. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
export const maximumBytes = 262_144;

export const isTooLarge = (value: unknown): boolean =>
  Buffer.byteLength(JSON.stringify(value) ?? '', 'utf8') > maximumBytes;

/** A task's result over the limit, which `States.ALL` catches (as recorded on AWS). */
export const resultTooLarge = (task: string): StateError => tooLarge(task, true);

/** A state's own output or arguments over the limit, which AWS documents as out of `States.ALL`'s reach. */
export const stateTooLarge = (state: string): StateError => tooLarge(state, false);

const tooLarge = (name: string, wildcard: boolean): StateError =>
  new StateError(
    'States.DataLimitExceeded',
    `The state/task '${name}' returned a result with a size exceeding the maximum number of bytes service limit.`,
    wildcard,
  );
