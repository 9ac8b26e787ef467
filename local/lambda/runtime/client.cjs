'use strict';
const http = require('node:http');

/** The runtime API at `address` (`host:port/…`). A broken connection ends the process: there is nobody to work for. */
exports.createClient = (address) => {
  const base = `http://${address}/2018-06-01/runtime/`;
  // Idle sockets of an agent do not keep the process alive, so that beforeExit tells when a handler has nothing left.
  const agent = new http.Agent({ keepAlive: true });
  const request = (method, path, body) =>
    new Promise((resolve) => {
      const options = {
        method,
        agent,
        headers: body === undefined ? {} : { 'content-type': 'application/json' },
      };
      const sent = http.request(base + path, options, async (response) => {
        const chunks = [];
        for await (const chunk of response) chunks.push(chunk);
        resolve({ headers: response.headers, body: Buffer.concat(chunks).toString() });
      });
      sent.on('error', () => process.exit(1));
      sent.end(body);
    });
  return {
    next: () => request('GET', 'invocation/next'),
    post: (path, value) => request('POST', path, JSON.stringify(value)),
    postJson: (path, json) => request('POST', path, json),
  };
};
