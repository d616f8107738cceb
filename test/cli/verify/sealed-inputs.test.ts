import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { figuresVerifier, standalone } from '../../audit/verify/standalone';
import { change, command, copyTree, reseal } from '../../audit/verify/two-terms';
import { temporaryFolder } from '../../support/temporary-folder';
import { makeSealedRuns, type SealedRuns, unpackDossier } from './sealed-run';

/** What a folder alone can't tell. */
const ALONE = ['VERIFY_UNANCHORED', 'VERIFY_STATE_UNKNOWN', 'VERIFY_BEFORE_FROM_FOLDER', 'VERIFY_UNSIGNED'];

let runs: SealedRuns;
beforeAll(async () => {
  runs = await makeSealedRuns();
}, 60_000);

const at = (list: readonly string[], place: number): string => list[place] ?? '';

async function codes(...argv: string[]): Promise<{ code: number; told: string[]; text: string }> {
  const { code, out } = await command(runs.work, 'verify', ...argv);
  return { code, told: [...out.matchAll(/"code":"(VERIFY_\w+)"/g)].map((match) => at(match, 1)), text: out };
}

test.each([0, 1])('run %i is calculated again from its folder and the extract alone', async (place) => {
  const { code, told } = await codes(at(runs.folders, place), '--extract', at(runs.extracts, place));
  expect([code, told]).toEqual([0, ['VERIFY_FIGURES_OF_FILES', ...ALONE]]);
});

test('the folder tells how the extract was read, and holds the recipients file', () => {
  const manifest = JSON.parse(readFileSync(join(at(runs.folders, 0), 'manifest.json'), 'utf8'));
  expect(manifest.reading).toEqual({
    columns: { persons: { birth_date: 'DAY OF BIRTH' } },
    format: expect.any(Number),
    reject_limit_percent: '99.5',
  });
  expect(readFileSync(join(at(runs.folders, 0), 'recipients.csv'))).toEqual(readFileSync(runs.recipients));
  expect(readFileSync(join(at(runs.folders, 0), 'payouts.csv'), 'utf8')).toMatch(/,\d{11},/);
  expect(standalone(at(runs.folders, 0))).toMatchObject({ code: 0, err: '' });
});

test('what the run had may be given again, and what stands in norsktilskudd.json does not matter', async () => {
  const given = ['--columns', runs.columns, '--recipients', runs.recipients, '--rates', runs.rates];
  const again = ['--extract', at(runs.extracts, 0), ...given, '--reject-limit', '99.50'];
  expect((await codes(at(runs.folders, 0), ...again)).code).toBe(0);
  const elsewhere = join(runs.work, 'elsewhere');
  mkdirSync(elsewhere);
  writeFileSync(
    join(elsewhere, 'norsktilskudd.json'),
    '{"recipients": "other.csv", "columns": "other.json", "limits": {"reject_percent": 1}}',
  );
  const { code } = await command(elsewhere, 'verify', at(runs.folders, 0), '--extract', at(runs.extracts, 0));
  expect(code).toBe(0);
});

test.each([
  ['--reject-limit', () => '2', '--reject-limit 2 is not what the run used; it used 99.5.'],
  ['--recipients', () => file('others.csv', 'recipient_id,name\n0301,Oslo\n'), 'others.csv is not what the run used'],
  ['--columns', () => file('others.json', '{}'), 'it used persons.birth_date=DAY OF BIRTH.'],
  [
    '--rates',
    () => file('rates.csv', 'key,grant_year,rate_class,value,status,source\n'),
    'it used demo-rates-2018.csv.',
  ],
])('another %s is told, with what the run used', async (flag, value, told) => {
  const { code, text } = await codes(at(runs.folders, 0), '--extract', at(runs.extracts, 0), flag, value());
  expect(code).toBe(5);
  expect(text).toContain(told);
  expect(text).toContain(`Leave out ${flag}`);
});

function file(name: string, text: string): string {
  const path = join(runs.work, name);
  writeFileSync(path, text);
  return path;
}

test('ten years later: the unpacked dossier and the extract are enough, without ledger and key', async () => {
  const folder = await unpackDossier(runs, at(runs.runIds, 1));
  const away = join(temporaryFolder(), 'away');
  copyTree(dirname(dirname(folder)), away);
  const moved = join(away, 'run', at(runs.runIds, 1));
  const { code, told, text } = await codes(moved, '--extract', at(runs.extracts, 1), '--sql');
  expect([code, told]).toEqual([
    0,
    ['VERIFY_WITHOUT_KEY', 'VERIFY_FIGURES_OF_FILES', 'VERIFY_PSEUDONYMS_SKIPPED', ...ALONE],
  ]);
  expect(JSON.parse(text).sql.compared).toBeGreaterThan(20);
  rmSync(join(away, 'snapshot'), { recursive: true });
  expect((await codes(moved, '--extract', at(runs.extracts, 1), '--sql')).code).toBe(0);
  expect((await codes(moved, '--sql')).told).toContain('VERIFY_SQL_NEEDS_SNAPSHOT');
});

test('another recipients file, sealed in place of its own, is told', async () => {
  const copy = join(runs.work, 'copy', at(runs.runIds, 0));
  copyTree(at(runs.folders, 0), copy);
  change(copy, 'recipients.csv', (text) => text.replace('Kommune 0301', 'Kommune 0302'));
  reseal(copy);
  const again = await codes(copy, '--extract', at(runs.extracts, 0));
  expect([again.code, new Set(again.told)]).toEqual([5, new Set(['VERIFY_INPUT_DIFFERS'])]);
  const alone = await codes(copy);
  expect([alone.code, alone.told]).toEqual([5, ['VERIFY_INPUT_DIFFERS']]);
  expect(figuresVerifier(copy)).toMatchObject({ code: 5, err: expect.stringContaining('recipients.csv') });
});

test('the verifiers that stand alone know the copy of the recipients file', () => {
  expect(standalone(...runs.folders)).toMatchObject({ code: 0, err: '' });
});

test('a folder that is not the extract is told as such, file by file', async () => {
  const other = await codes(at(runs.folders, 0), '--extract', at(runs.extracts, 1));
  expect([other.code, new Set(other.told)]).toEqual([5, new Set(['VERIFY_EXTRACT_DIFFERS', 'VERIFY_EXTRACT_OTHER'])]);
  const none = await codes(at(runs.folders, 0), '--extract', 'nowhere');
  expect([none.code, none.told]).toEqual([3, []]);
  const empty = join(runs.work, 'empty');
  mkdirSync(empty);
  const lacking = await codes(at(runs.folders, 0), '--extract', empty);
  expect([lacking.code, new Set(lacking.told)]).toEqual([5, new Set(['VERIFY_EXTRACT_LACKS', 'VERIFY_EXTRACT_OTHER'])]);
  const more = join(runs.work, 'more');
  copyTree(at(runs.extracts, 0), more);
  writeFileSync(join(more, 'notes.csv'), 'x\n');
  expect((await codes(at(runs.folders, 0), '--extract', more)).told).toEqual(['VERIFY_SNAPSHOT_DIFFERS']);
});

test('a run of an earlier build, which tells nothing, wants the flags', async () => {
  const old = join(runs.work, 'old', at(runs.runIds, 0));
  copyTree(at(runs.folders, 0), old);
  rmSync(join(old, 'recipients.csv'));
  change(old, 'manifest.json', (text) =>
    text
      .replace(/ {2}"reading": \{[\s\S]*?\n {2}\},\n/, '')
      .replace(/ {4}\{\n {6}"bytes": \d+,\n {6}"name": "recipients\.csv",\n {6}"rows": null,[^}]*\},\n/, ''),
  );
  reseal(old);
  expect((await codes(old)).code).toBe(0);
  const bare = await codes(old, '--extract', at(runs.extracts, 0));
  expect([bare.code, bare.told]).toEqual([5, ['VERIFY_RECIPIENTS_NEEDED']]);
  const half = await codes(
    old,
    '--extract',
    at(runs.extracts, 0),
    '--recipients',
    runs.recipients,
    '--columns',
    runs.columns,
  );
  expect(half.code).toBe(5);
  const given = ['--columns', runs.columns, '--recipients', runs.recipients, '--reject-limit', '99.5'];
  // It says nothing of the format of reading, so it counts as the first; this one was read in a later.
  const all = await codes(old, '--extract', at(runs.extracts, 0), ...given);
  expect([all.code, all.told]).toEqual([5, ['VERIFY_READING_UNKNOWN']]);
});

test('a folder that is no run is told as such, and the ledger is never overwritten by its own journal', async () => {
  const extract = await codes(at(runs.extracts, 0));
  expect([extract.code, extract.told]).toEqual([5, ['VERIFY_NOT_A_RUN']]);
  const ledger = readFileSync(join(runs.work, 'ledger.db'));
  const journal = await codes(at(runs.folders, 0), '--db', 'ledger.db', '--journal', './ledger.db');
  expect(journal.code).toBe(2);
  expect(readFileSync(join(runs.work, 'ledger.db'))).toEqual(ledger);
});

test('of several runs each fault names the run that it is in', async () => {
  const copy = join(runs.work, 'several', at(runs.runIds, 1));
  copyTree(at(runs.folders, 1), copy);
  change(copy, 'sizing.csv', (text) => `${text}x`);
  const { text } = await codes(at(runs.folders, 0), copy);
  expect(text).toContain(`${at(runs.runIds, 1)}/sizing.csv is not the one that was sealed`);
});
