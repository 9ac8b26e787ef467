import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lambdaFixture } from './fixture.ts';

const { lambda, lines, deploy, folder, close } = lambdaFixture();
afterAll(close);

const run = (code: string, payload: object = {}, change = {}) =>
  lambda.invoke(deploy(code, change).name, payload);

const installPackage = (dir: string, name: string) => {
  mkdirSync(join(dir, 'node_modules', name), { recursive: true });
  writeFileSync(join(dir, 'node_modules', name, 'index.js'), `module.exports = 'layer'`);
};

describe('what a handler answers', () => {
  it.each([
    ['an async function', `async (event) => ({ twice: event.n * 2 })`],
    ['a function that returns a promise', `(event) => Promise.resolve({ twice: event.n * 2 })`],
    ['a callback', `(event, _context, callback) => { callback(null, { twice: event.n * 2 }); }`],
    ['context.succeed', `(event, context) => { context.succeed({ twice: event.n * 2 }); }`],
  ])('takes the answer of %s', async (_name, handler) => {
    const answer = await run(`exports.handler = ${handler}`, { n: 21 });
    expect(answer).toEqual({ payload: { twice: 42 }, functionError: undefined, statusCode: 200 });
  });

  it('waits with a callback for the event loop, unless told not to', async () => {
    const code = (waits: boolean) => `exports.handler = (event, context, callback) => {
      context.callbackWaitsForEmptyEventLoop = ${waits};
      const answer = { late: false };
      setTimeout(() => { answer.late = true; }, 50);
      callback(null, answer);
    }`;
    expect((await run(code(true))).payload).toEqual({ late: true });
    expect((await run(code(false))).payload).toEqual({ late: false });
  });

  it.each([
    ['undefined as null', `async () => {}`, null],
    ['null for a plain function that never answers', `() => {}`, null],
  ])('answers %s', async (_name, handler, payload) => {
    expect(await run(`exports.handler = ${handler}`)).toMatchObject({ payload, functionError: undefined });
  });
});

describe('what a handler does wrong', () => {
  const boom = `Object.assign(new Error('no such report'), { name: 'ReportNotFound' })`;
  it.each([
    ['throws', `() => { throw ${boom}; }`],
    ['rejects', `async () => { throw ${boom}; }`],
    ['calls back with an error', `(event, context, callback) => callback(${boom})`],
    ['fails its context', `(event, context) => context.fail(${boom})`],
  ])('reports name, message and trace when it %s', async (_name, handler) => {
    const { payload, functionError } = await run(`exports.handler = ${handler}`);
    expect(functionError).toBe('Unhandled');
    expect(payload).toMatchObject({ errorType: 'ReportNotFound', errorMessage: 'no such report' });
    expect((payload as { trace: string[] }).trace.join()).toContain('handler.js');
  });

  it.each([
    ['a thrown string', `async () => { throw 'plain'; }`, { errorType: 'string', errorMessage: 'plain' }],
    [
      'a promise that never settles',
      `async () => new Promise(() => {})`,
      { errorType: 'Runtime.NodeJsExit' },
    ],
    ['what JSON cannot carry', `async () => 1n`, { errorType: 'Runtime.JSONStringifyError' }],
    [
      'an unhandled rejection',
      `async () => { Promise.reject(new Error('lost')); await new Promise((r) => setTimeout(r, 5000)); }`,
      {
        errorType: 'Runtime.UnhandledPromiseRejection',
        errorMessage: 'Error: lost',
        reason: { errorMessage: 'lost' },
      },
    ],
    [
      'an uncaught exception',
      `async () => { setTimeout(() => { throw new RangeError('off'); }); await new Promise((r) => setTimeout(r, 5000)); }`,
      { errorType: 'RangeError', errorMessage: 'off' },
    ],
  ])('reports %s', async (_name, handler, expected) => {
    const { payload, functionError } = await run(`exports.handler = ${handler}`);
    expect(functionError).toBe('Unhandled');
    expect(payload).toMatchObject(expected);
  });

  it.each([
    ['exits', `process.exit(3)`, 'exit status 3'],
    ['is killed', `process.kill(process.pid, 'SIGKILL')`, 'signal: killed'],
  ])(
    'answers Runtime.ExitError when it %s, and the next event gets a new process',
    async (_name, end, reason) => {
      const { name } = deploy(
        `exports.handler = async ({ die }) => { if (die) { ${end}; } return process.pid; }`,
      );
      const { payload } = await lambda.invoke(name, { die: true });
      expect(payload).toMatchObject({ errorType: 'Runtime.ExitError' });
      expect((payload as { errorMessage: string }).errorMessage).toMatch(
        new RegExp(`^RequestId: \\S+ Error: Runtime exited with error: ${reason}$`),
      );
      expect((await lambda.invoke(name, {})).payload).toEqual(expect.any(Number));
    },
  );

  it('ends a busy loop at the timeout', async () => {
    const { payload, functionError } = await run(
      `exports.handler = () => { for (;;); }`,
      {},
      { timeoutSeconds: 0.3 },
    );
    expect(functionError).toBe('Unhandled');
    expect(payload).toEqual({
      errorType: 'Sandbox.Timedout',
      errorMessage: expect.stringMatching(/^RequestId: \S+ Error: Task timed out after 0\.30 seconds$/),
    });
    expect(lines.join('\n')).toMatch(/Z \S+ Task timed out after 0\.30 seconds/);
  });

  it('refuses an answer over 6 MB', async () => {
    const { payload } = await run(`exports.handler = async () => 'x'.repeat(6291556)`);
    expect(payload).toMatchObject({ errorType: 'Function.ResponseSizeTooLarge' });
  });
});

describe('what does not start', () => {
  it.each([
    [
      'a file that is not there',
      'exports.handler = 1',
      { handler: 'other.handler' },
      'Runtime.ImportModuleError',
    ],
    ['an export that is not there', 'exports.other = 1', {}, 'Runtime.HandlerNotFound'],
    ['an export that is no function', 'exports.handler = 1', {}, 'Runtime.HandlerNotFound'],
    ['a syntax error', 'exports.handler = (', {}, 'Runtime.UserCodeSyntaxError'],
    ['a package that no layer has', `require('ws')`, {}, 'Runtime.ImportModuleError'],
    ['an error at load', `throw new TypeError('no configuration')`, {}, 'TypeError'],
    [
      'a handler without a dot',
      'exports.handler = 1',
      { handler: 'handler' },
      'Runtime.MalformedHandlerName',
    ],
    [
      'a callback on Node 24',
      'exports.handler = (a, b, c) => c()',
      { runtime: 'nodejs24.x' },
      'Runtime.CallbackHandlerDeprecated',
    ],
  ])('reports %s', async (_name, code, change, errorType) => {
    const { payload, functionError } = await run(code, {}, change);
    expect(functionError).toBe('Unhandled');
    expect(payload).toMatchObject({ errorType, errorMessage: expect.any(String), trace: expect.any(Array) });
  });

  it('counts a start that takes too long towards the timeout', async () => {
    const slow = lambdaFixture({ limits: { initMs: 100 } });
    const { name } = slow.deploy(`for (;;);`, { timeoutSeconds: 0.1 });
    const { payload } = await slow.lambda.invoke(name, {});
    await slow.close();
    expect(payload).toMatchObject({ errorType: 'Sandbox.Timedout' });
  });
});

describe('what a handler sees', () => {
  it('gets the environment of Lambda, the role and the template, and nothing of the parent', async () => {
    process.env.PARENT_ONLY = 'leak';
    const { name, codeDir } = deploy('exports.handler = async () => process.env', {
      environment: { TABLE: 'runs' },
      memoryMb: 256,
    });
    const { payload } = await lambda.invoke(name, {});
    expect(payload).toMatchObject({
      AWS_REGION: 'us-east-1',
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
      AWS_ACCESS_KEY_ID: 'key of arn:aws:iam::000000000000:role/tester',
      LAMBDA_TASK_ROOT: codeDir,
      _HANDLER: 'handler.handler',
      _X_AMZN_TRACE_ID: expect.stringMatching(
        /^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0$/,
      ),
      TZ: ':UTC',
      TABLE: 'runs',
    });
    expect(payload).not.toHaveProperty('PARENT_ONLY');
  });

  it('gets a context with its ARN, request id and the time that remains', async () => {
    const { name, arn } = deploy(`exports.handler = async (event, context) => ({
      ...context, remains: context.getRemainingTimeInMillis() })`);
    const { payload } = await lambda.invoke(name, {});
    expect(payload).toMatchObject({
      invokedFunctionArn: arn,
      awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      memoryLimitInMB: '128',
      functionVersion: '$LATEST',
    });
    const { remains } = payload as { remains: number };
    expect(remains > 0 && remains <= 20_000).toBe(true);
  });

  it('requires packages of its layers and no others', async () => {
    const layer = folder({});
    installPackage(join(layer, 'nodejs'), 'from-layer');
    const code = `const found = require('from-layer'); exports.handler = async () => found`;
    expect((await run(code, {}, { layerDirs: [layer] })).payload).toBe('layer');
    expect((await run(code, {}, { nodePath: [join(layer, 'nodejs', 'node_modules')] })).payload).toBe(
      'layer',
    );
    expect((await run(code)).payload).toMatchObject({ errorType: 'Runtime.ImportModuleError' });
  });

  it('does not see packages of the folders around the code', async () => {
    const around = folder({});
    installPackage(around, 'beside');
    const codeDir = join(around, 'built');
    mkdirSync(codeDir);
    writeFileSync(join(codeDir, 'handler.js'), `exports.handler = async () => require('beside')`);
    expect((await run('', {}, { codeDir })).payload).toMatchObject({
      errorMessage: expect.stringContaining(`Cannot find module 'beside'`),
    });
  });

  it('loads an ES module where the file says it is one', async () => {
    const codeDir = folder({
      'handler.mjs': `export const handler = async () => import.meta.url.slice(-11)`,
    });
    expect((await run('', {}, { codeDir })).payload).toBe('handler.mjs');
  });

  it('is not followed by the X-Ray SDK, as there is no X-Ray', async () => {
    const { name } = deploy(
      `const hooks = require('node:async_hooks');
      const { createHook } = hooks;
      let followed = 0;
      hooks.createHook = (...given) => { followed += 1; return createHook(...given); };
      const { resolveSegment } = require('aws-xray-sdk-core');
      exports.handler = async () => ({ followed, segment: resolveSegment() ?? null });`,
      { nodePath: [join(process.cwd(), 'node_modules')] },
    );
    lines.length = 0;
    expect((await lambda.invoke(name, {})).payload).toEqual({ followed: 0, segment: null });
    expect(lines.filter((line) => /ERROR/.test(line))).toEqual([]);
  });

  it('logs lines in the format of Lambda, between START, END and REPORT', async () => {
    const { name } = deploy(`exports.handler = async () => {
      console.warn('seen %d', 1); process.stdout.write('raw'); }`);
    lines.length = 0;
    await lambda.invoke(name, {});
    expect(lines).toEqual([
      expect.stringMatching(/^START RequestId: \S+ Version: \$LATEST$/),
      expect.stringMatching(/^\S+Z\t\S+\tWARN\tseen 1$/),
      'raw',
      expect.stringMatching(/^END RequestId: /),
      expect.stringMatching(
        /^REPORT RequestId: \S+\tDuration: .+ ms\t.*Memory Size: 128 MB\tInit Duration: /,
      ),
    ]);
  });
});
