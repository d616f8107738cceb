import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pageFaults } from '../../../src/app/payout/page-faults';
import { checkReports } from '../../../src/app/payout/report-faults';
import { csvObjects, formatKroner } from '../../../src/domain';
import { explainWord, type Language, textOf } from '../../../src/messages';
import { workbookBytes } from '../../../src/payout';
import { table } from '../../../src/report/site/table';
import { temporaryFolder } from '../../support/temporary-folder';

const PAYOUTS = `recipient_id,netting_group,lines_total,carried_in,paid,carried_out,payment_ref
0301,asylum,31900,0,31900,0,NT2018T1S0-0301-ASYL
0301,grunntilskudd,-500,0,0,-500,
1103,persontilskudd,13600,-600,13000,0,NT2018T1S0-1103-PERS
`;
type Row = readonly [recipient: string, group: string, ...figures: (string | number)[]];
const ROWS: readonly Row[] = [
  ['0301', 'asylum', 31_900, 0, 31_900, 0, 'NT2018T1S0-0301-ASYL'],
  ['0301', 'grunntilskudd', -500, 0, 0, -500, ''],
  ['1103', 'persontilskudd', 13_600, -600, 13_000, 0, 'NT2018T1S0-1103-PERS'],
];
const OPEN = ['0301,asylnorsk,30000', '0301,kulturtilskudd,1900', '0301,grunntilskudd,-500', '1103,persontilskudd,'];

/** Bytes of a workbook that has these payments, as a report has them. */
function book(rows: readonly Row[], language: Language, sheet = textOf('report.payments', language)): Promise<Buffer> {
  const kinds = ['text', 'text', 'text', 'kroner', 'kroner', 'kroner', 'kroner', 'text'] as const;
  return workbookBytes([
    { name: 'A', columns: [{ title: 'A', kind: 'text', width: 5 }], rows: [['x']] },
    {
      name: sheet,
      columns: kinds.map((kind) => ({ title: kind, kind, width: 9 })),
      rows: rows.map(([recipient, group, ...rest]) => [recipient, 'Navn', explainWord(group, language), ...rest]),
      sumsTitle: textOf('report.sum', language),
    },
  ]);
}

/** A run folder with its payouts.csv; what lies in its reports, by name. */
function runWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = join(temporaryFolder(), 'run');
  for (const [name, content] of Object.entries({ 'run/payouts.csv': PAYOUTS, ...files })) {
    const path = join(dirname(folder), name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

const faultsOf = (folder: string): string[] =>
  checkReports(folder).faults.map(({ code, params }) => [code, params.name, params.what].join(' '));
const openData = (rows: readonly string[]): string => ['recipient_id,component,lines_total', ...rows, ''].join('\n');
const RESTRICTED = 'report-restricted/data/term-nb.xlsx';
const SHARED = 'report/data/term-en.xlsx';
const DATA = 'report/data/open/recipients.csv';
const withRow = (place: number, row: Row): Row[] => ROWS.map((own, index) => (index === place ? row : own));

test('workbooks and open data that say what payouts.csv says', async () => {
  const hidden = Array.from({ length: 4 }, () => textOf('report.hidden', 'en'));
  const folder = runWith({
    [`run.report/${RESTRICTED}`]: await book(ROWS, 'nb'),
    [`run.report/${SHARED}`]: await book(withRow(2, ['1103', 'persontilskudd', ...hidden, '']), 'en'),
    [`run.report/${DATA}`]: openData(OPEN),
  });
  expect(checkReports(folder)).toEqual({ checked: [SHARED, DATA, RESTRICTED], faults: [] });
  expect(checkReports(runWith({}))).toEqual({ checked: [], faults: [] });
});

const hiddenRow: Row = [
  '1103',
  'persontilskudd',
  ...Array.from({ length: 4 }, () => textOf('report.hidden', 'nb')),
  '',
];
test.each<[string, readonly Row[], string]>([
  ['a krone more', withRow(0, ['0301', 'asylum', 31_900, 0, 31_901, 0, 'NT2018T1S0-0301-ASYL']), '0301'],
  ['another key', withRow(0, ['0301', 'asylum', 31_900, 0, 31_900, 0, 'NT2018T1S0-0301-GRUN']), '0301'],
  ['a balance that is not carried', withRow(1, ['0301', 'grunntilskudd', -500, 0, 0, 0, '']), '0301'],
  ['a payment that is missing', ROWS.slice(0, 2), '1103'],
  ['a payment too many', [...ROWS, ['1106', 'persontilskudd', 1, 0, 1, 0, 'X']], '- 1106'],
  ['a payment twice', [...ROWS, ...ROWS.slice(0, 1)], '-'],
  ['a figure that is hidden from those who may see it', withRow(2, hiddenRow), '1103'],
])('a workbook with %s', async (_, rows, places) => {
  const folder = runWith({ [`run.report/${RESTRICTED}`]: await book(rows, 'nb') });
  expect(faultsOf(folder)).toEqual(places.split(' ').map((what) => `PAYOUT_REPORT_DIFFERS ${RESTRICTED} ${what}`));
});

test.each([
  ['no workbook', Buffer.from('PK')],
  ['no sheet of payments', undefined],
])('a workbook that is %s', async (_, bytes) => {
  const folder = runWith({ [`run.report/${RESTRICTED}`]: bytes ?? (await book(ROWS, 'nb', 'Ark')) });
  expect(faultsOf(folder)).toEqual([`PAYOUT_REPORT_DIFFERS ${RESTRICTED} -`]);
});

test.each([
  ['a krone less', ['0301,asylnorsk,29999', ...OPEN.slice(1)], '0301'],
  ['a recipient that is missing', OPEN.slice(0, 3), '1103'],
  ['a recipient too many', [...OPEN, '1106,grunntilskudd,5'], '1106'],
  ['no number', ['0301,asylnorsk,mye', ...OPEN.slice(1)], '0301'],
])('open data with %s', (_, rows, what) => {
  expect(faultsOf(runWith({ [`run.report/${DATA}`]: openData(rows) }))).toEqual([
    `PAYOUT_REPORT_DIFFERS ${DATA} ${what}`,
  ]);
});

/** The page of a recipient, as a report has it. */
function recipientHtml(lead: readonly number[], rows: readonly Row[]): string {
  const text = (cell: string | number): string => (typeof cell === 'number' ? formatKroner(cell) : cell);
  const cells = rows.map(([, group, ...figures]) => {
    const [key = '', ...money] = figures.toReversed().map(text);
    return [explainWord(group, 'nb'), ...money.toReversed(), 'godkjent', key];
  });
  const columns = Array.from({ length: 7 }, (_, place) => {
    return { title: String(place), isFigure: place > 0 && place < 5, cell: (row: readonly string[]) => row[place] };
  });
  const html = table(textOf('report.recipient.payments', 'nb'), cells, columns);
  return `<p class="lead">${lead.map(formatKroner).join(' i termin 1 i 2018. ')}</p>${html.text}`;
}

test.each<[string, readonly number[], readonly Row[], string[]]>([
  ['what payouts.csv says', [31_400, 31_900], ROWS.slice(0, 2), []],
  ['another sum at its head', [31_400, 31_901], ROWS.slice(0, 2), ['lead']],
  [
    'a krone less',
    [31_400, 31_900],
    withRow(0, ['0301', 'asylum', 31_899, 0, 31_900, 0, 'NT2018T1S0-0301-ASYL']).slice(0, 2),
    ['asyl'],
  ],
  ['a payment twice', [31_400, 31_900], [...ROWS.slice(0, 2), ...ROWS.slice(0, 1)], ['-']],
  ['a payment too few', [31_400, 31_900], ROWS.slice(0, 1), ['grunntilskudd']],
])('the page of a recipient with %s', (_, lead, rows, what) => {
  const folder = runWith({ 'run.report/report-restricted/recipients/0301.html': recipientHtml(lead, rows) });
  const payouts = csvObjects(PAYOUTS).filter((row) => row.recipient_id === '0301');
  const pages = { folder: `${folder}.report/report-restricted`, payouts, language: 'nb', mayHide: false } as const;
  const found = pageFaults(pages).filter(({ page }) => page.startsWith('recipients/'));
  expect(found.map((each) => each.what)).toEqual(what);
});
