'use strict';
/**
 * The first file of a function's process: Lambda's runtime interface client. It loads the handler, then asks the
 * runtime API for one event after another until it is killed or the API is gone.
 */
const { createClient } = require('./runtime/client.cjs');
const { shiftClock } = require('./runtime/clock.cjs');
const { contextOf } = require('./runtime/context.cjs');
const { patchConsole } = require('./runtime/console.cjs');
const { describeError, runtimeError } = require('./runtime/errors.cjs');
const { invoke } = require('./runtime/invoke.cjs');
const { holdLifeline } = require('./runtime/lifeline.cjs');
const { loadHandler } = require('./runtime/load-handler.cjs');
const { traceNothing } = require('./runtime/no-tracing.cjs');

const api = createClient(process.env.AWS_LAMBDA_RUNTIME_API);
let requestId;
shiftClock(Number(process.env.LOCAL_CLOCK_OFFSET_MS ?? 0));
traceNothing();
patchConsole(() => requestId);
holdLifeline(process.env.AWS_LAMBDA_RUNTIME_API);

/** An error that no handler can be told about ends the process, as in Lambda: 128 for a promise, 129 otherwise. */
const dieOf = async (error, code) => {
  const path = requestId ? `invocation/${requestId}/error` : 'init/error';
  if (!requestId) console.error('Uncaught Exception', JSON.stringify(describeError(error)));
  else console.error('Invoke Error', JSON.stringify(describeError(error)));
  await api.post(path, describeError(error));
  process.exit(code);
};

process.on('uncaughtException', (error) => dieOf(error, 129));
process.on('unhandledRejection', (reason) => {
  const error = runtimeError('Runtime.UnhandledPromiseRejection', String(reason));
  dieOf(Object.assign(error, { reason: describeError(reason), promise: {} }), 128);
});
// Ctrl-C in the terminal reaches the whole process group; the parent decides when its functions end.
process.on('SIGINT', () => {});

const serve = async (handler) => {
  for (;;) {
    const { headers, body } = await api.next();
    requestId = headers['lambda-runtime-aws-request-id'];
    process.env._X_AMZN_TRACE_ID = headers['lambda-runtime-trace-id'];
    const { json, error } = await invoke(handler, JSON.parse(body), contextOf(headers));
    if (error === undefined) await api.postJson(`invocation/${requestId}/response`, json);
    else {
      console.error('Invoke Error', JSON.stringify(describeError(error)));
      await api.post(`invocation/${requestId}/error`, describeError(error));
    }
  }
};

loadHandler(process.env.LAMBDA_TASK_ROOT, process.env._HANDLER).then(serve, (error) => dieOf(error, 1));
