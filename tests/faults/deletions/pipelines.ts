import type { Deletion } from './deletion.ts';

const runs = 'layers/runtime/pipeline-runs/pipeline-runs.ts';
const lock = 'layers/runtime/pipeline-runs/lock.ts';
const finish = 'layers/runtime/pipeline-runs/finish-pipeline-run.ts';
const conclude = 'layers/runtime/pipeline-runs/conclude-script.ts';
const reconcile = 'functions/reconcile-pipelines/reconcile-pipelines.ts';
const runScript = 'functions/run-script/run-script.ts';
const request = 'functions/start-pipeline/on-request.ts';
const event = 'functions/start-pipeline/on-event.ts';
const begin = 'functions/start-pipeline/begin-run.ts';
const workflow = 'statemachine/run-pipeline.asl.json';

/** What pipelines stand on. */
export const pipelineDeletions: Deletion[] = [
  // ------------------------------------------------------------------ one run at a time, each script once
  {
    why: 'a cause that is told twice begins one run',
    file: runs,
    find: "Item: itemFrom({ ...record, open: 'open' }), ...condition } },",
    replace: "Item: itemFrom({ ...record, open: 'open' }) } },",
  },
  {
    why: 'a pipeline does not run twice at once',
    file: runs,
    find: 'Item: lockFor(record), ...condition } }',
    replace: 'Item: lockFor(record) } }',
  },
  {
    why: 'the pipeline is free when its run has ended',
    file: runs,
    find: '...(record.alone ? [{ Delete: unlocking(table, record, waiting) }] : []),',
    replace: '',
  },
  {
    why: 'a run that has ended begins no script',
    file: runs,
    find: "        [['status'], ['queued', 'running']],\n        [",
    replace: '        [',
  },
  {
    why: 'a run that was cancelled begins no script',
    file: runs,
    find: "      unless: ['cancelledBy'],\n      among: [\n        [",
    replace: '      among: [\n        [',
  },
  {
    why: 'a script that has ended is not begun again',
    file: runs,
    find: "          ['waiting', 'running'],\n        ],\n      ],\n    });\n  }\n\n  /** The script was sent.",
    replace:
      "          ['waiting', 'running', 'succeeded', 'failed', 'cancelled'],\n        ],\n      ],\n    });\n  }\n\n  /** The script was sent.",
  },
  {
    why: 'a script ends once',
    file: runs,
    find: "          ['waiting', 'running'],\n        ],\n      ],\n    });\n  }\n\n  /** Somebody wants",
    replace:
      "          ['waiting', 'running', 'succeeded', 'failed', 'cancelled'],\n        ],\n      ],\n    });\n  }\n\n  /** Somebody wants",
  },
  {
    why: 'a run ends once',
    file: runs,
    find: 'if (hasEnded(record)) return undefined;',
    replace: '',
  },
  {
    why: 'a run ends as it was read',
    file: runs,
    find: "          ConditionExpression: 'version = :version',\n          ExpressionAttributeValues: { ':version': record.version },\n",
    replace: '',
  },
  {
    why: 'what came up while a run ended is not lost',
    file: lock,
    find: "waiting === undefined ? 'attribute_not_exists(#next)' : '#next = :next'",
    replace: "waiting === undefined ? 'NOT #next = holder' : '#next = :next'",
  },
  {
    why: 'a start that finds its pipeline running is kept',
    file: event,
    find: "if (error.name === 'PipelineBusy' && (await waits(deps, start))) continue;",
    replace: '',
  },
  {
    why: 'a start that its files hindered is kept',
    file: event,
    find: 'if (broken.length > 0) throw',
    replace: 'if (false) throw',
  },
  {
    why: 'a run whose workflow was not started is started when its cause is told again',
    file: begin,
    find: "if (record.status === 'queued') await launch(record);",
    replace: 'void launch;',
  },
  // ------------------------------------------------------------------ who may
  {
    why: 'a pipeline is started by those whom it is for',
    file: request,
    find: 'if (!mayRun(template.pipeline, caller))',
    replace: 'if (caller === undefined)',
  },
  {
    why: 'a run is seen by those whom it is for',
    file: 'layers/runtime/pipeline-runs/seen-run.ts',
    find: '!found || !maySee(found, groups, operatorGroup)',
    replace: '!found || (groups === undefined && maySee(found, [], operatorGroup))',
    tests: 'functions/list-pipeline-runs functions/cancel-pipeline-run',
  },
  {
    why: 'runs are listed to those whom they are for',
    file: 'functions/list-pipeline-runs/list-pipeline-runs.ts',
    find: 'found.filter((one) => maySee(one, caller.groups, operatorGroup)).map(toPipelineRun)',
    replace: 'found.map(toPipelineRun)',
  },
  {
    why: 'a run is told to those whom it is for',
    file: 'layers/runtime/pipeline-runs/tell-pipeline-run.ts',
    find: 'maySee(record, groups, operatorGroup) ? pipelineRunMessage(record) : undefined,',
    replace: 'groups ? pipelineRunMessage(record) : (void operatorGroup, undefined),',
  },
  {
    why: 'a retry begins with the step that failed',
    file: request,
    find: 'from: firstUndone(found)',
    replace: 'from: 0 * firstUndone(found)',
  },
  {
    why: 'a retry binds what was bound',
    file: request,
    find: 'values, ...(resolved && { resolved }) },',
    replace: 'values: inputs, ...(values && resolved && { resolved }) },',
  },
  // ------------------------------------------------------------------ whatever dies
  {
    why: 'sending a script twice runs it once',
    file: runScript,
    find: 'ClientToken: clientTokenOf(key),',
    replace: 'ClientToken: clientTokenOf({ ...key, runId: String(Math.random()) }),',
  },
  {
    why: 'a batch that was sent while its run was cancelled is stopped',
    file: runScript,
    find: 'if (named.cancelledBy !== undefined) await stopStatement(deps.redshift, statementId);',
    replace: 'void stopStatement;',
  },
  {
    why: 'a script that has ended releases the token of whoever waits for it by now',
    file: runScript,
    find: 'await releaseToken(states, { ...found, token });',
    replace: 'void releaseToken; void states; void token;',
  },
  {
    why: 'the end of a script lets its workflow go on',
    file: conclude,
    find: 'await releaseToken(states, found);',
    replace: 'void releaseToken; void states;',
    tests: 'functions/end-script',
  },
  {
    why: 'the end of a script is told',
    file: conclude,
    find: 'if (changed) await tell(record);',
    replace: 'void tell;',
    tests: 'functions/end-script',
  },
  {
    why: 'what runs of a run that ends is stopped',
    file: finish,
    find: 'if (statementId !== undefined) await stopStatement(redshift, statementId);',
    replace: 'void statementId; void stopStatement; void redshift;',
    tests: 'functions/finish-pipeline functions/reconcile-pipelines',
  },
  {
    why: 'what follows on an end is done once',
    file: finish,
    find: 'if (ended?.open) await followUp(deps, ended);',
    replace: 'if (ended) await followUp(deps, ended);',
    tests: 'functions/finish-pipeline',
  },
  {
    why: 'what a success has loaded counts as loaded',
    file: finish,
    find: 'if (hasLoaded) await datasets.markLoaded(record.writes, new Date(record.endedAt ?? record.changedAt));',
    replace: 'void datasets;',
    tests: 'functions/finish-pipeline',
  },
  {
    why: 'open pages hear of a load',
    file: finish,
    find: 'if (hasLoaded) await tellLoaded();',
    replace: 'void tellLoaded;',
    tests: 'functions/finish-pipeline',
  },
  {
    why: 'a run is done with only when all is done',
    file: finish,
    find: '  await publish(record);\n  await runs.close(record.runId);',
    replace: '  await runs.close(record.runId);\n  await publish(record);',
    tests: 'functions/finish-pipeline',
  },
  {
    why: 'what an end of a run brings with it is done, whoever dies',
    file: reconcile,
    find: 'if (hasEnded(record)) return void (await deps.finish(runId));',
    replace: 'if (hasEnded(record)) return;',
  },
  {
    why: 'the end of a script whose event was lost is found',
    file: reconcile,
    find: "await conclude(runId, name, ended === 'forgotten' ? { status: 'failed', at: now(), error: lost } : ended);",
    replace: 'void conclude; void lost; void now;',
  },
  {
    why: 'a script that was sent without being recorded is found',
    file: reconcile,
    find: '(await unnamed(deps, runId, name))',
    replace: '(unnamed && undefined)',
  },
  {
    why: 'a script at work keeps its workflow waiting',
    file: reconcile,
    find: 'return keepToken(states, script);',
    replace: 'return void [keepToken, states];',
  },
  {
    why: 'a script that nobody wants is stopped again',
    file: reconcile,
    find: 'if (cancelledBy !== undefined) await stopStatement(redshift, statementId);',
    replace: 'void cancelledBy; void stopStatement; void redshift;',
  },
  {
    why: 'a workflow that never began is started again',
    file: reconcile,
    find: "if (execution === 'missing' && isNew(deps, record)) return deps.launch(record);",
    replace: 'void isNew;',
  },
  {
    why: 'a run whose workflow is gone ends',
    file: reconcile,
    find: "  deps.log.warn('The workflow of a pipeline run is gone.', { runId, execution });\n  await deps.finish(runId);",
    replace: '',
  },
  {
    why: 'a script that fails lets those beside it end',
    file: workflow,
    find: '"Catch": [\n                    {\n                      "ErrorEquals": ["States.ALL"],\n                      "Assign": { "failure"',
    replace:
      '"Catch": [\n                    {\n                      "ErrorEquals": ["Unavailable"],\n                      "Assign": { "failure"',
  },
  {
    why: 'a run is finished however its steps end',
    file: workflow,
    find: '"ErrorEquals": ["States.ALL"],\n          "Assign": { "end"',
    replace: '"ErrorEquals": ["Unavailable"],\n          "Assign": { "end"',
  },
];
