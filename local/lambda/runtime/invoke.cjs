'use strict';
const { runtimeError } = require('./errors.cjs');

let onEmptyLoop;
process.on('beforeExit', () => onEmptyLoop?.());

/**
 * Runs the handler once, whichever way it answers: a promise, the callback, context.done/succeed/fail, or not at all.
 * @returns {Promise<{json: string} | {error: unknown}>}
 */
exports.invoke = (handler, event, context) =>
  new Promise((settle) => {
    const fail = (error) => settle({ error: error ?? 'handled' });
    const succeed = (value) => settle(toJson(value));
    const done = (error, value) => (error === undefined || error === null ? succeed(value) : fail(error));
    // A process with nothing left to do: an async function will never settle, any other has simply not answered.
    onEmptyLoop = () => (handler.constructor.name === 'AsyncFunction' ? fail(neverSettled()) : succeed(null));
    try {
      const callback = firstCallOnly(context, done, succeed);
      const result = handler(event, Object.assign(context, { succeed, fail, done }), callback);
      if (typeof result?.then === 'function') result.then(succeed, fail);
    } catch (error) {
      fail(error);
    }
  });

/** The third argument: an error answers at once, a value when the event loop is empty, unless told not to wait. */
const firstCallOnly = (context, done, succeed) => {
  let called = false;
  return (error, value) => {
    if (called) return;
    called = true;
    const waits = context.callbackWaitsForEmptyEventLoop && (error === undefined || error === null);
    if (waits) onEmptyLoop = () => succeed(value);
    else done(error, value);
  };
};

const toJson = (value) => {
  try {
    return { json: JSON.stringify(value === undefined ? null : value) ?? 'null' };
  } catch {
    return { error: runtimeError('Runtime.JSONStringifyError', 'Unable to stringify response body') };
  }
};

const neverSettled = () =>
  runtimeError(
    'Runtime.NodeJsExit',
    'The Lambda runtime client detected an unexpected Node.js exit code. This is most commonly caused by a Promise ' +
      'that was never settled. For more information, see https://nodejs.org/docs/latest/api/process.html#exit-codes',
  );
