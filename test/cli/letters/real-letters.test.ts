import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '../../../src/domain';
import { LETTER_TEXT_COLUMNS, LETTER_TEXT_KEYS } from '../../../src/report';
import { temporaryFolder } from '../../support/temporary-folder';
import { ok } from '../approval/support';
import { act, OLA as CASE_OLA, openCase } from '../cases/support';
import { done, RATES, writeExtract } from '../privacy/support/small-register';
import { ASSUMPTIONS_ACCEPTED, cli, onDay } from '../support';
import { SETTINGS } from './support';

jest.setTimeout(60_000);

const DB = ['--db', 'l.db'];
const KARI = ['--as', 'kari', ...DB];
const OLA = ['--as', 'ola', ...DB];
const PAYER = {
  initiating_party: [{ id: '310991007', scheme: 'CUST' }],
  account: '99990001002',
  bic: [{ bic: 'TESTNOKK', valid_from: '2000-01-01' }],
};
/** Columns that a real ledger wants and the small extract has not. */
const LEFT_OUT = {
  persons: { death_date: null, emigrated_on: null },
  target_group: { left_on: null, permit_granted_on: null },
};
const BLOCKED = '201712030001';

const text = (path: string): string =>
  readFileSync(path, 'utf8')
    .slice(readFileSync(path, 'utf8').indexOf('<main>'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ');

/** A folder with settings, a register of two kommuner, and an extract of six persons in each. */
async function prepared(more: readonly string[]): Promise<string> {
  onDay('2018-04-03');
  const cwd = temporaryFolder();
  const settings = { ...SETTINGS, ledger: 'l.db', payment: { ...SETTINGS.payment, ...PAYER } };
  writeFileSync(join(cwd, 'norsktilskudd.json'), JSON.stringify(settings));
  const persons = ['1103', '1106'].flatMap((kommune, place) =>
    [1, 2, 3, 4, 5, 6].map((index) => ({
      id: `20171203${place}00${index}`,
      homes: [[kommune, '2017-03-01']] as const,
    })),
  );
  writeExtract(join(cwd, 'e'), persons, { takenAt: '2018-03-31' });
  writeFileSync(join(cwd, 'columns.json'), JSON.stringify(LEFT_OUT));
  await ok(cwd, 'run', '--extract', 'e', '--year', '2018', '--term', '1', ...more, ...KARI);
  const rows = ['1103,Stavanger kommune,964965226,12345678903,nb', '1106,Haugesund kommune,944073787,12345678911,nn'];
  writeFileSync(
    join(cwd, 'recipients.csv'),
    `${['recipient_id,name,org_number,account_number,language', ...rows].join('\n')}\n`,
  );
  await done(cwd, 'recipients', 'import', 'recipients.csv', ...KARI);
  await done(cwd, 'recipients', 'confirm', '--all', '--reference', 'brev', ...OLA);
  return cwd;
}

const TERM = ['--extract', 'e', '--year', '2018', '--term', '1', '--rates', RATES];

test('what cases decide stands by itself with its number; what is paid and what is not says when and why', async () => {
  const flags = ['--rates', RATES, '--rehearsal'];
  const cwd = await prepared(flags);
  await openCase(cwd, 'block');
  await act(cwd, 1, 'block', '--person', BLOCKED, '--from', '2018-01-01', '--to', '2018-12-31');
  await openCase(cwd, 'complaint');
  const adjusted = ['--year', '2018', '--component', 'grunntilskudd', '--recipient', '1103', '--amount', '1000'];
  await act(cwd, 2, 'adjustment', ...adjusted, '--code', 'G-JUST');
  await openCase(cwd, 'block');
  await act(cwd, 3, 'block_payments', '--recipient', '1106', '--from', '2018-01-01', '--to', '2018-12-31');
  const { run_id: run } = await ok(cwd, 'run', ...TERM, '--rehearsal', ...KARI);
  await ok(cwd, 'approve', String(run), ...CASE_OLA);
  const early = ['letters', 'write', String(run), '--date', '2018-04-10', '--on', '2018-04-12', ...KARI];
  await done(cwd, ...early);
  const check = () => cli(cwd, ['payout', 'check', String(run), ...DB]);
  expect(await check()).toMatchObject({ code: 0 });
  await done(cwd, 'payout', 'write', String(run), '--channel', 'pain001', '--on', '2018-04-09', ...KARI);
  // A day that letters told before there was a file is held to the file that came, payment by payment; so are the digits of the account.
  const otherDay = await check();
  expect([otherDay.code, otherDay.err.match(/PAYOUT_LETTER_DIFFERS/g)?.length]).toEqual([5, 2]);
  await done(cwd, ...early);
  expect(await check()).toMatchObject({ code: 0 });
  const stored = join(cwd, 'l.db.d/runs', `${String(run)}.letters`, 'confidential/letters.json');
  const facts = readFileSync(stored, 'utf8');
  writeFileSync(stored, facts.replace('"accountEnd": "8903"', '"accountEnd": "8904"'));
  expect((await check()).err).toContain('PAYOUT_LETTER_DIFFERS');
  writeFileSync(stored, facts);
  await done(cwd, 'letters', 'write', String(run), '--date', '2018-04-10', '--out', 'out', ...KARI);

  const stavanger = text(join(cwd, 'out/public/1103.html'));
  expect(stavanger).toContain('Grunntilskudd – G-JUST 2018 – – avgjort i en sak: sak 2 1 000 kr');
  expect(stavanger).toContain('Persontilskudd – P-AR2-H 2018 5 62 300 kr 311 500 kr');
  expect(stavanger).toContain('311 500 kr utbetales 9. april 2018 til konto som slutter på 8903.');
  expect(stavanger).toContain('Budsjettår 2018');
  expect(stavanger).not.toContain('Holdt tilbake');
  expect(text(join(cwd, 'out/confidential/1103.html'))).toContain(
    '62 300 kr av Persontilskudd: holdt tilbake i en sak.',
  );

  const haugesund = text(join(cwd, 'out/public/1106.html'));
  expect(haugesund).toContain('Saker Sak 3: utbetaling stogga.');
  expect(haugesund).toContain('373 800 kr blir ikkje utbetalt no: utbetalinga er stogga (sak 3).');
  expect(await cli(cwd, ['letters', 'check', String(run), '--out', 'out', ...DB])).toMatchObject({ code: 0 });
});

test('letters of a real ledger refuse the examples that ship, and take texts that two persons approved', async () => {
  const accepted = ['--accept', 'stale-extract=x', '--accept', 'first-run=x', ...ASSUMPTIONS_ACCEPTED];
  const real = ['--exclude', 'grunntilskudd', ...accepted, '--columns', 'columns.json', '--new-ledger'];
  const cwd = await prepared([...real, '--rates', RATES]);
  const { run_id: run } = await ok(
    cwd,
    'run',
    ...TERM,
    '--exclude',
    'grunntilskudd',
    '--columns',
    'columns.json',
    ...accepted,
    ...KARI,
  );
  const draft = await cli(cwd, ['letters', 'write', String(run), '--lang', 'en', ...KARI]);
  expect([draft.code, draft.err.includes('LETTERS_NOT_POSTED')]).toEqual([6, true]);
  await ok(cwd, 'approve', String(run), ...OLA);
  const write = (...more: string[]) =>
    cli(cwd, [
      'letters',
      'write',
      String(run),
      '--date',
      '2018-04-10',
      '--out',
      'out',
      '--lang',
      'en',
      ...KARI,
      ...more,
    ]);
  const refused = await write();
  expect([refused.code, refused.err.match(/LETTER_TEXT_NOT_APPROVED/g)?.length]).toEqual([
    6,
    2 * LETTER_TEXT_KEYS.length,
  ]);
  const rows = ['nb', 'nn'].flatMap((language) =>
    LETTER_TEXT_KEYS.map((key) =>
      [key, language, `${key}: {grantYear}.`, '2', 'Kari;Ola', '2018-01-15', 'approved', '', ''].join(','),
    ),
  );
  writeFileSync(join(cwd, 'texts.csv'), `${[LETTER_TEXT_COLUMNS.join(','), ...rows].join('\n')}\n`);
  expect(await write('--texts', 'texts.csv', '--on', '2018-04-16')).toMatchObject({ code: 6 });
  const numbered = ['--archive-case', '2018/123'];
  expect(await write('--texts', 'texts.csv', '--on', '2018-04-16', ...numbered)).toMatchObject({ code: 0, err: '' });
  const first = text(join(cwd, 'out/public/1106.html'));
  expect(first).toContain('2018/123');
  // The number is kept for the next time.
  expect(await write('--texts', 'texts.csv', '--on', '2018-04-16')).toMatchObject({ code: 0, err: '' });
  expect(text(join(cwd, 'out/public/1106.html'))).toBe(first);
  const letter = text(join(cwd, 'out/public/1106.html'));
  expect(letter).toContain('Vilkår conditions: 2018. Versjon 2, godkjend av Kari, Ola 15. januar 2018.');
  expect(letter).toContain('373 800 kr blir utbetalt 16. april 2018 til konto som sluttar på 8911.');
  expect(letter).not.toMatch(/Døme på tekst|ØVING/);
});

test('the texts of letters are put on the signed list of tables with their hash, also by themselves', async () => {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'newer'));
  writeFileSync(join(cwd, 'newer/letter-texts.csv'), `${LETTER_TEXT_COLUMNS.join(',')}\n`);
  await done(cwd, 'lists', 'propose', 'tables', '--tables', 'newer', '--out', 'tables.json', ...DB);
  const [found] = JSON.parse(readFileSync(join(cwd, 'tables.json'), 'utf8')).files;
  expect(found).toEqual({ name: 'letter-texts.csv', sha256: sha256Hex(`${LETTER_TEXT_COLUMNS.join(',')}\n`) });
});
