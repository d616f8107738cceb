import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { cli } from '../../cli/support';
import { sampleVerifier } from '../verify/standalone';
import { answer, command, makeTwoTerms, type TwoTerms } from '../verify/two-terms';

const SAMPLE = z.object({
  folder: z.string(),
  already: z.boolean(),
  items: z.array(z.object({ item: z.string(), stratum: z.string(), amount: z.number().nullable() })),
});

const LIMITS = z.object({
  limits: z.object({ over_nok: z.number(), under_nok: z.number() }),
  outcomes_head: z.string(),
});
const SIZED = z.object({ size: z.number(), limit_nok: z.number() });

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
  const index = JSON.parse(read('sample.json'));
  expect(index).toMatchObject({ journal_head: terms.heads[1], posting_head: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const again = await draw('--seed', 'manifest');
  expect(again).toEqual({ ...sample, already: true });
  // One of an earlier version, or of a draft that was posted since, is the same sample.
  const whole = read('sample.json');
  writeFileSync(join(sample.folder, 'sample.json'), whole.replace(/^.*_head": ".*\n/gm, ''));
  expect(await draw('--seed', 'manifest')).toEqual(again);
  writeFileSync(join(sample.folder, 'sample.json'), whole);
  // Nor does it hang on the language of whoever asks; a text that was changed is found in every one.
  expect(await draw('--seed', 'manifest', '--lang', 'nb')).toEqual(again);
  const checklist = read('checklist.txt');
  writeFileSync(join(sample.folder, 'checklist.txt'), `${checklist} `);
  for (const lang of ['nb', 'en']) await expect(draw('--seed', 'manifest', '--lang', lang)).rejects.toThrow();
  writeFileSync(join(sample.folder, 'checklist.txt'), checklist);
  expect((await draw('--seed', 'another')).items).not.toEqual(sample.items);
});

test('lines of persons with a protected address are a stratum of their own and name no kommune', async () => {
  const first = ['sample', terms.runIds[0] ?? '', '--size', '12', '--db', terms.db, '--as', 'kari'];
  const { folder } = SAMPLE.parse(await answer(terms.work, ...first));
  const [head = '', ...rows] = readFileSync(join(folder, 'sample.csv'), 'utf8').trimEnd().split('\n');
  const [stratum, recipient] = ['stratum', 'recipient_id'].map((name) => head.split(',').indexOf(name));
  const cells = rows.map((row) => row.split(','));
  const hidden = cells.filter((row) => row[stratum ?? 0] === 'protected');
  expect(hidden.length).toBeGreaterThan(0);
  for (const row of hidden) expect(row[recipient ?? 0]).toBe('');
  expect(cells.some((row) => row[recipient ?? 0] !== '')).toBe(true);
  expect(readFileSync(join(folder, 'checklist.txt'), 'utf8')).toContain('(protected address)');
  const results = ['sample', 'results', terms.runIds[0] ?? '', '--db', terms.db, '--out', folder];
  const shown = z.object({
    strata: z.array(z.object({ stratum: z.string(), items: z.number(), absolute_nok: z.number().nullable() })),
  });
  const { strata } = shown.parse(await answer(terms.work, ...results));
  const few = strata.some(({ stratum: name, items }) => name === 'protected' && items < 5);
  expect(few).toBe(true);
  const without = strata.filter(({ absolute_nok: nok }) => nok === null).map(({ stratum: name }) => name);
  expect(without).toEqual(['protected', 'total']);
});

test('of an error of somebody with a protected address no kroner are told, nor any from which they follow', async () => {
  const first = ['sample', terms.runIds[0] ?? '', '--size', '14', '--by-amount', '--db', terms.db, '--as', 'kari'];
  const { folder, items } = SAMPLE.parse(await answer(terms.work, ...first));
  const hidden = items.find(({ stratum }) => stratum === 'protected');
  const seen = items.find(({ stratum, amount }) => stratum !== 'protected' && Number(amount) > 0);
  expect(hidden?.amount).toBeNull();
  const of = ['--db', terms.db, '--out', folder];
  const record = (item: string, ...more: string[]) =>
    answer(terms.work, 'sample', 'record', terms.runIds[0] ?? '', '--item', item, '--as', 'ola', ...of, ...more);
  await expect(record(seen?.item ?? '', '--result', 'error')).resolves.toMatchObject({ error_amount: seen?.amount });
  const wrong = await record(hidden?.item ?? '', '--result', 'error', '--correct', '12345');
  expect(wrong).toMatchObject({ errors: 2, error_amount: null });
  const results = ['sample', 'results', terms.runIds[0] ?? '', ...of];
  const told = HIDDEN.parse(await answer(terms.work, ...results));
  const sums = told.strata.map((one) => [one.stratum, one.found_error_nok, one.projected_over_nok]);
  expect(sums).toContainEqual([seen?.stratum, seen?.amount, expect.any(Number)]);
  for (const stratum of ['protected', 'total']) expect(sums).toContainEqual([stratum, null, null]);
  expect((told.limits?.over_nok ?? 1) % 100_000).toBe(0);
  expect(told.found.find(({ item }) => item === hidden?.item)).toMatchObject({ correct_nok: null });
  const { out } = await cli(terms.work, [...results, '--lang', 'en']);
  expect(out).toMatch(/paid too much +- +-/);
  expect(out).not.toContain('12 345');
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
  writeFileSync(join(sample.folder, 'sample.csv'), read('sample.csv').slice(0, -1));
});

const HIDDEN = z.object({
  strata: z.array(
    z.object({
      stratum: z.string(),
      found_error_nok: z.number().nullable(),
      projected_over_nok: z.number().nullable(),
    }),
  ),
  limits: z.object({ over_nok: z.number().nullable() }).nullable(),
  found: z.array(z.object({ item: z.string(), correct_nok: z.number().nullable() })),
});

const RESULTS = z.object({
  strata: z.array(
    z.object({
      stratum: z.string(),
      drawn: z.number(),
      controlled: z.number(),
      errors: z.number(),
      found_error_nok: z.number(),
      projected_error_nok: z.number(),
    }),
  ),
  found: z.array(z.object({ item: z.string(), result: z.string(), correct_nok: z.number().nullable() })),
  outcomes_head: z.string(),
});

test('verify-sample draws again, adds up the same, and finds what was changed', async () => {
  const run = terms.folders[1] ?? '';
  const posting = await draw('--confidence', '90');
  const index = JSON.parse(readFileSync(join(posting.folder, 'sample.json'), 'utf8'));
  expect(index).toMatchObject({ seed: terms.heads[1], seed_from: 'posting', confidence_percent: 90 });
  const journal = join(terms.work, 'journal-of-sample.txt');
  expect((await command(terms.work, 'verify', run, '--db', terms.db, '--journal', journal)).code).toBe(0);
  const check = (...flags: string[]) => sampleVerifier(posting.folder, '--run', run, '--journal', journal, ...flags);
  const [first, second] = posting.items;
  const add = (item: string | undefined, ...more: string[]) =>
    answer(
      terms.work,
      'sample',
      'record',
      runId,
      '--item',
      item ?? '',
      '--db',
      terms.db,
      '--as',
      'ola',
      '--out',
      posting.folder,
      ...more,
    );
  await add(first?.item, '--result', 'ok');
  const right = (second?.amount ?? 0) - 1000;
  await add(second?.item, '--result', 'error', '--correct', String(right), '--note', 'sats fra i fjor');
  const results = await answer(terms.work, 'sample', 'results', runId, '--db', terms.db, '--out', posting.folder);
  const { limits, outcomes_head: head } = LIMITS.parse(results);
  const said = check('--head', head);
  expect(said).toMatchObject({ code: 0, err: '' });
  const plain = said.out.replaceAll('\u00a0', '');
  expect(plain).toContain('2 controlled, 1 error');
  expect(plain).toMatch(new RegExp(`too much: 1000kr found, .* at most ${limits.over_nok}kr`));
  expect(plain).toMatch(new RegExp(`too little: 0kr found, 0kr estimated for all, at most ${limits.under_nok}kr`));
  expect(limits.over_nok).toBeGreaterThan(limits.under_nok);
  const left = posting.items.length - 2;
  expect(said.out).toContain(`Not final: not controlled ${left}, unclear 0. They count as right`);
  const broken = async (name: string, edit: (text: string) => string, told: string) => {
    const path = join(posting.folder, name);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, edit(text));
    expect(check('--head', head)).toMatchObject({ code: 5, err: expect.stringContaining(told) });
    writeFileSync(path, text);
  };
  await broken('sample.csv', (text) => text.replace(/\n1,/, '\n9,'), 'sample.csv:2');
  await broken('population.csv', (text) => text.replace(/(\n[^,]+,regular,)\d/, '$19'), 'population.csv');
  await broken('sample.json', (text) => text.replace(/"size": \d+/, '"size": 13'), 'SAMPLE_DIFFERENT');
  await broken('outcomes.txt', (text) => text.replace('"ok"', '"unclear"'), 'outcomes.txt:1');
  await broken('outcomes.txt', (text) => text.replace(/[^\n]*\n$/, ''), 'SAMPLE_HEAD_UNKNOWN');
  // One that was kept earlier still tells that nothing before it was touched.
  const [earlier = ''] = readFileSync(join(posting.folder, 'outcomes.txt'), 'utf8').match(/(?<=\t)[0-9a-f]{64}/) ?? [];
  expect(check('--head', earlier).code).toBe(0);
  const other = sampleVerifier(posting.folder, '--run', terms.folders[0] ?? '');
  expect(other).toMatchObject({ code: 5, err: expect.stringContaining('manifest_sha256') });
});

test('a materiality decides the size, and a draft has no posting to be drawn by', async () => {
  const base = ['sample', runId, '--db', terms.db, '--as', 'kari'];
  const drawn = SIZED.parse(await answer(terms.work, ...base, '--materiality', '900000'));
  expect(drawn.limit_nok).toBeLessThanOrEqual(900_000);
  const smaller = await answer(terms.work, ...base, '--by-amount', '--size', String(drawn.size - 1));
  expect(SIZED.parse(smaller).limit_nok).toBeGreaterThan(900_000);
  const both = await command(terms.work, ...base, '--materiality', '900000', '--size', '5');
  expect([both.code, both.err]).toEqual([2, expect.stringContaining('FLAGS_EXCLUDE')]);
});

test('results add up what was found and project it; outcomes cut off the end are missed', async () => {
  const here = ['--db', terms.db, '--out', sample.folder];
  const all = (...more: string[]): ReturnType<typeof command> =>
    command(terms.work, 'sample', ...more, ...here, ...(more[0] === 'record' ? ['--as', 'ola'] : []));
  const rows = read('sample.csv').split('\n').slice(1, -1);
  const cells = (rows.find((row) => !row.includes('held')) ?? '').split(',');
  const [item = '', amount, inclusion] = [cells[1], Number(cells[7]), Number(cells[9])];
  const wrong = ['record', runId, '--item', item, '--result', 'error'];
  expect((await all(...wrong, '--correct', String(amount - 1000))).code).toBe(0);
  const answered = RESULTS.parse(JSON.parse((await all('results', runId)).out));
  const total = answered.strata.at(-1);
  expect(answered.found.find((found) => found.item === item)?.correct_nok).toBe(amount - 1000);
  expect(total?.drawn).toBe(12);
  const others = answered.found.filter((found) => found.item !== item && found.result === 'error');
  const otherRow = rows.find((row) => row.split(',')[1] === others[0]?.item)?.split(',') ?? [];
  const other = others.length === 0 ? 0 : Math.abs(Number(otherRow[7]));
  expect(total?.found_error_nok).toBe(1000 + other);
  const projected = (nok: number, millionths: number): number => Math.round((nok * 1e6) / millionths);
  const expected = projected(1000, inclusion) + (other === 0 ? 0 : projected(other, Number(otherRow[9])));
  expect(total?.projected_error_nok).toBe(expected);
  expect(expected).toBeGreaterThanOrEqual(1000);
  const path = join(sample.folder, 'outcomes.txt');
  const outcomes = readFileSync(path, 'utf8');
  const refused = await all(...wrong, '--note', 'gjelder 201212345603');
  expect([refused.code, refused.err.includes('201212345603')]).toEqual([2, false]);
  expect(readFileSync(path, 'utf8')).toBe(outcomes);
  writeFileSync(path, outcomes.replace(/[^\n]*\n$/, ''));
  for (const again of [await all('results', runId), await all('record', runId, '--item', item, '--result', 'ok')]) {
    expect(again.code).toBe(5);
    expect(again.err).toContain('SAMPLE_OUTCOMES_CUT');
  }
  writeFileSync(path, outcomes);
  expect((await all('results', runId)).code).toBe(0);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('of two who record at once none loses the outcome of the other', async () => {
  const before = read('outcomes.txt').split('\n').length;
  const some = sample.items.slice(0, 4).map(({ item }) => item);
  const codes = await Promise.all(
    some.map((item) =>
      command(
        terms.work,
        'sample',
        'record',
        runId,
        '--item',
        item,
        '--result',
        'ok',
        '--db',
        terms.db,
        '--as',
        'per',
        '--out',
        sample.folder,
      ),
    ),
  );
  expect(codes.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  expect(read('outcomes.txt').split('\n').length).toBe(before + 4);
});

test('the limit is told for certain only when all has been controlled', async () => {
  const first = terms.runIds[0] ?? '';
  const of = ['--db', terms.db, '--as', 'ola'];
  const drawn = await answer(terms.work, 'sample', first, '--size', '2', '--by-amount', '--seed', 'few', ...of);
  const { folder, items } = SAMPLE.parse(drawn);
  const told = async () => {
    const results = ['sample', 'results', first, '--db', terms.db, '--out', folder, '--lang', 'en'];
    const { out } = await cli(terms.work, results);
    return [
      /If those are right, no more/.test(out),
      /With 95 % confidence no more/.test(out.replaceAll('\u00a0', ' ')),
    ];
  };
  const record = (item: string, result: string) =>
    answer(terms.work, 'sample', 'record', first, '--item', item, '--result', result, '--out', folder, ...of);
  expect(await told()).toEqual([true, false]);
  for (const { item } of items) await record(item, 'unclear');
  expect(await told()).toEqual([true, false]);
  for (const { item } of items) await record(item, 'ok');
  expect(await told()).toEqual([false, true]);
  expect(sampleVerifier(folder).out).not.toContain('Not final');
});
