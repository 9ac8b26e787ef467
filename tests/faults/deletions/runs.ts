import type { Deletion } from './deletion.ts';

const runs = 'layers/runtime/runs.ts';
const ledger = 'layers/runtime/ledger.ts';

/** What a person’s runs and connections stand on, and their page. */
export const runDeletions: Deletion[] = [
  // ------------------------------------------------------------------ runs and their ledger
  {
    why: 'changes of a person come one after another',
    file: ledger,
    find: "ConditionExpression: count === 0 ? 'attribute_not_exists(changes)' : 'changes = :count',\n        ExpressionAttributeValues: { ':next': count + 1, ...(count > 0 && { ':count': count }) },",
    replace: "ExpressionAttributeValues: { ':next': count + 1 },",
  },
  {
    why: 'a change that came second is made again',
    file: ledger,
    find: 'if (failedConditions(error).length > 0 || isConflict(error)) return false;',
    replace: '',
  },
  {
    why: 'transactions that meet are tried again',
    file: ledger,
    find: 'if (failedConditions(error).length > 0 || isConflict(error)) return false;',
    replace: 'if (failedConditions(error).length > 0) return false;',
  },
  {
    why: 'a run is read as it is',
    file: ledger,
    find: 'ConsistentRead: true,',
    replace: 'ConsistentRead: false,',
  },
  {
    why: 'a status only moves forward',
    file: runs,
    find: 'FROM[change.status].includes(record.status) && when(record)',
    replace: 'when(record)',
  },
  {
    why: 'a run is only its owner’s',
    file: runs,
    find: 'new GetCommand({ TableName: this.table, Key: { owner, runId }, ConsistentRead: true }),\n    );\n    return Item && recordFrom(Item);',
    replace:
      "new QueryCommand({ TableName: this.table, IndexName: 'byDay', KeyConditionExpression: '#d = :d', FilterExpression: 'runId = :r', ExpressionAttributeNames: { '#d': 'day' }, ExpressionAttributeValues: { ':d': '2026-01-05', ':r': runId } }),\n    ) as never as { Items: Record<string, unknown>[] };\n    void owner;\n    return Item ?? recordFrom(Item);",
  },
  {
    why: 'a run that has ended leaves the index of open ones',
    file: runs,
    find: "isOver(next) && 'open'",
    replace: 'false',
  },
  {
    why: 'a run becomes a member only while it is queued, and of one statement',
    file: runs,
    find: "'#status = :queued AND (attribute_not_exists(#statement) OR #statement = :statement)',",
    replace: "'#status = :queued OR #status <> :statement',",
  },
  // ------------------------------------------------------------------ connections and people
  {
    why: 'a ticket opens one connection',
    file: 'layers/runtime/tickets.ts',
    find: 'return Attributes && Number(Attributes.expiresAt) * 1000 > now.getTime()',
    replace: 'return Attributes',
  },
  {
    why: 'one connection that cannot be reached does not hinder the others',
    file: 'layers/runtime/announce.ts',
    find: 'if (failed.length > 0) throw failed[0];',
    replace: '',
  },
  {
    why: 'changes since a cursor are read as they are',
    file: runs,
    find: "IndexName: 'byCursor',\n        ConsistentRead: true,",
    replace: "IndexName: 'byCursor',",
  },
  // ------------------------------------------------------------------ the page
  {
    why: 'the page keeps the run with the greater cursor',
    file: 'client/runs/run-store.ts',
    find: 'return !known || next.cursor > known.cursor;',
    replace: 'return !known || next !== known;',
  },
  {
    why: 'the page asks what it missed when it is connected again',
    file: 'client/runs/follow-runs.ts',
    find: 'if (!renewed) inDoubt = unanswered(store.get());\n      askOnLine();',
    replace: 'if (!renewed) inDoubt = unanswered(store.get());',
  },
  {
    why: 'the page asks until there is no more',
    file: 'client/runs/follow-runs.ts',
    find: 'if (store.catchUp(message)) return void askOnLine();',
    replace: 'store.catchUp(message);',
  },
  {
    why: 'the page doubts while a run is unfinished',
    file: 'client/runs/catch-up.ts',
    find: "if (anyUnfinished(store.get())) return state() === 'open' ? DOUBT_EVERY_MS : ASK_EVERY_MS;",
    replace: '',
  },
  {
    why: 'a connection that died without a word is found out',
    file: 'client/connection/heartbeat.ts',
    find: 'cancelSilence = after(PONG_WITHIN_MS, onSilence);',
    replace: 'cancelSilence = after(PONG_WITHIN_MS, () => {});',
  },
];
