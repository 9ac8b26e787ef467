import { Tracer } from '@aws-lambda-powertools/tracer';

/** X-Ray, as the function's own tracing setting says; does nothing outside Lambda. */
export const tracer = new Tracer();
