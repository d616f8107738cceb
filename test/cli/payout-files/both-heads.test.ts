import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIST_ENDINGS, listText, transferListOf } from '../../../src/app/payout/transfer-list';
import { openLedger } from '../../../src/ledger';
import { makeTwoTerms, type TwoTerms } from '../../audit/verify/two-terms';
import { factsOf } from '../../ledger/recipients-support';
import { KARI } from '../../ledger/support';
import { temporaryFolder } from '../../support/temporary-folder';
import { unzip } from '../../support/unzip';
import { exampleLedger, RUN } from '../receipts/example-ledger';
import { cli } from '../support';

/*
 * Whoever keeps a list that left the house can show what the ledger held then: each names both heads, of the postings and of the
 * journal. A list about a run has those of its posting, a list of what the ledger holds those of now.
 */
let terms: TwoTerms;
let ofRun: readonly string[] = [];
let ofNow: readonly string[] = [];

beforeAll(async () => {
  terms = await makeTwoTerms({ persons: 30, seed: 8 });
  const cases = [
    'case',
    'new',
    '--kind',
    'complaint',
    '--recipient',
    '0301',
    '--reference',
    '18/1',
    '--reason',
    'klage',
  ];
  expect((await cli(terms.work, [...cases, '--db', terms.db, '--as', 'kari'])).code).toBe(0);
  const ledger = openLedger(terms.db, { readOnly: true });
  const [run = ''] = terms.runIds;
  ofRun = [ledger.batch(run)?.headAfter ?? '', ledger.journalHeadOfPosting(run)];
  ofNow = [ledger.postingHead(), ledger.journalHead()];
  ledger.close();
}, 60_000);

/** All text of a file, or of every file in a folder; sheets of a workbook unpacked. */
function textOf(path: string): string {
  if (lstatSync(path).isDirectory())
    return readdirSync(path)
      .map((name) => textOf(join(path, name)))
      .join('\n');
  const bytes = readFileSync(path);
  return path.endsWith('.xlsx') ? [...unzip(bytes).values()].join('\n') : bytes.toString('latin1');
}

const missing = (text: string, heads: readonly string[]): string[] =>
  heads.filter((head) => !/^[0-9a-f]{64}$/.test(head) || !text.includes(head));

test.each<[string, (run: string) => string[]]>([
  ['export-trace', (run) => ['export-trace', '--recipient', '0301', '--run', run, '--as', 'kari']],
  ['dossier', (run) => ['dossier', run, '--as', 'kari']],
  ['sample', (run) => ['sample', run, '--size', '5', '--as', 'kari']],
  ['report', (run) => ['report', run, '--lines', '0', '--as', 'kari']],
  ['letters', (run) => ['letters', 'write', run, '--date', '2018-04-10', '--as', 'kari']],
])('%s: what is written of a run names the heads of its posting', async (name, argv) => {
  const out = join(terms.work, 'out', name);
  const { code, err } = await cli(terms.work, [...argv(terms.runIds[0] ?? ''), '--out', out, '--db', terms.db]);
  expect([code, code === 0 ? '' : err]).toEqual([0, '']);
  expect(missing(textOf(out), ofRun)).toEqual([]);
});

test('each form of a report does: what is shared, what is restricted, and the workbooks of both', async () => {
  const folder = join(terms.work, 'out', 'report');
  const workbooks = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.xlsx'));
  expect(workbooks.length).toBeGreaterThan(0);
  const forms = [...readdirSync(folder), ...workbooks];
  expect(forms.filter((name) => missing(textOf(join(folder, name)), ofRun).length > 0)).toEqual([]);
});

test('year-end: the table of a year names the heads of now', async () => {
  const out = join(terms.work, 'out', 'year');
  expect(await cli(terms.work, ['year-end', '2018', '--out', out, '--db', terms.db])).toMatchObject({ code: 0 });
  expect(missing(textOf(out), ofNow)).toEqual([]);
});

test.each([
  ['year-end', '2018'],
  ['case', 'list'],
  ['case', 'show', '1'],
  ['claim', 'list'],
  ['claim', 'suggest'],
  ['receipt', 'list'],
  ['reconcile', '--year', '2018'],
  ['status'],
])('%s %s names the heads of now, on the screen and under --json', async (...argv) => {
  for (const how of [['--lang', 'nb'], ['--json']]) {
    const { code, out, err } = await cli(terms.work, [
      ...argv.filter((word) => word !== undefined),
      ...how,
      '--db',
      terms.db,
    ]);
    expect([code, code === 0 ? '' : err]).toEqual([0, '']);
    expect(missing(out, ofNow)).toEqual([]);
  }
});

test('recipients list names the heads of now', async () => {
  const cwd = temporaryFolder();
  const ledger = openLedger(join(cwd, 'norsktilskudd.db'), { create: { rehearsal: false, by: KARI } });
  ledger.proposeRecipients({ ...KARI, source: 'b'.repeat(64), rows: [factsOf('1507')] });
  const heads = [ledger.postingHead(), ledger.journalHead()];
  ledger.close();
  for (const how of [[], ['--json']]) {
    expect(missing((await cli(cwd, ['recipients', 'list', ...how])).out, heads)).toEqual([]);
  }
});

test('ledger check names the heads of the file', async () => {
  expect(missing((await cli(terms.work, ['ledger', 'check', terms.db])).out, ofNow)).toEqual([]);
});

test.each(LIST_ENDINGS)('the transfer list as %s names the heads of the posting', (ending) => {
  const path = join(temporaryFolder(), 'paid.db');
  exampleLedger(path);
  const ledger = openLedger(path, { readOnly: true });
  const heads = [ledger.batch(RUN)?.headAfter ?? '', ledger.journalHeadOfPosting(RUN)];
  expect(missing(listText(transferListOf(ledger, RUN), ending, 'nb'), heads)).toEqual([]);
  ledger.close();
});
