import { StateError } from '../../local/step-functions/index.ts';
import { definition, input, payloadsOf, runId, runPipeline } from './run-pipeline.ts';
import { lambdaCause, type Task } from './run-report.ts';

/** Of the scripts, these fail so; the others do well. */
const failing =
  (script: string, name: string, cause = 'so', times = Number.POSITIVE_INFINITY): Task =>
  ({ Payload }) => {
    if (Payload.script !== script || times-- <= 0) return { status: 'succeeded' };
    throw new StateError(name, cause);
  };
const failed: Task = () => ({ Payload: { status: 'failed', message: '20_load_sales: no' } });

describe('a pipeline that does well', () => {
  it('runs step after step, each script with a token of its own, and is finished once', async () => {
    const result = await runPipeline();
    expect(payloadsOf(result, 'RunScript')).toEqual(
      ['10_load_customer', '10_load_item', '20_load_sales', '90_validate'].map((script) => ({
        runId,
        script,
        token: expect.any(String),
      })),
    );
    expect(payloadsOf(result, 'FinishPipeline')).toEqual([{ runId }]);
    expect(payloadsOf(result, 'EndScript')).toEqual([]);
    expect(result).toMatchObject({ status: 'SUCCEEDED', output: { runId, status: 'succeeded' } });
  });

  it('begins no step before all of the one before has ended', async () => {
    const open = new Set<string>();
    const seen: string[][] = [];
    await runPipeline({
      RunScript: async ({ Payload: { script } }) => {
        open.add(script);
        await new Promise((resolve) => setTimeout(resolve, 20));
        seen.push([...open].sort());
        open.delete(script);
        return { status: 'succeeded' };
      },
    });
    expect(seen[0]).toEqual(['10_load_customer', '10_load_item']);
    expect(seen.slice(2)).toEqual([['20_load_sales'], ['90_validate']]);
  });

  it('of one script is no other case', async () => {
    const steps = [{ number: 10, scripts: ['10_all'] }];
    const result = await runPipeline({}, { ...input, steps });
    expect(payloadsOf(result, 'RunScript')).toEqual([{ runId, script: '10_all', token: expect.any(String) }]);
    expect(result.status).toBe('SUCCEEDED');
  });

  it('waits by token, with the heartbeat and as long as the pipeline allows', () => {
    const { States } = definition();
    const script = States.RunSteps.ItemProcessor.States.RunScripts.ItemProcessor.States.RunScript;
    expect(script).toMatchObject({
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      HeartbeatSeconds: 900,
      TimeoutSeconds: '{% $run.timeoutSeconds %}',
    });
    expect(States.RunSteps.MaxConcurrency).toBe(1);
  });
});

describe('a script that fails', () => {
  it.each([
    ['QueryFailed', 'ERROR: no'],
    ['Cancelled', 'cancelled'],
    ['InvalidTemplate', lambdaCause('InvalidTemplate', { message: 'line 3' })],
    ['States.Timeout', 'so'],
    ['States.HeartbeatTimeout', 'so'],
    ['InternalError', lambdaCause('InternalError', { message: 'sorry' })],
  ])('by %s is ended, lets those beside it go on, and ends the run', async (name, cause) => {
    const result = await runPipeline({
      RunScript: failing('10_load_item', name, cause),
      FinishPipeline: () => ({ Payload: { status: 'failed', message: '10_load_item: no' } }),
    });
    expect(payloadsOf(result, 'EndScript')).toEqual([
      { runId, script: '10_load_item', failure: { Error: name, Cause: cause } },
    ]);
    expect(payloadsOf(result, 'RunScript').map(({ script }) => script)).toEqual([
      '10_load_customer',
      '10_load_item',
    ]);
    expect(payloadsOf(result, 'FinishPipeline')).toEqual([
      { runId, failure: { Error: 'ScriptFailed', Cause: expect.any(String) } },
    ]);
    expect(result).toMatchObject({ status: 'FAILED', error: 'PipelineFailed', cause: '10_load_item: no' });
  });

  it.each(['Lambda.TooManyRequestsException', 'Lambda.SdkClientException', 'Unavailable'])(
    'by %s is tried again, with another token',
    async (name) => {
      const result = await runPipeline({ RunScript: failing('20_load_sales', name, 'so', 2) });
      expect(payloadsOf(result, 'RunScript').filter(({ script }) => script === '20_load_sales')).toHaveLength(
        3,
      );
      expect(result.status).toBe('SUCCEEDED');
    },
  );

  it('ends the run also when its end cannot be recorded', async () => {
    const result = await runPipeline({
      RunScript: failing('20_load_sales', 'QueryFailed'),
      EndScript: () => {
        throw new StateError('InternalError', 'so');
      },
      FinishPipeline: failed,
    });
    expect(payloadsOf(result, 'RunScript')).toHaveLength(3);
    expect(payloadsOf(result, 'FinishPipeline')).toHaveLength(1);
    expect(result.status).toBe('FAILED');
  });
});

describe('the end of a run', () => {
  it('says in the console that it was cancelled', async () => {
    const result = await runPipeline({
      RunScript: failing('20_load_sales', 'Cancelled'),
      FinishPipeline: () => ({ Payload: { status: 'cancelled' } }),
    });
    expect(result).toMatchObject({ status: 'FAILED', error: 'Cancelled', cause: 'cancelled' });
  });

  it('is tried again while a service is busy', async () => {
    let left = 3;
    const result = await runPipeline({
      FinishPipeline: () => {
        if (left-- > 0) throw new StateError('Unavailable', 'so');
        return { Payload: { status: 'succeeded' } };
      },
    });
    expect(payloadsOf(result, 'FinishPipeline')).toHaveLength(4);
    expect(result.status).toBe('SUCCEEDED');
  });

  it('fails the execution where it cannot be recorded, so that reconcile-pipelines hears of it', async () => {
    const result = await runPipeline({
      FinishPipeline: () => {
        throw new StateError('InternalError', 'so');
      },
    });
    expect(result).toMatchObject({ status: 'FAILED', error: 'InternalError' });
  });
});
