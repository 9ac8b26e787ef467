import type { TestEventPatternRequest } from '@aws-sdk/client-eventbridge';
import { ServiceError } from '../../protocol/service-error.ts';
import { compilePattern } from '../pattern/compile-pattern.ts';
import { type Operation, onlyMembers } from './context.ts';
import { parsePattern } from './rules.ts';

const required = ['id', 'account', 'source', 'time', 'region', 'resources', 'detail-type'];

export const testEventPattern: Operation<TestEventPatternRequest> = () => async (request) => {
  onlyMembers('TestEventPattern', request, ['EventPattern', 'Event']);
  const hears = compilePattern(parsePattern(request.EventPattern ?? ''));
  return { Result: hears(parseEvent(request.Event ?? '')) };
};

const parseEvent = (text: string): object => {
  const event = read(text);
  const missing = required.find((field) => !Object.hasOwn(event, field));
  if (!missing) return event;
  throw new ServiceError(
    'ValidationException',
    `Parameter Event is not valid. Reason: The ${missing} field is missing.`,
  );
};

const read = (text: string): object => {
  try {
    return Object(JSON.parse(text));
  } catch (error) {
    const reason = (error as Error).message;
    throw new ServiceError('ValidationException', `Parameter Event is not valid. Reason: ${reason}`);
  }
};
