import { areas, type Case, type Forms, type Status } from './rule.ts';

const refusal = 'ERROR: not emulated: ';

export const statusOf = (one: Case, { approximate }: Forms): Status => {
  if (one.status) return one.status;
  if ('error' in one && one.error.startsWith(refusal)) return 'absent';
  return one.note || approximate ? 'approximate' : 'same';
};

const head = `# The dialect

Redshift's SQL as this emulator answers it. The cases of the rules make this page (\`npm run dialect -w local/redshift-data\`),
and every case is a test. A form is \`same\`, \`approximate\` (the note says where it differs) or \`absent\`: it is known, and
refused with the words shown. A form that is not on this page is the engine's own (DuckDB) or an error.
`;

/** docs/dialect.md: for each area a table of its forms. */
export const dialectPage = (all: readonly Forms[]): string => {
  const sections = areas.map((area) => section(area, all)).filter((text) => text !== '');
  const unsorted = section(undefined, all);
  return [head, ...sections, ...(unsorted ? [unsorted] : [])].join('\n');
};

const section = (area: string | undefined, all: readonly Forms[]): string => {
  const lines = all.filter((forms) => forms.area === area).flatMap(linesOf);
  if (lines.length === 0) return '';
  return `## ${area ?? 'Other'}\n\n| Form | Status | Note | Example |\n| --- | --- | --- | --- |\n${lines.join('\n')}\n`;
};

/** One line for each form and status; its first case is the example. */
const linesOf = (forms: Forms): string[] => {
  const lines = new Map<string, string>();
  for (const one of forms.cases) {
    const [form, status] = [one.form ?? forms.name, statusOf(one, forms)];
    const note = one.note ?? (status === 'approximate' ? forms.approximate : undefined) ?? '';
    const key = `${form}\n${status}`;
    if (!lines.has(key)) lines.set(key, `| ${cell(form)} | ${status} | ${cell(note)} | ${example(one)} |`);
  }
  return [...lines.values()];
};

const cell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');

const code = (text: string): string => {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${cell(text)}${fence}`;
};

const example = (one: Case): string => {
  const [object] = Object.entries(one.objects ?? {});
  const shown = object && object[1] !== '' && typeof object[1] === 'string' && object[1].length < 200;
  const given = shown ? `${code(JSON.stringify(object[1]).slice(1, -1))}: ` : '';
  return `${given}${code(one.shown ?? one.sql)} → ${answerOf(one)}`;
};

const answerOf = (one: Case): string => {
  if ('error' in one) return code(one.error);
  if ('writes' in one)
    return Object.entries(one.writes)
      .map(([key, text]) =>
        code(typeof text === 'string' ? `${key}: ${JSON.stringify(text).slice(1, -1)}` : key),
      )
      .join(', ');
  const rows = one.rows.map((row) => row.map((value) => value ?? 'NULL').join(', ')).join('; ');
  return rows === '' ? 'no rows' : code(rows);
};
