import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { generateExtracts } from '../../../src/app/library';
import { csvObjects } from '../../../src/domain';
import { textOf } from '../../../src/messages';
import { cli } from '../../cli/support';
import { temporaryFolder } from '../../support/temporary-folder';
import { unzip } from '../../support/unzip';

/** A ledger with two terms of a made-up register, the second reported twice. */
const cwd = temporaryFolder();
const RATES = resolve(__dirname, '../../../fixtures/demo-rates-2018.csv');
let run = '';
let folder = '';
let posted = '';

beforeAll(async () => {
  const extracts = generateExtracts(join(cwd, 'extracts'), { year: 2018, persons: 400, snapshots: 2, seed: 7 });
  for (const [index, extract] of extracts.entries()) {
    const what = ['--extract', extract, '--year', '2018', '--term', String(index + 3), '--rates', RATES];
    const { out } = await cli(cwd, ['run', ...what, '--rehearsal', '--as', 'kari', '--json']);
    const answer: { run_id: string; out: string } = JSON.parse(out);
    run = answer.run_id;
    folder = answer.out;
    if (index > 0) continue;
    posted = run;
    await cli(cwd, ['approve', run, '--as', 'ola']);
  }
  for (const out of ['one', 'two']) {
    const { code, err } = await cli(cwd, [
      'report',
      run,
      '--out',
      out,
      '--as',
      'kari',
      '--lines',
      '25',
      '--audit-sheets',
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  }
}, 120_000);

function filesOf(place: string): string[] {
  const root = join(cwd, place);
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(root, name)).isFile());
}

/** Text of a file; of a workbook what is in it, unpacked. */
function read(place: string, name: string): string {
  const bytes = readFileSync(join(cwd, place, name));
  return name.endsWith('.xlsx') ? [...unzip(bytes).values()].join('\n') : bytes.toString('utf8');
}

const rowsOf = (name: string, of = run): Record<string, string>[] =>
  csvObjects(readFileSync(join(folder.replace(run, of), name), 'utf8'));

test('the same run gives the same bytes', () => {
  const names = filesOf('one');
  expect(filesOf('two')).toEqual(names);
  const bytes = (place: string, name: string): Buffer => readFileSync(join(cwd, place, name));
  expect(names.filter((name) => !bytes('one', name).equals(bytes('two', name)))).toEqual([]);
});

test('the restricted report is for its owner alone', () => {
  const modeOf = (path: string): string => (statSync(join(cwd, 'one', path)).mode & 0o777).toString(8);
  expect(
    ['report', 'report-restricted', 'report-restricted/lines', 'report-restricted/index.html'].map(modeOf),
  ).toEqual(['755', '700', '700', '600']);
});

test('the look is logged before', async () => {
  const { out } = await cli(cwd, ['access', '--json']);
  const log: { rows: { kind: string; actor: string; run_id: string }[] } = JSON.parse(out);
  const reports = log.rows.filter(({ kind }) => kind === 'report');
  expect(reports.map(({ actor, run_id: id }) => `${actor} ${id}`)).toEqual([`kari ${run}`, `kari ${run}`]);
});

test('no id of a person stands in any file', () => {
  const ids = new Set(rowsOf('payout_lines.csv').map(({ person_ref: id = '' }) => id));
  const extract = readFileSync(join(cwd, 'extracts/2018-T2/persons.csv'), 'utf8');
  for (const { person_id: id = '', national_id: number = '' } of csvObjects(extract)) ids.add(id).add(number);
  ids.delete('');
  const found = filesOf('one').filter((name) =>
    (read('one', name).match(/\d{11,}/g) ?? []).some((digits) => ids.has(digits)),
  );
  expect({ ids: ids.size > 400, found }).toEqual({ ids: true, found: [] });
});

/** Pseudonyms by person of the run, as the findings and the sample know them: from the pages of the other report. */
async function pseudonymsOfProtected(): Promise<string[]> {
  const extract = csvObjects(readFileSync(join(cwd, 'extracts/2018-T2/persons.csv'), 'utf8'));
  const hidden = extract.filter(({ address_protection: kind }) => (kind ?? '') !== '' && kind !== 'none');
  const pseudonyms: string[] = [];
  for (const { person_id: id = '' } of hidden) {
    const { code, out } = await cli(cwd, ['explain', '--person', id, '--run', run, '--json', '--as', 'kari']);
    if (code === 0) pseudonyms.push(JSON.parse(out).subject);
  }
  return pseudonyms;
}

test('a person with a protected address is on no page, so no kommune stands beside one', async () => {
  const pseudonyms = await pseudonymsOfProtected();
  expect(pseudonyms.length).toBeGreaterThan(2);
  const found = filesOf('one').filter((name) => pseudonyms.some((pseudonym) => read('one', name).includes(pseudonym)));
  expect(found).toEqual([]);
});

test('the report to share has neither lines nor pseudonyms', () => {
  const names = filesOf('one/report');
  expect(names.filter((name) => name.startsWith('lines'))).toEqual([]);
  const pseudonyms = new Set(
    filesOf('one/report-restricted/lines/pseudonyms').flatMap(
      (name) => read('one/report-restricted/lines/pseudonyms', name).match(/[0-9a-f]{32}/g) ?? [],
    ),
  );
  expect(pseudonyms.size).toBeGreaterThan(10);
  const found = names.filter((name) =>
    (read('one/report', name).match(/\b[0-9a-f]{32}\b/g) ?? []).some((one) => pseudonyms.has(one)),
  );
  expect(found).toEqual([]);
});

test('no figure of one to four persons is shared', () => {
  const sizes = new Map<string, number>();
  for (const { recipient_id: id, component, persons } of rowsOf('sizing.csv')) {
    if (id !== 'HELD') sizes.set(`${id} ${component}`, (sizes.get(`${id} ${component}`) ?? 0) + Number(persons));
  }
  const shared = csvObjects(read('one/report', 'data/open/recipients.csv'));
  const small = shared.filter(({ recipient_id: id, component }) => {
    const persons = sizes.get(`${id} ${component}`) ?? 0;
    return persons > 0 && persons < 5;
  });
  expect(small.length).toBeGreaterThan(20);
  expect(
    small.filter(
      ({ shown, persons, annual_amount: year, lines_total: lines }) =>
        shown !== 'no' || `${persons}${year}${lines}` !== '',
    ),
  ).toEqual([]);
});

test('sums of the restricted report are those of the run, to the krone', () => {
  const shown = csvObjects(read('one/report-restricted', 'data/open/recipients.csv'));
  const sum = (rows: Record<string, string>[], column: string): number =>
    rows.reduce((all, row) => all + Number(row[column]), 0);
  expect(sum(shown, 'lines_total')).toBe(sum(rowsOf('payout_lines.csv'), 'amount'));
  expect(sum(shown, 'annual_amount')).toBe(
    sum(
      rowsOf('sizing.csv').filter(({ recipient_id: id }) => id !== 'HELD'),
      'annual_amount',
    ),
  );
});

test('every page is small, marked, and leads nowhere but to what is there', () => {
  const broken: string[] = [];
  for (const kind of ['report', 'report-restricted']) {
    const names = new Set(filesOf(`one/${kind}`));
    for (const name of names) {
      if (!name.endsWith('.html')) continue;
      const page = read(`one/${kind}`, name);
      if (page.length > 1_000_000) broken.push(`${name} is large`);
      if (!/REHEARSAL/.test(page) || !/UTKAST|DRAFT/.test(page)) broken.push(`${name} is not marked`);
      if (/(https?:)?\/\/[a-z]/.test(page.replace(/xmlns(:\w+)?="[^"]*"/g, ''))) broken.push(`${name} names a server`);
      for (const [, href = ''] of page.matchAll(/ (?:href|src)="([^"#]+)/g)) {
        const target = relative('/', join('/', dirname(name), href));
        if (!names.has(target)) broken.push(`${name} -> ${href}`);
      }
    }
  }
  expect(broken.slice(0, 10)).toEqual([]);
});

test('what somebody else put there stays', async () => {
  mkdirSync(join(cwd, 'taken/report'), { recursive: true });
  writeFileSync(join(cwd, 'taken/report/mine.txt'), 'mine');
  const { code, err } = await cli(cwd, ['report', run, '--out', 'taken', '--as', 'kari']);
  expect(code).toBe(2);
  expect(err).toContain('REPORT_OUT_TAKEN');
  expect(readdirSync(join(cwd, 'taken'), { recursive: true })).toEqual(['report', 'report/mine.txt']);
});

test.each(['recipients', 'components'])('open data of %s say that the run is a rehearsal and a draft', (name) => {
  for (const report of ['one/report', 'one/report-restricted']) {
    const marks = new Set(csvObjects(read(report, `data/open/${name}.csv`)).map(({ mark }) => mark));
    expect([...marks]).toEqual(['REHEARSAL DRAFT']);
  }
});

const hasOffice = spawnSync('soffice', ['--version']).status === 0;
if (!hasOffice)
  process.stderr.write(
    '\nLEFT OUT: sums of the workbook. No LibreOffice is installed (apt-get install libreoffice-calc).\n\n',
  );

/** Sheets of workbooks as LibreOffice has worked them out, by `<book>-<sheet>`. */
function recalculated(books: readonly string[]): Map<string, Record<string, string>[]> {
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
  const profile = `-env:UserInstallation=file://${join(cwd, 'office')}`;
  const out = temporaryFolder();
  const { status } = spawnSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', out, ...books]);
  expect(status).toBe(0);
  return new Map(
    readdirSync(out).map((name) => [name.slice(0, -'.csv'.length), csvObjects(readFileSync(join(out, name), 'utf8'))]),
  );
}

const officeTest = hasOffice || process.env.CI ? test : test.skip;

officeTest(
  'LibreOffice works the sums of the workbook out to the krone of the run',
  () => {
    const sheets = recalculated([join(cwd, 'one/report-restricted/data/term-en.xlsx')]);
    const sumOf = (sheet: string, column: string): number => Number(sheets.get(`term-en-${sheet}`)?.at(-1)?.[column]);
    const lines = rowsOf('payout_lines.csv');
    const total = (rows: Record<string, string>[]): number => rows.reduce((sum, { amount }) => sum + Number(amount), 0);
    const paid = rowsOf('payouts.csv').reduce((sum, { paid: nok }) => sum + Number(nok), 0);
    expect(sumOf('Recipients', 'This term')).toBe(total(lines));
    expect(sumOf('Payments', 'To be paid')).toBe(paid);
    const corrected = lines.filter(({ reason }) => reason !== 'regular');
    expect(corrected.length).toBeGreaterThan(0);
    expect(sumOf('Corrections', 'Amount')).toBe(total(corrected));
  },
  120_000,
);

test('the workbook of a posted term says how far each payment has come', async () => {
  const { code } = await cli(cwd, ['report', posted, '--out', 'posted', '--as', 'kari']);
  expect(code).toBe(0);
  const files = unzip(readFileSync(join(cwd, 'posted/report/data/term-nb.xlsx')));
  const text = [...files.values()].join('');
  for (const word of ['Betalingens stilling', 'Siste melding', 'Betalingsfil']) expect(text).toContain(word);
  expect(text).toContain(`>${textOf('stage.approved', 'nb')}<`);
});

test('payout check holds the reports beside the run folder to the payments, what is hidden left out', async () => {
  expect((await cli(cwd, ['report', posted, '--as', 'kari'])).code).toBe(0);
  const { code, out } = await cli(cwd, ['payout', 'check', posted, '--json']);
  const { checked }: { checked: string[] } = JSON.parse(out);
  expect([code, checked]).toEqual([
    0,
    [
      'payouts.csv',
      ...['report', 'report-restricted'].flatMap((report) =>
        ['term-nb.xlsx', 'term-en.xlsx', 'open/recipients.csv'].map((name) => `${report}/data/${name}`),
      ),
      ...['report/', 'report/en/', 'report-restricted/', 'report-restricted/en/'].flatMap((place) =>
        ['index', 'kommuner', 'recipients/*'].map((name) => `${place}${name}.html`),
      ),
    ],
  ]);
  expect((await cli(cwd, ['report', posted, '--recipient', '0301', '--lines', '0', '--as', 'kari'])).code).toBe(0);
  const sheet = join(`${folder.replace(run, posted)}.report`, 'report-restricted/data/audit/0301-nb.xlsx');
  expect((await cli(cwd, ['payout', 'check', posted])).code).toBe(0);
  const parts = unzip(readFileSync(sheet));
  const forged = [...parts].map(([name, text]) => [
    name,
    strToU8(name.endsWith('sheet2.xml') ? text.replace(/(<c r="H2"[^>]*><v>)/, '$11') : text),
  ]);
  const whole = readFileSync(sheet);
  writeFileSync(sheet, zipSync(Object.fromEntries(forged)));
  const falsified = await cli(cwd, ['payout', 'check', posted, '--lang', 'en']);
  expect([falsified.code, falsified.err.includes('data/audit/0301-nb.xlsx')]).toEqual([5, true]);
  writeFileSync(sheet, whole);
  const open = join(`${folder.replace(run, posted)}.report`, 'report-restricted/data/open/recipients.csv');
  writeFileSync(open, readFileSync(open, 'utf8').replace(/,([1-9]\d*),yes/, ',1$1,yes'));
  const changed = await cli(cwd, ['payout', 'check', posted, '--lang', 'en']);
  expect([changed.code, changed.err.includes('report-restricted/data/open/recipients.csv')]).toEqual([5, true]);
});

const sumIn = (rows: readonly Record<string, string>[], column: string): number =>
  rows.reduce((sum, row) => sum + Number(row[column]), 0);

officeTest(
  'auditor’s sheets of all recipients, worked out by LibreOffice, come to the payments of the run without a failing check',
  async () => {
    const { code } = await cli(cwd, [
      'report',
      posted,
      '--out',
      'audited',
      '--audit-sheets',
      '--lines',
      '0',
      '--as',
      'kari',
    ]);
    expect(code).toBe(0);
    expect(readdirSync(join(cwd, 'audited/report/data')).filter((name) => name.includes('audit'))).toEqual([]);
    const names = readdirSync(join(cwd, 'audited/report-restricted/data/audit')).filter((name) =>
      name.endsWith('-en.xlsx'),
    );
    const sheets = recalculated(names.map((name) => join(cwd, 'audited/report-restricted/data/audit', name)));
    const all = (sheet: string): Record<string, string>[] =>
      [...sheets].flatMap(([name, rows]) => (name.endsWith(`-en-${sheet}`) ? rows : []));
    const payouts = rowsOf('payouts.csv', posted).filter(({ recipient_id: id }) => names.includes(`${id}-en.xlsx`));
    expect(payouts.length).toBeGreaterThan(50);
    expect(all('Overview').filter(({ Figure: name }) => name === 'Checks that fail')).toEqual(
      names.map(() => expect.objectContaining({ Value: '0' })),
    );
    const payments = all('Payments');
    expect(sumIn(payments, 'Reckoned to be paid')).toBe(sumIn(payouts, 'paid'));
    expect(sumIn(payments, 'Reckoned to carry on')).toBe(sumIn(payouts, 'carried_out'));
    expect(sumIn(all('Lines'), 'Due less posted') + sumIn(payments, 'Lines not listed one by one')).toBe(
      sumIn(rowsOf('payout_lines.csv', posted), 'amount'),
    );
    expect(sumIn(all('Lines'), 'Krone left over')).toBeGreaterThan(3);
  },
  120_000,
);

officeTest(
  'a krone more that is left over makes the check of its line, of its payment and of the workbook fail',
  () => {
    const audit = join(cwd, 'audited/report-restricted/data/audit');
    const [name = ''] = readdirSync(audit).filter((each) => each.endsWith('-en.xlsx'));
    const files = unzip(readFileSync(join(audit, name)));
    const forged = new Map(files);
    const sheet = files.get('xl/worksheets/sheet3.xml') ?? '';
    forged.set(
      'xl/worksheets/sheet3.xml',
      sheet.replace(/(<c r="O2"[^>]*><v>)(\d+)/, (_, cell, nok) => cell + (Number(nok) + 1)),
    );
    expect(forged.get('xl/worksheets/sheet3.xml')).not.toBe(sheet);
    const path = join(temporaryFolder(), name);
    writeFileSync(path, zipSync(Object.fromEntries([...forged].map(([file, text]) => [file, strToU8(text)]))));
    const sheets = recalculated([path]);
    const book = name.slice(0, -'.xlsx'.length);
    expect(sheets.get(`${book}-Overview`)?.find(({ Figure: figure }) => figure === 'Checks that fail')?.Value).toBe(
      '2',
    );
    expect(sheets.get(`${book}-Lines`)?.[0]?.Check).toBe('1');
  },
  120_000,
);
