import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { z } from 'zod';
import { approvalVerifier, figuresVerifier, runVerifier, standalone } from './standalone';
import { answer, change, command, copyOf, makeTwoTerms, reseal, type TwoTerms } from './two-terms';

let terms: TwoTerms;
beforeAll(async () => {
  terms = await makeTwoTerms({ persons: 40, seed: 9 });
}, 60_000);

const last = (): string => terms.folders.at(-1) ?? '';
const head = (): string => terms.heads.at(-1) ?? '';

/** A copy of the ledger that may be tampered with; the run folders stay where they are. */
function ledgerCopy(name: string): string {
  const copy = join(terms.work, name);
  cpSync(terms.db, copy);
  return copy;
}

/** Codes of the notes of a verification; the sources of the program may change while tests run. */
const NOTES = z.object({ notes: z.array(z.object({ code: z.string() })) });
const notesOf = (said: unknown): string[] =>
  NOTES.parse(said)
    .notes.map(({ code }) => code)
    .filter((code) => !['VERIFY_OTHER_BUILD', 'VERIFY_FIGURES_OF_FILES'].includes(code));
/** What a folder alone can't tell. */
const ALONE = ['VERIFY_UNANCHORED', 'VERIFY_STATE_UNKNOWN', 'VERIFY_BEFORE_FROM_FOLDER', 'VERIFY_UNSIGNED'];

test('the ledger, its head, the folders and the extract agree, with and without the key', async () => {
  const [extract = '', second = ''] = terms.extracts.slice(-2);
  const all = await answer(terms.work, 'verify', ...terms.folders, '--db', terms.db, '--head', head(), '--sql');
  expect(all).toMatchObject({ ledger: { postings: 2, journalHead: head() } });
  expect(notesOf(all)).toEqual(['VERIFY_SQL_ALONE']);
  expect(z.object({ sql: z.object({ compared: z.number().min(20) }) }).safeParse(all).success).toBe(true);
  expect(notesOf(await answer(terms.work, 'verify', last(), '--extract', second))).toEqual(ALONE);
  const alone = await answer(terms.work, 'verify', last());
  expect(notesOf(alone)).toEqual([...ALONE, 'VERIFY_HASH_ALONE']);
  expect(notesOf(await answer(terms.work, 'verify', last(), '--db', terms.db))).toEqual([
    'VERIFY_WITHOUT_HEAD',
    'VERIFY_NOT_CALCULATED',
  ]);
  const away = copyOf(last());
  const without = await answer(terms.work, 'verify', away, '--extract', second);
  expect(notesOf(without)).toEqual(['VERIFY_WITHOUT_KEY', 'VERIFY_PSEUDONYMS_SKIPPED', ...ALONE]);
  const { code, err } = await command(terms.work, 'verify', last(), '--extract', extract);
  expect([code, err]).toEqual([5, expect.stringContaining('VERIFY_EXTRACT_DIFFERS')]);
}, 60_000);

test.each([
  ['recipient_name', /^(\d[^,]*(?:,[^,]*){2}),[^,]*/m, '$1,Nowhere'],
  ['account_number', /^(\d[^,]*(?:,[^,]*){4}),[^,]*/m, '$1,12345678903'],
  ['org_number', /^(\d[^,]*(?:,[^,]*){3}),[^,]*/m, '$1,958935420'],
])(
  'a %s that the recipients of the run do not have is found in a folder that was sealed again',
  async (column, from, to) => {
    const folder = copyOf(terms.folders[0] ?? '');
    change(folder, 'payouts.csv', (text) => text.replace(from, to));
    reseal(folder);
    const { code, out } = await command(terms.work, 'verify', folder, '--pseudonym-key-file', terms.keyFile);
    expect([code, out]).toEqual([5, expect.stringContaining(`"file":"payouts.csv","line":2,"column":"${column}"`)]);
    const account = {
      code: 5,
      err: expect.stringMatching(/^- payouts.csv:2 \(account_number\): .* \[VERIFY_ACCOUNT_UNFOUNDED\]$/),
    };
    expect(figuresVerifier(folder)).toMatchObject(column === 'account_number' ? account : { code: 0 });
  },
);

test('a text that only a full calculation can know is found by it, with its place', async () => {
  const folder = copyOf(terms.folders[0] ?? '');
  change(folder, 'findings.csv', (text) => text.replace(/\.("?)\n$/, '!$1\n'));
  reseal(folder);
  const [key, extract = ''] = [['--pseudonym-key-file', terms.keyFile], terms.extracts[0]];
  expect((await command(terms.work, 'verify', folder, ...key)).code).toBe(0);
  const { code, out } = await command(terms.work, 'verify', folder, ...key, '--extract', extract);
  expect(code).toBe(5);
  expect(out).toMatch(/"code":"VERIFY_RECALCULATION_DIFFERS"[^}]*"file":"findings.csv","line":\d+,"column":"action"/);
  const ledger = await command(terms.work, 'verify', folder, ...key, '--db', terms.db);
  expect([ledger.code, ledger.err]).toEqual([5, expect.stringContaining('RUN_NOT_IN_LEDGER')]);
}, 60_000);

/** Tables whose every row counts, with the column that is changed in one. */
const CHANGES: readonly [table: string, set: string][] = [
  ['postings', 'amount = amount + 1'],
  ['postings', "code = 'X'"],
  ['postings', 'recipient = 3011'],
  ['payments', 'amount = amount + 1'],
  ['movements', 'amount = amount + 1'],
  ['coverage', "module = 'other@2018'"],
  ['control_totals', 'total = total + 1'],
  ['persons', 'duf = duf + 1'],
  ['posting_text', "text = replace(text, '\t', ' ')"],
  ['posting_chain', "as_of = '2018-01-01'"],
  ['batches', 'manifest_hash = posting_head'],
  ['batches', "run_folder = 'elsewhere'"],
  ['approvals', "actor = 'somebody'"],
  ['journal', "actor = 'somebody'"],
  ['journal', "body = replace(body, 'ola', 'eva')"],
  ['ledger', 'rehearsal = 1 - rehearsal'],
];

test.each(CHANGES)('a row of %s changed by hand (%s) is found', async (table, set) => {
  const copy = ledgerCopy(`changed-${table}.db`);
  const sqlite = new Sqlite(copy);
  sqlite.pragma('synchronous = OFF');
  sqlite.pragma('journal_mode = MEMORY');
  const triggers = z
    .array(z.object({ name: z.string(), sql: z.string() }))
    .parse(sqlite.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all());
  for (const { name } of triggers) sqlite.exec(`DROP TRIGGER ${name}`);
  sqlite.pragma('ignore_check_constraints = ON');
  const { changes } = sqlite
    .prepare(
      `UPDATE ${table} SET ${set} WHERE rowid IN (SELECT max(rowid) FROM ${table})`.replace(
        /WHERE.*/,
        ['postings', 'payments', 'movements', 'coverage', 'control_totals', 'approvals'].includes(table) ? '' : '$&',
      ),
    )
    .run();
  for (const { sql } of triggers) sqlite.exec(sql);
  sqlite.close();
  expect(changes).toBeGreaterThan(0);
  const { code, err } = await command(terms.work, 'verify', last(), '--db', copy);
  expect([code, err]).toEqual([5, expect.stringMatching(/\[LEDGER_[A-Z_]+/)]);
  rmSync(copy);
});

test('a ledger rewritten from end to end holds together, but has never had the head that was kept', async () => {
  const db = join(terms.work, 'rewritten.db');
  const rates = join(__dirname, '..', '..', '..', 'fixtures', 'demo-rates-2018.csv');
  for (const [index, extract] of [...terms.extracts].reverse().slice(1).entries()) {
    const what = ['--extract', extract, '--year', '2018', '--term', String(index + 1), '--rates', rates];
    const run = z.object({ run_id: z.string(), out: z.string() });
    const { run_id: runId, out } = run.parse(
      await answer(terms.work, 'run', ...what, '--rehearsal', '--db', db, '--as', 'kari'),
    );
    await answer(terms.work, 'approve', runId, '--db', db, '--as', 'ola');
    expect((await command(terms.work, 'verify', out, '--db', db)).code).toBe(0);
    const { code, err } = await command(terms.work, 'verify', out, '--db', db, '--head', head());
    expect([code, err]).toEqual([5, expect.stringContaining('VERIFY_HEAD_UNKNOWN')]);
  }
}, 60_000);

test('the journal by itself: a rewritten or shortened one has never had the head', async () => {
  const journal = join(terms.work, 'journal.txt');
  await answer(terms.work, 'verify', last(), '--db', terms.db, '--journal', journal);
  const anchored = ['--key', terms.keyFile, '--journal', journal, '--head', head()];
  expect(standalone(...terms.folders, ...anchored)).toMatchObject({ code: 0, err: '' });
  change(terms.work, 'journal.txt', (text) => text.replace('kari', 'eva'));
  expect(standalone(...terms.folders, ...anchored)).toMatchObject({ code: 5, err: expect.stringContaining(head()) });
  // A journal that was kept and is another than the ledger's is evidence, and is not written over.
  const other = readFileSync(journal);
  const { code, err } = await command(terms.work, 'verify', last(), '--db', terms.db, '--journal', journal);
  expect([code, err]).toMatchObject([5, expect.stringContaining('VERIFY_JOURNAL_OTHER')]);
  expect(readFileSync(journal)).toEqual(other);
  rmSync(journal);
  await answer(terms.work, 'verify', last(), '--db', terms.db, '--journal', journal);
  change(terms.work, 'journal.txt', (text) => text.replace(/[^\n]*\n$/, ''));
  expect(standalone(...terms.folders, ...anchored)).toMatchObject({ code: 5, err: expect.stringContaining(head()) });
  await answer(terms.work, 'verify', last(), '--db', terms.db, '--journal', journal);
  expect(standalone(...terms.folders, ...anchored)).toMatchObject({ code: 0, err: '' });
});

test('any flipped byte of the journal is found with the head that was kept', async () => {
  const journal = join(terms.work, 'flipped.txt');
  await answer(terms.work, 'verify', last(), '--db', terms.db, '--journal', journal);
  const bytes = readFileSync(journal);
  for (let step = 0; step <= 25; step += 1) {
    const place = Math.floor(((bytes.length - 1) * step) / 25);
    const flipped = Buffer.from(bytes);
    flipped[place] = (flipped[place] ?? 0) ^ 1;
    writeFileSync(journal, flipped);
    const { code } = approvalVerifier(...terms.folders, '--journal', journal, '--head', head());
    expect([place, code]).toEqual([place, 5]);
  }
});

test('a manifest hash that was kept elsewhere, and a flag that there is not', () => {
  const sha256 = readFileSync(join(last(), 'manifest.sha256'), 'latin1').slice(0, 64);
  expect(runVerifier(...terms.folders, '--manifest', sha256).code).toBe(0);
  expect(runVerifier(...terms.folders, '--manifest', head()).code).toBe(5);
  expect(runVerifier(...terms.folders, '--manifests', sha256).code).toBe(2);
  expect(runVerifier(...terms.folders).out).toMatch(/NOT CHECKED without --manifest/);
  expect(runVerifier(last()).out).toMatch(/approval NOT CHECKED, there is no \S+\.approval/);
  expect(standalone(last(), '--key', join(terms.work, 'no.key')).code).toBe(2);
});

test('folders out of order or with one left out are no chain', async () => {
  const [first = '', second = ''] = terms.folders;
  const { code, err } = await command(terms.work, 'verify', second, first);
  expect([code, err]).toEqual([5, expect.stringContaining('VERIFY_CHAIN_FIRST')]);
  expect(standalone(second, first, '--key', terms.keyFile).code).toBe(5);
  expect(readdirSync(first)).toContain('manifest.json');
});
