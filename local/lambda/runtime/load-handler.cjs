'use strict';
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const { basename, dirname, join, resolve } = require('node:path');
const { pathToFileURL } = require('node:url');
const { runtimeError } = require('./errors.cjs');

/** Finds `<path>/<file>.<export>` below the task root. Throws Lambda's Runtime.* errors. */
exports.loadHandler = async (taskRoot, name) => {
  const [, stem, exported] = /^([^.]*)\.(.+)$/.exec(basename(name)) ?? [];
  if (!stem) throw runtimeError('Runtime.MalformedHandlerName', 'Bad handler');
  const loaded = await load(taskRoot, join(dirname(name), stem));
  const handler = exported.split('.').reduce((value, key) => value?.[key], loaded);
  if (handler === undefined || handler === null) {
    throw runtimeError('Runtime.HandlerNotFound', `${name} is undefined or not exported`);
  }
  if (typeof handler !== 'function')
    throw runtimeError('Runtime.HandlerNotFound', `${name} is not a function`);
  refuseCallbacks(handler);
  return handler;
};

const load = async (taskRoot, path) => {
  const found = ['.js', '.mjs', '.cjs'].map((end) => resolve(taskRoot, path + end)).find(existsSync);
  try {
    if (!found)
      throw Object.assign(new Error(`Cannot find module '${basename(path)}'`), { code: 'MODULE_NOT_FOUND' });
    return isModule(taskRoot, found) ? await import(pathToFileURL(found).href) : compile(taskRoot, found);
  } catch (error) {
    if (error instanceof SyntaxError) throw runtimeError('Runtime.UserCodeSyntaxError', String(error));
    if (error.code === 'MODULE_NOT_FOUND') throw runtimeError('Runtime.ImportModuleError', String(error));
    throw error;
  }
};

const isModule = (taskRoot, file) => {
  if (!file.endsWith('.js')) return file.endsWith('.mjs');
  const manifest = join(taskRoot, 'package.json');
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).type === 'module';
};

/**
 * As under /var/task: no package.json and no node_modules above the task root is seen, only its own packages and
 * NODE_PATH. `require` would look into the folders around it.
 */
const compile = (taskRoot, file) => {
  const module = new Module(file, null);
  module.filename = file;
  module.paths = [join(taskRoot, 'node_modules')];
  Module._cache[file] = module;
  module._compile(readFileSync(file, 'utf8'), file);
  return module.exports;
};

/** Node 24's runtime refuses handlers with a third parameter. */
const refuseCallbacks = (handler) => {
  const version = Number(/nodejs(\d+)/.exec(process.env.AWS_EXECUTION_ENV)?.[1]);
  if (version >= 24 && handler.length >= 3) {
    throw runtimeError(
      'Runtime.CallbackHandlerDeprecated',
      'AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to ' +
        'modify this function to use a supported handler signature to use Node.js 24 or later.',
    );
  }
};
