import { readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkReports } from '../../../src/app/payout/report-faults';
import { csvObjects } from '../../../src/domain';
import { openLedger } from '../../../src/ledger';
import { makeTwoTerms } from '../../audit/verify/two-terms';
import { cli } from '../../cli/support';

/*
 * Pages of a report say what payouts.csv says: each place at which they tell of money is changed in turn, in both reports and
 * languages, and found.
 */
let runFolder = '';
let [recipient, paid] = ['', ''];

beforeAll(async () => {
  const terms = await makeTwoTerms({ persons: 60, seed: 8 });
  const [run = ''] = terms.runIds;
  const ledger = openLedger(terms.db, { readOnly: true });
  runFolder = ledger.batch(run)?.runFolder ?? '';
  ledger.close();
  const { code } = await cli(terms.work, ['report', run, '--lines', '0', '--as', 'kari', '--db', terms.db]);
  expect(code).toBe(0);
  const row = csvObjects(readFileSync(join(runFolder, 'payouts.csv'), 'utf8')).find((each) => Number(each.paid) > 0);
  [recipient, paid] = [row?.recipient_id ?? '', row?.payment_ref ?? ''];
}, 60_000);

const faults = (): string[] => checkReports(runFolder).faults.map(({ params }) => `${params.name} ${params.what}`);

/** Faults once a page says something else; the page is put back. @param edit undefined: it is removed */
function faultsWith(name: string, edit: ((text: string) => string) | undefined): string[] {
  const path = join(`${runFolder}.report`, name);
  const before = readFileSync(path, 'utf8');
  if (edit === undefined) unlinkSync(path);
  else {
    expect(edit(before)).not.toBe(before);
    writeFileSync(path, edit(before));
  }
  try {
    return faults();
  } finally {
    writeFileSync(path, before);
  }
}

/** A krone more in the n-th figure of kroner after a mark. */
const more =
  (mark: string, figure = 1) =>
  (text: string): string => {
    const start = text.indexOf(mark);
    let seen = 0;
    const rest = text.slice(start).replace(/\d(?=\u00a0kr)/g, (digit) => {
      seen += 1;
      return seen === figure ? String((Number(digit) + 1) % 10) : digit;
    });
    return start < 0 ? text : text.slice(0, start) + rest;
  };

test('pages as they were written, in both reports and languages', () => {
  const { checked } = checkReports(runFolder);
  expect(faults()).toEqual([]);
  expect(checked.filter((name) => name.endsWith('.html'))).toEqual(
    ['report/', 'report/en/', 'report-restricted/', 'report-restricted/en/'].flatMap((place) => [
      `${place}index.html`,
      `${place}kommuner.html`,
      `${place}recipients/*.html`,
    ]),
  );
});

describe.each(['', 'en/'])('in the language of %s', (language) => {
  const [table, row] = ['<table', '<tbody>'];
  test.each<[string, string, (text: string) => string, string]>([
    ['the sum that it begins with', 'index.html', more('<p class="lead">'), 'paid'],
    ['the first key figure', 'index.html', more('<dl class="key">'), 'paid'],
    ['a stage of payments', 'index.html', more(table), 'stages'],
    ['the lines of its components', 'index.html', more('<tfoot>', 3), 'lines'],
  ])('the first page: %s', (_, name, edit, what) => {
    const page = `report-restricted/${language}${name}`;
    expect(faultsWith(page, edit)).toEqual([`${page} ${what}`]);
  });

  test('a recipient in the table of all', () => {
    const page = `report-restricted/${language}kommuner.html`;
    expect(faultsWith(page, more(`.html">${recipient} `))).toEqual([`${page} ${recipient}`]);
    expect(faultsWith(page, (text) => text.replaceAll(table, '<div'))).toEqual([`${page} -`]);
  });

  test('a recipient: its sums, each figure of a payment, its key, a page that is gone', () => {
    const page = `report-restricted/${language}recipients/${recipient}.html`;
    for (const figure of [1, 2]) {
      expect(faultsWith(page, more('<p class="lead">', figure))).toEqual([`${page} lead`]);
    }
    for (const figure of [1, 2, 3, 4]) {
      expect([figure, faultsWith(page, more(row, figure)).length]).toEqual([figure, 1]);
    }
    expect(faultsWith(page, (text) => text.replace(`>${paid}<`, `>${paid}X<`))).toHaveLength(1);
    expect(faultsWith(page, undefined)).toEqual([`${page} -`]);
  });

  test('what is hidden is passed over in the report to be shared alone', () => {
    const word = language === '' ? 'vises ikke' : 'not shown';
    const hide = (text: string): string =>
      text.replace(/<dl class="key">\n<div><dt>[^<]*<\/dt><dd><strong>[^<]*/, (start) => start.replace(/[^>]*$/, word));
    const restricted = `report-restricted/${language}index.html`;
    expect(faultsWith(restricted, hide)).toEqual([`${restricted} paid`]);
    expect(faultsWith(`report/${language}index.html`, hide)).toEqual([]);
    const shared = `report/${language}index.html`;
    expect(faultsWith(shared, more('<dl class="key">'))).toEqual([`${shared} paid`]);
  });
});
