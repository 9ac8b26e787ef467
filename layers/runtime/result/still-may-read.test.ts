import type { Caller } from '../caller.ts';
import { AccessDenied, InvalidTemplate, ReportNotFound } from '../errors.ts';
import { scopeHash } from '../report/scope.ts';
import { templatesIn } from '../templates.ts';
import { testBuckets } from '../testing/buckets.ts';
import { ada, bob, exampleRun } from '../testing/examples.ts';
import { stillMayRead } from './still-may-read.ts';

const forGroups = (...groups: string[]): string =>
  `/*---\ntitle: Yellow taxi\naccess: [${groups.join()}]\n---*/\nselect 1 from nyc_yellow_taxi;\n`;
const forEveryone = '/*---\ntitle: Yellow taxi\naccess: everyone\n---*/\nselect 1 from nyc_yellow_taxi;\n';

/** Whether the rows of a run of Ada's, which was bound to the values of `sources`, may be read today. */
const ask = (template: string | undefined, caller: Caller, sources: string[] = []): Promise<void> => {
  const objects: Record<string, string> =
    template === undefined ? {} : { 'templates/reports/taxi/daily.sql': template };
  const readTemplate = templatesIn(testBuckets(objects).client, 'templates');
  return stillMayRead({ readTemplate })(
    exampleRun({ scope: { sources, hash: scopeHash(sources, ada) } }),
    caller,
  );
};

const everything = ['caller_email', 'caller_groups', 'caller_id', 'claim_region'];
const moved = { ...ada, claims: { ...ada.claims, 'custom:region': 'south' } };
const promoted = { ...ada, groups: ['analysts', 'leads'] };

test.each<[string, string, Caller, string[]]>([
  ['with the same rights', forGroups('analysts'), ada, everything],
  ['who has one of the groups', forGroups('leads', 'analysts'), ada, []],
  ['of a report for everyone', forEveryone, { ...ada, groups: [] }, []],
  ['whose other claims have changed', forGroups('analysts'), moved, ['caller_groups']],
  [
    'who has joined a group that the rows do not depend on',
    forGroups('analysts'),
    promoted,
    ['claim_region'],
  ],
])('a person %s may read', async (_case, template, caller, sources) => {
  await expect(ask(template, caller, sources)).resolves.toBeUndefined();
});

test.each<[string, string, Caller, string[]]>([
  ['who has left the group', forGroups('analysts'), { ...ada, groups: [] }, []],
  ['of a report that is for others now', forGroups('leads'), ada, []],
  ['whose claim is another now', forGroups('analysts'), moved, ['claim_region']],
  ['whose claim is gone', forGroups('analysts'), { ...ada, claims: {} }, ['claim_region']],
  ['whose rows depended on the groups of then', forEveryone, promoted, ['caller_groups']],
  ['whose e-mail address has changed', forEveryone, { ...ada, email: bob.email }, ['caller_email']],
])('a person %s may not', async (_case, template, caller, sources) => {
  await expect(ask(template, caller, sources)).rejects.toThrow(AccessDenied);
});

test('of a report that was deleted nobody reads the rows', async () => {
  await expect(ask(undefined, ada)).rejects.toThrow(ReportNotFound);
});

test('nor while nobody can tell from its file who may', async () => {
  await expect(ask('/*---\naccess: [\n---*/\nselect 1', ada)).rejects.toThrow(InvalidTemplate);
});
