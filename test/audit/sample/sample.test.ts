import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { answer, command, makeTwoTerms, type TwoTerms } from '../verify/two-terms';

const SAMPLE = z.object({
  folder: z.string(),
  already: z.boolean(),
  items: z.array(z.object({ item: z.string(), stratum: z.string(), amount: z.number() })),
});

let terms: TwoTerms;
let runId: string;
let sample: z.infer<typeof SAMPLE>;

const draw = async (...more: string[]): Promise<z.infer<typeof SAMPLE>> =>
  SAMPLE.parse(
    await answer(terms.work, 'sample', runId, '--size', '12', '--by-amount', '--db', terms.db, '--as', 'kari', ...more),
  );
const record = (item: string, result: string): ReturnType<typeof command> =>
  command(terms.work, 'sample', 'record', runId, '--item', item, '--result', result, '--db', terms.db, '--as', 'ola');

beforeAll(async () => {
  terms = await makeTwoTerms({ persons: 500, seed: 5 });
  runId = terms.runIds[1] ?? '';
  sample = await draw('--seed', 'manifest');
}, 60_000);

const read = (name: string): string => readFileSync(join(sample.folder, name), 'utf8');

test('the sample is drawn by the manifest, explained line by line, without any person id', async () => {
  const lines = readFileSync(join(terms.folders[1] ?? '', 'payout_lines.csv'), 'utf8')
    .split('\n')
    .slice(1, -1);
  expect(sample.items).toHaveLength(12);
  const amounts = new Map(lines.map((line) => line.split(',')).map((cells) => [cells[0], Number(cells[14])]));
  for (const { item, stratum, amount } of sample.items) if (stratum !== 'held') expect(amounts.get(item)).toBe(amount);
  expect(sample.items.some(({ stratum }) => stratum === 'correction')).toBe(true);
  const explained = read('explained.txt');
  for (const { item, stratum } of sample.items) if (stratum !== 'held') expect(explained).toContain(item);
  expect(explained.match(/^\[\d+\]$/gm)).toHaveLength(12);
  const all = explained + read('sample.csv') + read('checklist.txt');
  for (const line of lines) expect(all.includes(line.split(',')[6] || 'nobody')).toBe(false);
  const again = await draw();
  expect(again).toEqual({ ...sample, already: true });
  expect((await draw('--seed', 'another')).items).not.toEqual(sample.items);
});

test('outcomes are added, counted, and a change of one or of the sample is found', async () => {
  const folder = ['--out', sample.folder];
  const [first, second] = sample.items;
  const add = (item: string, result: string): ReturnType<typeof command> =>
    command(
      terms.work,
      'sample',
      'record',
      runId,
      '--item',
      item,
      '--result',
      result,
      '--db',
      terms.db,
      '--as',
      'ola',
      ...folder,
    );
  expect((await add(first?.item ?? '', 'ok')).code).toBe(0);
  const { out } = await add(second?.item ?? '', 'error');
  expect(JSON.parse(out)).toMatchObject({
    items: 12,
    controlled: 2,
    errors: 1,
    error_amount: Math.abs(second?.amount ?? 0),
  });
  expect((await add('2018-T1-000000000000-1', 'ok')).code).toBe(2);
  // Two samples lie beside the run: one must be named.
  expect((await record(first?.item ?? '', 'ok')).code).toBe(2);
  const outcomes = read('outcomes.txt');
  const path = join(sample.folder, 'outcomes.txt');
  for (const changed of [outcomes.replace('"ok"', '"unclear"'), outcomes.split('\n').slice(1).join('\n')]) {
    writeFileSync(path, changed);
    expect((await add(first?.item ?? '', 'ok')).code).toBe(5);
  }
  writeFileSync(path, outcomes);
  expect((await add(first?.item ?? '', 'unclear')).code).toBe(0);
  appendFileSync(join(sample.folder, 'sample.csv'), '\n');
  expect((await add(first?.item ?? '', 'ok')).code).toBe(5);
});
