import type { Deletion } from './deletion.ts';

const statements = 'layers/runtime/statements/statements.ts';
const limits = 'layers/runtime/statements/limits.ts';
const line = 'layers/runtime/statements/line.ts';
const reconcile = 'functions/reconcile';
const admit = 'functions/admit-run/admit-run.ts';

/** What statements, their members and their limits stand on, and reconcile and the workflow. */
export const statementDeletions: Deletion[] = [
  // ------------------------------------------------------------------ statements
  {
    why: 'a statement ends once',
    file: statements,
    find: "from: StatementStatus[] = ['queued', 'running', 'abandoned'],",
    replace:
      "from: StatementStatus[] = ['queued', 'running', 'abandoned', 'succeeded', 'failed', 'cancelled'],",
  },
  {
    why: 'one run leads one statement',
    file: statements,
    find: "Item: statementItem(record),\n          ConditionExpression: 'attribute_not_exists(id)',",
    replace: 'Item: statementItem(record),',
  },
  {
    why: 'nobody joins a statement that has ended',
    file: statements,
    find: "ConditionExpression: '#key = :key AND #status IN (:queued, :running) AND size(members) < :most',",
    replace:
      "ConditionExpression: '(#key = :key OR #status IN (:queued, :running)) AND size(members) < :most',",
  },
  {
    why: 'a statement is abandoned only when nobody is left',
    file: statements,
    find: "return this.change(id, { status: 'abandoned' }, ['queued', 'running'], 'attribute_not_exists(members)');",
    replace: "return this.change(id, { status: 'abandoned' }, ['queued', 'running']);",
  },
  {
    why: 'a statement that others have joined is not taken back',
    file: statements,
    find: "'#status = :queued AND members = :alone AND attribute_not_exists(admitted)',",
    replace:
      "'#status = :queued AND attribute_not_exists(admitted) AND attribute_exists(members) OR members = :alone',",
  },
  {
    why: 'a statement that has its slots is not taken back',
    file: statements,
    find: " AND attribute_not_exists(admitted)',",
    replace: "',",
  },
  {
    why: 'a statement runs once it was queued, and not when it has ended',
    file: statements,
    find: "startedAt: startedAt.toISOString() }, [\n      'queued',\n    ]);",
    replace:
      "startedAt: startedAt.toISOString() }, [\n      'queued',\n      'succeeded',\n      'failed',\n      'abandoned',\n    ]);",
  },
  {
    why: 'of equal runs one leads',
    file: 'layers/runtime/statements/shares.ts',
    find: "found === undefined\n              ? 'attribute_not_exists(id) OR leader = :leader'\n              : 'leader IN (:found, :leader)',",
    replace:
      "found === undefined ? 'attribute_not_exists(id) OR attribute_exists(id)' : 'leader <> :found OR leader = :found',",
  },
  // ------------------------------------------------------------------ the end of a statement
  {
    why: 'members learn of the end',
    file: 'layers/runtime/statements/end-statement.ts',
    find: '() => settle(deps, statement),',
    replace: '',
  },
  {
    why: 'slots are given back',
    file: 'layers/runtime/statements/end-statement.ts',
    find: '() => deps.limits.release(statement, deps.now()),',
    replace: '',
  },
  {
    why: 'the line moves on',
    file: 'layers/runtime/statements/end-statement.ts',
    find: '() => deps.moveLine(statement),',
    replace: '',
  },
  {
    why: 'a statement is closed only when all is done',
    file: 'layers/runtime/statements/end-statement.ts',
    find: 'if (failures.length > 0) throw failures[0];',
    replace: '',
  },
  {
    why: 'a statement that others ended is wrapped up by whoever comes',
    file: 'layers/runtime/statements/end-statement.ts',
    find: 'const record = (await deps.statements.end(id, ending, from)) ?? (await deps.statements.get(id));',
    replace: 'const record = await deps.statements.end(id, ending, from);',
  },
  {
    why: 'a member that is there already is told all the same',
    file: 'layers/runtime/statements/settle.ts',
    find: 'const record = (await runs.transition(member, change)) ?? (await runs.get(member));',
    replace: 'const record = await runs.transition(member, change);',
  },
  {
    why: 'a state is told once',
    file: 'layers/runtime/tell-run.ts',
    find: 'if (record.told === record.cursor) return;',
    replace: '',
  },
  // ------------------------------------------------------------------ limits
  {
    why: 'a person has so many slots',
    file: limits,
    find: 'slot(table, personOf(owner), id, caps.perPerson),',
    replace: 'slot(table, personOf(owner), id, 99),',
  },
  {
    why: 'a report has so many slots',
    file: limits,
    find: 'slot(table, reportOf(report), id, caps.perReport),',
    replace: 'slot(table, reportOf(report), id, 99),',
  },
  {
    why: 'slots are for a queued statement',
    file: limits,
    find: "ConditionExpression: '#status = :queued',\n          ExpressionAttributeNames: { '#status': 'status' },\n          ExpressionAttributeValues: { ':queued': 'queued', ':true': true },",
    replace: "ExpressionAttributeValues: { ':true': true },",
  },
  {
    why: 'a place in line lets in once',
    file: line,
    find: ", ConditionExpression: 'attribute_exists(entry)'",
    replace: '',
  },
  {
    why: 'slots are given back once',
    file: limits,
    find: "ConditionExpression: 'attribute_exists(id) AND attribute_not_exists(released)',",
    replace: '',
  },
  {
    why: 'a place is told by one of those who would tell it',
    file: line,
    find: "ConditionExpression: 'toldAt = :before',\n          ExpressionAttributeValues: { ':now': now.toISOString(), ':before': entrant.toldAt },",
    replace: "ExpressionAttributeValues: { ':now': now.toISOString() },",
  },
  {
    why: 'who waits is told the place again by reconcile',
    file: `${reconcile}/tend-statements.ts`,
    find: 'if (await deps.tellPlace(statement)) return;',
    replace: '',
  },
  {
    why: 'who has just come to stand in line looks once more',
    file: admit,
    find: 'const admission = await deps.limits.take(statement, { fromLine: true });',
    replace: "const admission = 'person' as 'person' | 'taken' | 'gone';",
  },
  {
    why: 'a leader that was cancelled leaves its statement',
    file: admit,
    find: 'await deps.leave(statement.id, run);',
    replace: '{}',
  },
  {
    why: 'a second start of a workflow goes on from the first',
    file: admit,
    find: "if (own.status !== 'queued') return 'ended';",
    replace: '',
  },
  {
    why: 'a run that joined while it was cancelled leaves again',
    file: 'functions/admit-run/share.ts',
    find: 'await deps.leave(leader, run);',
    replace: '',
  },
  {
    why: 'who joins a statement that ran meanwhile runs as well',
    file: 'functions/admit-run/share.ts',
    find: "if (change) await deps.runs.transition(run, change);\n  return 'joined';",
    replace: "return 'joined';",
  },
  // ------------------------------------------------------------------ leaving
  {
    why: 'cancelling leaves the statement',
    file: 'functions/cancel-run/cancel-run.ts',
    find: 'await deps.leave(record.statement ?? runId, record);',
    replace: '',
  },
  {
    why: 'the last one out stops Redshift',
    file: 'layers/runtime/statements/leave-statement.ts',
    find: 'if (statementId !== undefined) await stopStatement(deps.redshift, statementId);\n  else if',
    replace: 'if',
  },
  {
    why: 'a statement that nobody waits for leaves the line',
    file: 'layers/runtime/statements/leave-statement.ts',
    find: "else if (await deps.line.leave(statement))\n    await deps.end(id, { status: 'cancelled', at: deps.now() }, ['abandoned']);",
    replace: '',
  },
  // ------------------------------------------------------------------ reconcile
  {
    why: 'members that were cancelled leave, whoever dies',
    file: `${reconcile}/tend-statements.ts`,
    find: "case 'running':\n      if (await forsaken(deps, statement)) return;",
    replace: "case 'running':",
  },
  {
    why: 'a statement of a workflow that died is begun again',
    file: `${reconcile}/tend-statements.ts`,
    find: 'return unsent(deps, statement);',
    replace: 'return;',
  },
  {
    why: 'a statement that was sent without being recorded is found',
    file: `${reconcile}/tend-statements.ts`,
    find: 'const found = await deps.warehouse.find(id);',
    replace: 'const found = undefined as Awaited<ReturnType<typeof deps.warehouse.find>>;',
  },
  {
    why: 'an end whose event was lost is found',
    file: `${reconcile}/tend-statements.ts`,
    find: '  } else if (ended) await deps.end(id, await deps.howItEnded(id, ended));\n  else if (deps.now()',
    replace: '  } else if (!ended && deps.now()',
  },
  {
    why: 'what takes too long is stopped',
    file: `${reconcile}/tend-statements.ts`,
    find: 'await deps.warehouse.stop(statementId);\n  }\n};\n\n/** Nobody',
    replace: '}\n};\n\n/** Nobody',
  },
  {
    why: 'a statement that nobody waits for is stopped again',
    file: `${reconcile}/tend-statements.ts`,
    find: "case 'abandoned':\n      return abandoned(deps, statement);",
    replace: "case 'abandoned':\n      return;",
  },
  {
    why: 'what an end brings with it is done, whoever dies',
    file: `${reconcile}/tend-statements.ts`,
    find: 'return deps.wrapUp(statement);',
    replace: 'return;',
  },
  {
    why: 'a run of a workflow that died is started again',
    file: `${reconcile}/tend-runs.ts`,
    find: 'if (run.statement === undefined && (await deps.relaunch(run))) return;',
    replace: 'if (run.statement === undefined) return;',
  },
  {
    why: 'a run that its statement left behind catches up',
    file: `${reconcile}/tend-runs.ts`,
    find: 'if (statement) return settleMember(deps, statement, run);',
    replace: 'if (statement) return;',
  },
  {
    why: 'one task that fails hinders no other',
    file: 'layers/runtime/try-each.ts',
    tests: 'functions/reconcile',
    find: 'failures += 1;\n      log.error(`${nameOf(item)} could not be reconciled.`, error as Error);',
    replace: 'throw error;',
  },
  // ------------------------------------------------------------------ the workflow
  {
    why: 'sending twice runs once',
    file: 'statemachine/run-report.asl.json',
    find: "'ClientToken': $run.runId, ",
    replace: '',
  },
  {
    why: 'a statement that ended before its record is not set running',
    file: 'statemachine/run-report.asl.json',
    find: '"ConditionExpression": "#status = :queued",',
    replace: '"ConditionExpression": "attribute_exists(id) OR #status = :queued",',
  },
];
