import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { done, type MadePerson, RATES, runTerm, writeExtract } from '../cli/privacy/support/small-register';
import { temporaryFolder } from '../support/temporary-folder';

/*
 * The attacker has all that is printed and written for one term, put together, but for the restricted files. Looked for
 * are places of persons with a protected address: beside their names, by a figure of theirs that stands with one
 * recipient alone, and by what is left of a recipient's sum when everybody else is taken away.
 */

type Row = Readonly<Record<string, string>>;
const KOMMUNER = ['1103', '4601', '5001', '1804', '3005', '4203'] as const;
const NAMES: Readonly<Record<string, string>> = { '1103': 'Stavanger', '4601': 'Bergen', '5001': 'Trondheim' };

/** Eight persons a kommune; in two of them one is protected and moved there within the year, so that the share is odd. */
const HIDDEN = ['201712340001', '201712340101'] as const;
const people: readonly MadePerson[] = KOMMUNER.flatMap((kommune, place) =>
  Array.from({ length: 8 }, (_, number): MadePerson => {
    const id = `2017123${String(40000 + place * 100 + number + 1).padStart(5, '0')}`;
    const hidden = HIDDEN.some((each) => each === id);
    const odd = hidden || (place > 1 && number === 0);
    const from = KOMMUNER[(place + 3) % KOMMUNER.length] ?? '';
    const day = `2018-0${2 + place}-1${number}`;
    const homes: MadePerson['homes'] = odd
      ? [
          [from, '2017-03-01'],
          [kommune, day],
        ]
      : [[kommune, '2017-03-01']];
    return { id, homes, protection: hidden ? 'strictly_confidential' : '', entered: '2017-03-01' };
  }),
);
const placesOf = (id: string): string[] => people.find((person) => person.id === id)?.homes.map(([code]) => code) ?? [];

const LINES = z.object({
  chapters: z.array(
    z.object({
      sections: z.array(
        z.object({
          code: z.string(),
          table: z.object({ rows: z.array(z.array(z.union([z.string(), z.number()]))) }).optional(),
        }),
      ),
    }),
  ),
  lines: z.array(z.object({ recipient_id: z.string(), component: z.string(), amount: z.number() })),
});

let cwd = '';
let runId = '';
let folder = '';
let lineIds: readonly string[][] = [];
const ofPerson = new Map<string, string>();
const ofRecipient = new Map<string, string>();
const others: string[] = [];
const rowsOf = (name: string): Row[] => parse(readFileSync(join(folder, name), 'utf8'), { columns: true });

async function told(...argv: string[]): Promise<string> {
  const texts: string[] = [];
  // A sample that has been drawn is never written again in another language.
  const languages = argv[0] === 'sample' ? ['nb'] : ['nb', 'en'];
  for (const how of [...languages.map((lang) => ['--lang', lang]), ['--json', '--lang', 'nb']]) {
    const { out, err } = await done(cwd, ...argv, ...how);
    texts.push(out, err);
  }
  return texts.join('\n');
}

const DB = ['--db', 'l.db'];
const AS = ['--as', 'kari'];

beforeAll(async () => {
  cwd = temporaryFolder();
  const before = people.map((person) => ({ ...person, homes: person.homes.slice(0, 1) }));
  const first = await runTerm(cwd, writeExtract(join(cwd, 'e1'), before, { takenAt: '2018-03-31' }), 1);
  await done(cwd, 'approve', first.runId, '--as', 'ola', ...DB);
  const run = await runTerm(cwd, writeExtract(join(cwd, 'e2'), people, { takenAt: '2018-12-31' }), 4);
  [runId, folder] = [run.runId, run.out];
  lineIds = HIDDEN.map((id) =>
    rowsOf('payout_lines.csv').flatMap((row) => (row.person_ref === id ? [row.line_id ?? ''] : [])),
  );
  for (const { id } of people) {
    ofPerson.set(id, await told('explain', '--person', id, '--run', runId, ...DB, ...AS));
  }
  for (const [place, id] of HIDDEN.entries()) {
    const more = [await told('explain', '--person', id, '--why-not', '--run', runId, ...DB, ...AS)];
    more.push(await told('compare', first.runId, runId, '--person', id, '--rates', RATES, ...DB, ...AS));
    for (const line of lineIds[place] ?? []) more.push(await told('explain', line, ...DB, ...AS));
    ofPerson.set(id, [ofPerson.get(id), ...more].join('\n'));
  }
  for (const code of KOMMUNER) {
    const texts = [await told('explain', '--recipient', code, '--run', runId, ...DB, ...AS)];
    texts.push(await told('explain', '--recipient', code, '--why-not', '--run', runId, ...DB, ...AS));
    ofRecipient.set(code, texts.join('\n'));
  }
  others.push(
    await told('preview', runId, ...DB, ...AS),
    await told('explain', '--batch', runId, ...DB, ...AS),
    await told('explain', '--component', 'persontilskudd', '--run', runId, ...DB, ...AS),
    await told('sample', runId, '--size', '200', ...DB, ...AS),
    await told('compare', first.runId, runId, '--measure', 'lines', '--rates', RATES, ...DB, ...AS),
    await told('compare', first.runId, runId, '--rates', RATES, ...DB, ...AS),
    await told('advice', '--extract', 'e2', '--year', '2018', '--rates', RATES, ...DB),
    await told('status', ...DB),
  );
}, 240_000);

/** Files of the run that others than the owner can read. */
const openFiles = (): string[] =>
  readdirSync(folder).filter((name) => (statSync(join(folder, name)).mode & 0o077) !== 0 && name.endsWith('.csv'));

/** Kroner and days in a text: numbers of three digits and more that are no year and no rate. */
function figuresIn(text: string): Set<number> {
  const rates = new Set(readFileSync(RATES, 'utf8').split(/[\n,]/));
  const plain = text.replaceAll(/(?<=\d)[\u00a0\u202f](?=\d{3})/g, '').replaceAll(runId, '');
  const numbers = [...plain.matchAll(/(?<![\w.-])\d{3,9}(?![\w.-]*\d)/g)].map(([number]) => number);
  return new Set(numbers.filter((number) => !rates.has(number) && !/^20\d\d$/.test(number)).map(Number));
}

test('the attack has something to find: protected persons have odd lines, and what is open tells of others', () => {
  expect(lineIds.every((lines) => lines.length > 1)).toBe(true);
  const open = people.find(({ id, homes }) => homes.length > 1 && !HIDDEN.some((each) => each === id));
  const text = ofPerson.get(open?.id ?? '') ?? '';
  const amount = rowsOf('payout_lines.csv').find((row) => row.person_ref === open?.id)?.amount ?? '';
  expect(figuresIn(text).has(Math.abs(Number(amount)))).toBe(true);
  expect(text).toContain(open?.homes[1]?.[0]);
  expect(ofPerson.get(HIDDEN[0])).toContain('P-AR2-H');
});

test('no place stands beside a protected person, in any output', () => {
  const leaks: string[] = [];
  for (const id of HIDDEN) {
    const text = ofPerson.get(id) ?? '';
    for (const place of placesOf(id))
      if (new RegExp(`\\b${place}\\b|${NAMES[place] ?? place}`).test(text)) leaks.push(place);
    for (const line of lineIds[HIDDEN.indexOf(id)] ?? []) {
      for (const output of [...others, ...ofRecipient.values()]) {
        for (const row of output.split('\n').filter((each) => !each.startsWith('{') && each.includes(`${line} `))) {
          for (const place of placesOf(id)) if (row.includes(place)) leaks.push(row);
        }
      }
    }
  }
  expect(leaks).toEqual([]);
});

test('no figure of a protected person is told that could be looked for among the recipients', () => {
  for (const id of HIDDEN) {
    const own = rowsOf('payout_lines.csv').filter((row) => row.person_ref === id);
    const figures = figuresIn(ofPerson.get(id) ?? '');
    for (const column of ['amount', 'cumulative_due', 'share_numerator']) {
      for (const row of own)
        expect([id, column, figures.has(Math.abs(Number(row[column])))]).toEqual([id, column, false]);
    }
    for (const figure of figures) {
      const where = KOMMUNER.filter((code) => figuresIn(ofRecipient.get(code) ?? '').has(figure));
      expect([figure, where.length === 1]).toEqual([figure, false]);
    }
  }
});

test('no recipient’s list names a line of a person, and no sum is of fewer than five', () => {
  for (const code of KOMMUNER) {
    const json = (ofRecipient.get(code) ?? '').split('\n').find((line) => line.startsWith('{')) ?? '{}';
    const tables = LINES.parse(JSON.parse(json)).chapters.flatMap(({ sections }) => sections);
    const rows = tables
      .filter((each) => ['SECTION_BY_CODE', 'SECTION_SIZING'].includes(each.code))
      .flatMap((each) => each.table?.rows ?? []);
    const ofPersons = rows.filter((row) => !row.includes('grunntilskudd'));
    expect(ofPersons.length).toBeGreaterThan(0);
    for (const row of ofPersons) {
      const counts = row.filter((cell) => typeof cell === 'number');
      expect(Number(counts[0])).toBeGreaterThanOrEqual(5);
    }
    const personLines = rowsOf('payout_lines.csv')
      .filter((row) => row.person_ref !== '')
      .map((row) => row.line_id ?? '');
    expect(personLines.filter((line) => json.includes(`"${line}"`))).toEqual([]);
  }
});

test('taking away everybody else leaves two recipients at least for each protected person', () => {
  const rest = new Map<string, number>();
  for (const row of rowsOf('payouts.csv').filter(({ netting_group: group }) => group === 'persontilskudd')) {
    rest.set(row.recipient_id ?? '', Number(row.lines_total));
  }
  for (const { id } of people) {
    const json = (ofPerson.get(id) ?? '').split('\n').find((line) => line.startsWith('{')) ?? '{}';
    for (const { recipient_id: code, amount } of LINES.parse(JSON.parse(json)).lines) {
      rest.set(code, (rest.get(code) ?? 0) - amount);
    }
  }
  const left = [...rest].filter(([, sum]) => sum !== 0);
  for (const id of HIDDEN) {
    const figures = figuresIn(ofPerson.get(id) ?? '');
    const candidates = left.filter(([, sum]) => figures.has(Math.abs(sum))).map(([code]) => code);
    expect([id, candidates]).toEqual([id, []]);
  }
  expect(left.length).toBeGreaterThanOrEqual(2);
});

test('no line of a protected person stands in what the run tells of as a whole', () => {
  for (const output of others.filter((_, index) => index !== 3)) {
    for (const line of lineIds.flat()) expect(output.includes(`${line}"`) || output.includes(`${line} `)).toBe(false);
    const own = rowsOf('payout_lines.csv').filter((row) => HIDDEN.some((id) => id === row.person_ref));
    const figures = figuresIn(output);
    for (const row of own)
      expect([row.line_id, figures.has(Math.abs(Number(row.amount)))]).toEqual([row.line_id, false]);
  }
  // The sample names its items, so it tells no kroner of theirs.
  const [sample = ''] = others.slice(3, 4);
  expect(lineIds.flat().some((line) => sample.includes(line))).toBe(true);
  for (const line of lineIds.flat()) {
    for (const row of sample.split('\n').filter((each) => each.includes(`${line} `))) expect(row).not.toMatch(/\d kr/);
  }
});

test('no file that others can read holds a person, or a place beside one', () => {
  for (const name of openFiles()) {
    const text = readFileSync(join(folder, name), 'utf8');
    for (const { id } of people) expect([name, text.includes(id)]).toEqual([name, false]);
    if (name === 'findings.csv') continue;
    expect([name, /(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/.test(text)]).toEqual([name, false]);
  }
});
