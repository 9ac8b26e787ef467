import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Run } from '@readout/runtime/contracts.ts';
import type { Person } from '../support/person.ts';
import { type Channel, channelsOf } from './channels.ts';
import { type Field, fieldsFor, takesAnyText } from './fields.ts';
import { functionLogs } from './function-logs.ts';
import { foundIn, hostileTexts } from './hostile-texts.ts';
import { inBatches } from './in-batches.ts';
import { injections } from './injections.ts';
import { someone } from './people.ts';
import { Socket } from './socket.ts';
import { warehouse } from './warehouse.ts';

jest.setTimeout(300_000);

const chunks = <Item>(items: Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

describe('a hostile text', () => {
  let person: Person;
  let socket: Socket;
  let channels: [string, Channel][];
  let fields: Field[];
  let before: object;
  /** The SQL that Redshift was sent for the texts. */
  const sent: string[] = [];

  beforeAll(async () => {
    before = await warehouse();
    person = await someone('analysts');
    socket = await Socket.open(person);
    channels = Object.entries(channelsOf(person, socket));
    fields = await fieldsFor(person);
  });
  afterAll(() => socket.close());

  /** In turn, so that each channel carries its share of the texts. */
  const channel = (turn: number): Channel => channels[turn % channels.length]?.[1] as Channel;

  /** The rows of a field with a text that no row has. */
  const rowsOfNothing = async ({ report, parameter, others }: Field): Promise<number | undefined> => {
    const outcome = await channel(1)(report, { ...others, [parameter.name]: `none-${randomUUID()}` });
    return 'run' in outcome ? outcome.run.rows : undefined;
  };

  const sqlOf = async ({ runId }: Run): Promise<string> =>
    (await person.rest('GET', `/runs/${runId}/statement`)).body.sql;

  /** What people may really choose in a field. */
  const choicesOf = async ({ parameter: { optionsFrom } }: Field): Promise<Set<string>> => {
    if (optionsFrom === undefined) return new Set();
    const outcome = await channel(1)(optionsFrom, {});
    const { runId } = 'run' in outcome ? outcome.run : { runId: '' };
    const { columns, rows } = (await person.rest('GET', `/runs/${runId}/result`)).body;
    const at = columns.findIndex(({ name }: { name: string }) => name === 'value');
    return new Set(rows.map((row: unknown[]) => String(row[at])));
  };

  it('is a value where any text is taken: one that no row has', async () => {
    const open = fields.filter(takesAnyText);
    expect(open.length).toBeGreaterThan(0);
    for (const field of open) {
      const { report, parameter, others } = field;
      const [nothing, choices] = [await rowsOfNothing(field), await choicesOf(field)];
      const texts = (parameter.multiple ? hostileTexts : injections).filter(
        (text) => !choices.has(text.trim()) && !text.includes('\0'),
      );
      // A handshake's query is short: API Gateway takes 10 KB of headers.
      const lists: [number, string[]][] = [
        ...chunks(texts, 100).map((list, turn): [number, string[]] => [turn % 2, list]),
        ...chunks(
          injections.filter((text) => texts.includes(text)),
          25,
        ).map((list): [number, string[]] => [2, list]),
      ];
      const singles = texts.map((text, turn): [number, string] => [turn, text]);
      const values: [number, string | string[]][] = parameter.multiple ? lists : singles;
      await inBatches(values, 3, async ([turn, value]) => {
        const outcome = await channel(turn)(report, { ...others, [parameter.name]: value });
        expect({ value, outcome }).toEqual({
          value,
          outcome: { run: expect.objectContaining({ status: 'succeeded', rows: nothing }) },
        });
        if ('run' in outcome) sent.push(await sqlOf(outcome.run));
      });
    }
  });

  it('is refused by name where another type is asked for', async () => {
    const typed = fields.filter((field) => !takesAnyText(field));
    expect(new Set(typed.map(({ parameter }) => parameter.type)).size).toBeGreaterThan(3);
    const tries = typed.flatMap((field, turn) => {
      const alike = typed.filter(({ parameter }) => parameter.type === field.parameter.type);
      const share = hostileTexts.filter((_, at) => at % alike.length === alike.indexOf(field));
      return share.map((text, at) => ({ field, text, turn: at % 25 === 0 ? at / 25 + turn : 1 }));
    });
    await inBatches(tries, 10, async ({ field: { report, parameter, others }, text, turn }) => {
      const outcome = await channel(turn)(report, { ...others, [parameter.name]: text });
      if ('run' in outcome) expect(text.trim()).toMatch(/^[+-]?[\d.,eE+-]+$/);
      else
        expect({ text, ...outcome.error }).toMatchObject({
          text,
          name: 'InvalidInput',
          field: parameter.name,
        });
    });
  });

  it('is refused as the name of an input', async () => {
    await inBatches(hostileTexts, 10, async (name) => {
      const outcome = await channel(1)('taxi/vendors', { [name]: 'x' });
      expect({ name, outcome }).toMatchObject({ name, outcome: { error: { name: 'InvalidInput' } } });
    });
  });

  it('has changed nothing in the warehouse, and stands in no statement and in no log', async () => {
    expect(await warehouse()).toEqual(before);
    const own = fields.map(({ report }) => readFileSync(`sql/reports/${report}.sql`, 'utf8')).join('\n');
    expect(sent.length).toBeGreaterThan(injections.length);
    expect(foundIn(sent.join('\n'), own)).toEqual([]);
    expect(foundIn(functionLogs())).toEqual([]);
  });
});
