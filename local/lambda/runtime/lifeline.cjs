'use strict';
const { Worker } = require('node:worker_threads');

/**
 * Kills this process when the connection to the runtime API breaks. The watch is a thread of its own, because a
 * handler in a busy loop would never notice that the parent was killed.
 */
exports.holdLifeline = (address) => {
  const [host, id] = address.split('/');
  const [hostname, port] = host.split(':');
  const request = `GET /${id}/2018-06-01/runtime/lifeline HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
  const worker = new Worker(`(${watch})()`, {
    eval: true,
    env: {},
    workerData: { hostname, port: Number(port), request },
    resourceLimits: { maxOldGenerationSizeMb: 16 },
  });
  worker.unref();
};

const watch = () => {
  const { workerData } = require('node:worker_threads');
  const socket = require('node:net').connect(workerData.port, workerData.hostname);
  socket.write(workerData.request);
  socket.on('error', () => {});
  socket.on('close', () => process.kill(process.pid, 'SIGKILL'));
};
