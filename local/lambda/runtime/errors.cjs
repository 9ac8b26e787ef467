'use strict';

/** The shape in which a function's error travels: `{errorType, errorMessage, trace}`, and the error's own members. */
exports.describeError = (error) => {
  if (!isError(error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return {
    errorType: error.name,
    errorMessage: error.message,
    ...ownMembers(error),
    trace: String(error.stack).split('\n'),
  };
};

/** An error of the runtime's own, e.g. `Runtime.HandlerNotFound`. */
exports.runtimeError = (name, message) => Object.assign(new Error(message), { name });

// An error may come from another realm, where instanceof fails.
const isError = (value) =>
  typeof value?.name === 'string' && typeof value.message === 'string' && 'stack' in value;

/** Only what the runtime itself attaches to an unhandled rejection. */
const ownMembers = ({ reason, promise, name }) =>
  name === 'Runtime.UnhandledPromiseRejection' ? { reason, promise } : {};
