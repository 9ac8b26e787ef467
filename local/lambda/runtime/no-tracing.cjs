'use strict';

/**
 * Gives the X-Ray SDK a context that follows nothing. In Lambda it makes one of its own even in manual mode
 * (aws-xray-sdk-core, env/aws_lambda.js), which follows every promise and socket of a call by async hooks. As there is
 * no X-Ray here, that would be cost without use. Contexts of other names are made as ever.
 */
exports.traceNothing = () => {
  const context = {
    createContext: () => ({}),
    enter: () => {},
    exit: () => {},
    get: () => undefined,
    set: (_key, value) => value,
    run: (work) => void work({}),
    runAndReturn: (work) => work({}),
    runPromise: (work) => work({}),
    bind: (work) => work,
    bindEmitter: () => {},
  };
  const namespaces = { AWSXRay: context };
  // cls-hooked, which keeps them there, begins with an empty object.
  Object.defineProperty(process, 'namespaces', { get: () => namespaces, set: () => {} });
};
