'use strict';
const { format } = require('node:util');

const levels = { debug: 'DEBUG', info: 'INFO', log: 'INFO', warn: 'WARN', error: 'ERROR', trace: 'TRACE' };

/** Makes the console write Lambda's text log format: time, request id, level and message, separated by tabs. */
exports.patchConsole = (requestId) => {
  for (const [method, level] of Object.entries(levels)) {
    console[method] = (...parts) => {
      const line = [new Date().toISOString(), requestId(), level, format(...parts)].join('\t');
      process.stdout.write(`${line}\n`);
    };
  }
};
