import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copiedProject } from '../support/copied-project.ts';
import { analyst } from '../support/person.ts';
import { type RunningStack, stack } from '../support/stack.ts';
import { startStack } from '../support/start-stack.cjs';

const temporary = (): string => mkdtempSync(join(tmpdir(), 'readout-stack-'));

/** A state folder in which the page is built already. */
const built = (folder = temporary()): string => {
  cpSync(join(stack.stateDir, 'build', 'layers'), join(folder, 'build', 'layers'), { recursive: true });
  return folder;
};

jest.setTimeout(120_000);

/** Processes whose command line names the folder: the stack and, through their bundles, its functions. */
const processesOf = (folder: string): string[] =>
  execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(folder) && !line.startsWith('ps '));

describe('npm start', () => {
  it('leaves no process when it ends, and a second start keeps users and runs', async () => {
    const state = built();
    const first = await startStack(['--state', state]);
    const person = await analyst(first.description as RunningStack);
    const connection = await person.connect();
    connection.send({ action: 'run', report: 'taxi/vendors', inputs: {}, topic: 'kept' });
    const { runId } = await connection.message({ topic: 'kept', status: 'succeeded' });
    expect(await first.stop()).toBe(0);
    expect(processesOf(state)).toEqual([]);

    const second = await startStack(['--state', state]);
    expect(second.description.userPoolId).toBe(first.description.userPoolId);
    const again = await analyst(second.description as RunningStack);
    expect((await again.rest('GET', `/runs/${runId}`)).body).toMatchObject({ runId, status: 'succeeded' });
    await second.stop();

    const third = await startStack(['--state', state, '--fresh']);
    const anew = await analyst(third.description as RunningStack);
    expect((await anew.rest('GET', '/runs')).body.runs).toEqual([]);
    await third.stop();
    rmSync(state, { recursive: true });
  });

  it('says plainly that a port or a state folder is taken', async () => {
    const busy = createServer().listen(0, '127.0.0.1').unref();
    await once(busy, 'listening');
    const { port } = busy.address() as AddressInfo;
    const state = temporary();
    await expect(startStack(['--state', state, '--aws-port', String(port)])).rejects.toThrow(
      `Port ${port} is taken`,
    );
    busy.close();
    writeFileSync(join(state, 'lock'), String(process.pid));
    await expect(startStack(['--state', state])).rejects.toThrow(`already runs from ${state}`);
    rmSync(state, { recursive: true });
  });

  it('can be made to repeat completion events, and each run ends once all the same', async () => {
    const state = built();
    const { description, stop } = await startStack(['--state', state, '--fault', 'duplicate=1']);
    const person = await analyst(description as RunningStack);
    const connection = await person.connect();
    for (const topic of ['first', 'second', 'third']) {
      connection.send({ action: 'run', report: 'taxi/vendors', inputs: {}, topic, fresh: true });
      await connection.message({ topic, status: 'succeeded' });
    }
    // A message may come twice, with the same cursor; a second end would have another.
    const ends = connection.received.filter(({ type, status }) => type === 'run' && status === 'succeeded');
    expect(new Set(ends.map(({ cursor }) => cursor)).size).toBe(3);
    await stop();
    const invocations =
      readFileSync(join(state, 'logs/readout-Notify.log'), 'utf8').match(/^.*START RequestId/gm) ?? [];
    expect(invocations.length).toBeGreaterThanOrEqual(9); // of each run: it runs, it ended, it ended
    rmSync(state, { recursive: true });
  });

  it('does what template.yaml and the workflow say: a route, a variable and a state, changed there alone', async () => {
    const project = copiedProject();
    edit(join(project, 'template.yaml'), (text) =>
      text
        .replace('Path: /runs, Method: GET', 'Path: /my-runs, Method: GET')
        .replace('LOG_LEVEL: !Ref LogLevel', 'LOG_LEVEL: DEBUG'),
    );
    edit(join(project, 'statemachine/run-report.asl.json'), (text) =>
      text.replaceAll('"RecordStatement"', '"NoteStatement"'),
    );
    const { description, stop } = await startStack(['--state', join(project, 'state')], project);
    const person = await analyst(description as RunningStack);
    expect((await person.rest('GET', '/runs')).status).toBe(404);
    expect((await person.rest('GET', '/my-runs')).status).toBe(200);

    const connection = await person.connect();
    connection.send({ action: 'run', report: 'taxi/vendors', inputs: {}, topic: 'changed' });
    await connection.message({ topic: 'changed', status: 'succeeded' });
    await stop();
    const executions = readFileSync(join(project, 'state/data/step-functions/executions.jsonl'), 'utf8');
    expect(executions).toContain('NoteStatement');
    expect(executions).not.toContain('RecordStatement');
    rmSync(project, { recursive: true });
  });

  it.each([
    [
      'a resource type',
      "Resources:\n  Queue2: { Type: 'AWS::Kinesis::Stream' }\n",
      'not emulated: resource type AWS::Kinesis::Stream of Queue2',
    ],
    [
      'a property',
      "Resources:\n  Queue2: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } }\n",
      'not emulated: FifoQueue of Queue2',
    ],
    [
      'an intrinsic',
      "Resources:\n  Queue2: { Type: 'AWS::SQS::Queue', Properties: { QueueName: !Base64 a } }\n",
      '!Base64',
    ],
  ])('refuses %s of the template that it does not emulate, by name', async (_what, addition, message) => {
    const project = temporary();
    for (const part of ['local', 'package.json']) cpSync(part, join(project, part), { recursive: true });
    symlinkSync(join(process.cwd(), 'node_modules'), join(project, 'node_modules'));
    const text = readFileSync('template.yaml', 'utf8');
    writeFileSync(join(project, 'template.yaml'), text.replace('Resources:\n', addition));
    await expect(startStack(['--state', join(project, 'state')], project)).rejects.toThrow(message);
    rmSync(project, { recursive: true });
  });
});

function edit(file: string, change: (text: string) => string): void {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${file} is not as this test expects`);
  writeFileSync(file, after);
}
