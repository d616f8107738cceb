import { chmodSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { madeExtract } from '../made-extract';
import { ASSUMPTIONS_ACCEPTED, cli, today } from '../support';

const work = temporaryFolder();
const HEAD =
  'recipient_id;navn;organisasjonsnummer;kontonummer;kid;kid_persontilskudd;postnummer;poststed;gyldig_fra;gyldig_til';
const OSLO = '0301;Oslo kommune;958 935 420;1234.56.78911;;;0037;Oslo;;';
const HALDEN = '0101;Halden kommune;959159092;15030000002;;1234567897;1771;Halden;;2019-12-31';

/** Two persons in Oslo and two in Halden, each of whom gives their kommune 31 900 kr a year. */
const extract = madeExtract(join(work, 'extract'), '2018-03-31', { personer: '4' }, (table, lines) =>
  table === 'residence' ? lines.map((line, row) => (row < 2 ? line.replace('0301', '0101') : line)) : lines,
);

let files = 0;
function fileOf(...rows: readonly string[]): string {
  files += 1;
  const file = join(work, `r${files}.csv`);
  writeFileSync(file, `${[HEAD, ...rows].join('\n')}\n`);
  return file;
}

function recipients(db: string, ...words: readonly string[]) {
  return cli(work, ['recipients', ...words, '--db', db]);
}

/** Runs a term with a ledger; `run_id` and what it says of payees. */
async function run(db: string, term: number, ...more: readonly string[]) {
  const flags = ['--year', '2018', '--term', String(term), '--exclude', 'grunntilskudd', '--as', 'kari'];
  const accepted = ['--accept', 'stale-extract=trial', '--accept', 'first-run=trial', ...ASSUMPTIONS_ACCEPTED];
  return cli(work, ['run', '--extract', extract, ...flags, ...accepted, '--db', db, ...more, '--json']);
}

async function ledgerWith(name: string, ...rows: readonly string[]): Promise<string> {
  const db = join(work, `${name}.db`);
  expect((await cli(work, ['init', join(work, name), '--as', 'kari'])).code).toBe(0);
  const made = join(work, name, 'norsktilskudd.db');
  expect((await recipients(made, 'import', fileOf(...rows), '--as', 'kari')).code).toBe(0);
  expect(db).toContain(name);
  return made;
}

test('all that is wrong with a file is told at once, each with file, line and column, and nothing is proposed', async () => {
  const db = await ledgerWith('faults', OSLO);
  const file = fileOf(
    '0101;Halden kommune;959159093;15030000003;12;;1771;Halden;;',
    '9999;Ingen kommune;;;;;;;;',
    '0104;Moss kommune;;12345678911;;;152;Moss;;',
    '1567;Rindal kommune;;;;;;;2030-01-01;',
    '1804;Bodø kommune;;;;;;;2018-01-01;2018-12-31',
    '1804;Bodø kommune;;;;;;;2018-06-01;',
    '1805;Narvik kommune;958935420;;;;;;;',
  );
  const told = await recipients(db, 'import', file, '--as', 'kari', '--lang', 'en');
  expect(told.code).toBe(3);
  const places = ['2 (organisasjonsnummer)', '2 (kontonummer)', '2 (kid)', '3 (recipient_id)', '4 (postnummer)'];
  for (const place of places) expect(told.err).toContain(`${file}:${place}`);
  expect(told.err).toContain('1567 ended on 2018-12-31, found "1567" [RECIPIENT_ENDED]');
  expect(told.err).toMatch(/a period that no other row of 1804 shares.*RECIPIENT_ROWS_OVERLAP; 2 times/);
  expect(told.err).toContain('0301 has it too');
  expect(JSON.parse((await recipients(db, 'list', '--json')).out).recipients).toHaveLength(1);
});

test('two recipients never share an account, whether in the file or in the register', async () => {
  const db = await ledgerWith('shared', OSLO);
  const told = await recipients(db, 'import', fileOf(HALDEN.replace('15030000002', '12345678911')), '--as', 'kari');
  expect([told.code, told.err.includes('ACCOUNT_SHARED')]).toEqual([3, true]);
});

test('a register is sealed in runs, and what is changed is blocked in every view until a second person confirms', async () => {
  const db = await ledgerWith('road', OSLO, HALDEN);
  const first = await run(db, 1);
  const { payees, run_id: unconfirmed } = JSON.parse(first.out);
  expect(payees).toEqual([{ kind: 'unconfirmed', recipients: 2, recipient_ids: ['0101', '0301'], paid: 127_600 }]);
  await recipients(db, 'confirm', '--all', '--reference', 'brev', '--as', 'ola');
  const preview = JSON.parse((await cli(work, ['preview', unconfirmed, '--as', 'ola', '--db', db, '--json'])).out);
  // As the register stands now, not as it did when it was sealed.
  expect(preview.payees).toEqual([]);
  // Halden has ended since: no file written today would pay it.
  expect(
    preview.recipients.map(({ recipient_id: id, can_be_paid: can, obstacles }: Record<string, unknown>) => [
      id,
      can,
      obstacles,
    ]),
  ).toEqual([
    ['0101', false, ['PAYEE_ENDED']],
    ['0301', true, []],
  ]);
  const again = JSON.parse((await run(db, 1)).out);
  expect([again.payees, again.run_id === unconfirmed]).toEqual([[], false]);
  await recipients(db, 'import', fileOf(HALDEN.replace('15030000002', '15030011128')), '--as', 'kari');
  const posted = await cli(work, ['approve', again.run_id, '--as', 'ola', '--db', db, '--lang', 'en']);
  expect(posted.out.replaceAll('\u00a0', ' ')).toContain('NOTE: 1 blocked: a changed account');
  const sealed = readFileSync(join(`${db}.d/runs`, again.run_id, 'recipients.csv'), 'utf8').split('\n');
  expect(sealed[0]).toContain('confirmation');
  expect(sealed[1]).toContain('0101,Halden kommune,959159092,15030000002,neutral,,1771,Halden,NO,');
  expect(sealed[1]).toContain(',2019-12-31,confirmed,');
  const verified = await cli(work, [
    ...['verify', join(`${db}.d/runs`, again.run_id), '--db', db, '--extract', extract, '--lang', 'en'],
  ]);
  expect([verified.code, verified.err]).toEqual([0, expect.not.stringContaining('accounts NOT')]);
  const asked = ['explain', '--recipient', '0301', '--run', again.run_id, '--as', 'ola', '--db', db, '--lang', 'en'];
  expect((await cli(work, asked)).out).not.toContain('as of');
  const paid = (recipient: string) => {
    const outcome = ['outcome', `NT2018T1S0-${recipient}-PERS`, '--paid', '--on', today(), '--as', 'ola'];
    return cli(work, [...outcome, '--db', db, '--lang', 'en']);
  };
  expect(await paid('0301')).toMatchObject({ code: 0, err: '' });
  expect((await cli(work, asked)).out).toContain('It is paid, as of');
  // Somebody paid Halden elsewhere: that is taken down, and looked at.
  const elsewhere = await paid('0101');
  expect([elsewhere.code, elsewhere.err.replaceAll('\u00a0', ' ')]).toEqual([
    0,
    expect.stringContaining(
      `1 payment was recorded as paid on ${today()}, 63 800 kr, though the register has no account for 1 recipient.`,
    ),
  ]);
  const copy = join(work, 'road', again.run_id);
  cpSync(`${db}.d/runs/${again.run_id}`, copy, { recursive: true });
  const forged = join(copy, 'recipients.csv');
  chmodSync(forged, 0o600);
  writeFileSync(forged, readFileSync(forged, 'utf8').replace('15030000002', '15030011128'));
  const told = await cli(work, ['verify', copy, '--db', db, '--lang', 'en']);
  expect([told.code, told.err]).toEqual([
    5,
    expect.stringMatching(/as it stood when the run was made: 0101\..*VERIFY_RECIPIENTS_DIFFER/),
  ]);
});

test('--recipients is refused beside a register', async () => {
  const db = await ledgerWith('beside', OSLO);
  const refused = await run(db, 1, '--recipients', fileOf(OSLO));
  expect([refused.code, refused.out.includes('RECIPIENTS_IN_LEDGER')]).toEqual([6, true]);
});

test('history and show tell who proposed what, and who confirmed it on what', async () => {
  const db = await ledgerWith('history', OSLO, HALDEN);
  await recipients(db, 'confirm', '0101', '--reference', 'brev 3', '--as', 'ola');
  await recipients(db, 'import', fileOf(HALDEN.replace('15030000002', '1503.00.11128')), '--as', 'kari');
  await recipients(db, 'reject', '0101', '--reference', 'ringte tilbake', '--as', 'ola');
  await recipients(db, 'block', '0301', '--reason', 'banken ringte', '--as', 'kari');
  const history = await recipients(db, 'history', '0101', '--lang', 'nb');
  expect(history.out).toMatch(/kari +Halden kommune +959159092 +1503\.00\.00002 .*bekreftet .*ola: brev 3/);
  expect(history.out).toMatch(/1503\.00\.11128 .*trukket tilbake .*ola: ringte tilbake/);
  const shown = await recipients(db, 'show', '0101', '--on', '2018-04-20', '--lang', 'nb');
  expect(shown.out).toContain('persontilskudd 1234567897');
  expect(shown.out).toContain('kan betales');
  expect((await recipients(db, 'show', '0101', '--on', '2020-01-01', '--lang', 'en')).out).toContain(
    'No row of 0101 holds',
  );
  expect((await recipients(db, 'confirm', '--reference', 'x', '--as', 'ola')).code).toBe(2);
});

test('an import says that the settings still name a file, which the next run leaves unread', async () => {
  await cli(work, ['init', join(work, 'settings'), '--year', '2018', '--as', 'kari']);
  const folder = join(work, 'settings');
  const imported = await cli(folder, ['recipients', 'import', fileOf(OSLO), '--as', 'kari', '--lang', 'en']);
  expect([imported.code, imported.out]).toEqual([0, expect.stringContaining(join(folder, 'recipients.csv'))]);
  expect(imported.out).toContain('Take recipients out of the settings (norsktilskudd.json)');
  const alone = await ledgerWith('no-settings', OSLO);
  expect((await recipients(alone, 'import', fileOf(HALDEN), '--as', 'kari')).out).not.toContain('norsktilskudd.json');
});

test('of many confirmed recipients the first are named and the rest counted', async () => {
  const db = await ledgerWith('many', OSLO);
  const many = ['0101', '0104', '0105', '0106', '0111', '0118', '0119', '0121', '0122', '0123', '0124', '0125', '0127'];
  const rows = many.map((code) => `${code};Kommune;;;;;;;;2019-12-31`);
  expect((await recipients(db, 'import', fileOf(...rows), '--as', 'kari')).code).toBe(0);
  const told = await recipients(db, 'confirm', '--all', '--reference', 'brev', '--as', 'ola', '--lang', 'en');
  expect(told.out).toMatch(/^14 recipients confirmed: 0101, .* and 2 more \(--json has all of them\)$/m);
  expect(told.out).not.toContain('0301');
});
